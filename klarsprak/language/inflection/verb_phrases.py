"""Paradigms of verb phrases: the verb inflects, a reflexive and a predicative adjective with it."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.inflection.adjectives import adjective_paradigm
from klarsprak.language.inflection.dictionary_form import dictionary_form
from klarsprak.language.inflection.model import Paradigm
from klarsprak.language.inflection.verbs import verb_paradigm
from klarsprak.language.inflection.wrapping import PREPOSITIONS, as_phrases, with_features, wrap

_REFLEXIVES = {
    "sig": ("sig", "mig", "dig", "oss", "er"),
    "sin": ("sin", "min", "din", "vår", "er"),
    "sitt": ("sitt", "mitt", "ditt", "vårt", "ert"),
    "sina": ("sina", "mina", "dina", "våra", "era"),
}
"""The reflexive words and what they are in each person, in the order of ``_REFLEXIVES["sig"]``."""
REFLEXIVES = frozenset(_REFLEXIVES["sig"])
"""The reflexive pronouns."""
_COPULAS = frozenset({"vara", "bli", "göra", "hålla", "känna", "anse", "finna"})
_PARTICLES = frozenset("in ut upp ner ned fram bort tillbaka undan samman ihop isär hem".split())
"""Particles that are not also common prepositions."""
PARTICLE_VERBS = as_phrases(
    """arbeta om, betala av, bygga om, bygga till, byta ut, dela av, dra av, flytta om, flytta över, fylla i,
    fylla på, föra över, göra om, koppla på, lägga om, lägga på, lägga till, lämna över, läsa av, lösa av, ordna om,
    plantera om, registrera om, räkna av, räkna om, sätta på, skicka med, skilja av, skriva av, skriva om, skriva på,
    skriva under, skynda på, spärra av, ställa om, stämma av, söka av, ta av, ta emot, ta med, ta om, ta över,
    tacka av, torka av, tvinga på, välja om"""
)
"""Verbs whose particle is also a preposition: *skicka med, skickas med, medskickad*, unlike *hänvisa till*."""
_AGREEING = {"com": "Gender=Com|Number=Sing", "neut": "Gender=Neut|Number=Sing", "plur": "Number=Plur"}
_PARTICIPLES = ("ptc", "prp")
_PASSIVES = ("inf.pass", "prs.pass", "prt.pass", "sup.pass")


def verb_phrase_paradigm(phrase: str) -> Paradigm:
    """All forms of a verb or of a verb phrase.

    >>> phrases = "ta del av", "skicka in", "inte skicka in", "hämta in och granska"
    >>> [verb_phrase_paradigm(phrase)["sup.act"][0] for phrase in phrases]
    ['tagit del av', 'skickat in', 'inte skickat in', 'hämtat in och granskat']
    """
    verb, _, rest = phrase.partition(" ")
    if not rest:
        return verb_paradigm(verb)
    if verb == "inte":
        return _negated(rest)
    words = rest.split(" ")
    return _coordinated(verb, words) or _with_rest(verb, words, phrase)


def _negated(phrase: str) -> Paradigm:
    """*inte få, inte fått*; a finite verb stands before or after *inte*, as its clause is main or not."""
    forms = verb_phrase_paradigm(phrase)
    infinite = {slot: texts for slot, texts in forms.items() if slot.startswith(("inf.", "sup."))}
    return wrap(infinite, before="inte ")


def _coordinated(first: str, words: list[str]) -> Paradigm | None:
    """*besöka och kontrollera, hämta in och granska*: both verbs inflect; today's forms only."""
    if "och" not in words[:2]:
        return None
    cut = words.index("och")
    particles, after = words[:cut], words[cut + 1 :]
    if not _is_verb_after(after) or not _PARTICLES.issuperset(particles):
        return None
    one = verb_phrase_paradigm(" ".join([first, *particles]))
    other = verb_phrase_paradigm(" ".join(after))
    return {slot: (f"{one[slot][0]} och {other[slot][0]}",) for slot in one if slot in other}


def _is_verb_after(words: list[str]) -> bool:
    """Whether the words after *och* begin with an infinitive: *granska dem*."""
    return bool(words) and words[0].endswith("a")


def _with_rest(verb: str, words: list[str], phrase: str) -> Paradigm:
    """A particle verb, or a verb with an object and the like."""
    forms = verb_paradigm(verb)
    particle = " ".join(words)
    if particle in _PARTICLES or phrase in PARTICLE_VERBS:
        return _particle_verb(forms, particle)
    return _with_complements(verb, _finite_and_supine(forms, verb, words), words)


def _finite_and_supine(forms: Paradigm, verb: str, words: list[str]) -> Paradigm:
    """The verb's forms that its phrase has: no participles, nor a passive or supine where none can be."""
    missing = _missing(verb, words)
    return {slot: texts for slot, texts in forms.items() if not slot.startswith(missing)}


def _missing(verb: str, words: list[str]) -> tuple[str, ...]:
    """How the slots begin that a phrase doesn't have.

    >>> _missing("ha", ["tagit", "emot"])
    ('ptc', 'prp', 'sup')
    >>> "inf.pass" in _missing("åta", ["sig"]), "inf.pass" in _missing("ta", ["del", "av"])
    (True, False)
    """
    if verb == "ha" and _is_supine(words[0]):
        return (*_PARTICIPLES, "sup")
    if _is_reflexive(words):
        return (*_PARTICIPLES, *_PASSIVES)
    return _PARTICIPLES


def _is_reflexive(words: list[str]) -> bool:
    """Whether the phrase is one like *åta sig*, *uppfylla sina skyldigheter*."""
    return not _REFLEXIVES.keys().isdisjoint(words)


def _is_supine(word: str) -> bool:
    """Whether a word after *ha* may be a supine: *tagit, kontrollerat, fått*."""
    return word.endswith(("it", "at")) or word in ("fått", "gjort")


def _particle_verb(forms: Paradigm, particle: str) -> Paradigm:
    """The particle stands after the verb, but in front of participles.

    >>> _particle_verb({"prs.act": ("skickar",), "ptc.com": ("skickad",)}, "ner")
    {'prs.act': ('skickar ner',), 'ptc.com': ('nedskickad',)}
    """
    prefix = "ned" if particle == "ner" else particle
    phrase: Paradigm = {}
    for slot, texts in forms.items():
        if slot.startswith(_PARTICIPLES):
            phrase |= wrap({slot: texts}, before=prefix)
        else:
            phrase |= wrap({slot: texts}, after=f" {particle}")
    return phrase


def _with_complements(verb: str, forms: Paradigm, words: list[str]) -> Paradigm:
    """The verb with what follows it: the reflexive in all persons, a predicative adjective in all agreements."""
    adjective = _predicative(verb, words)
    phrase: Paradigm = {}
    for person, rest in _in_persons(words):
        for agreement, agreeing in _in_agreements(rest, adjective):
            features = "|".join(filter(None, (person, agreement)))
            phrase |= with_features(wrap(forms, after=" " + " ".join(agreeing)), features)
    return phrase


def _in_persons(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The reflexive's feature and the words in each person; the words as they are without a reflexive.

    >>> list(_in_persons(["sina", "brev"]))[:2]
    [('Reflex=sig', ['sina', 'brev']), ('Reflex=mig', ['mina', 'brev'])]
    """
    if not _is_reflexive(words):
        yield "", words
        return
    for person, pronoun in enumerate(_REFLEXIVES["sig"]):
        forms = {word: persons[person] for word, persons in _REFLEXIVES.items()}
        yield f"Reflex={pronoun}", [forms.get(word, word) for word in words]


def _in_agreements(words: list[str], adjective: str | None) -> Iterator[tuple[str, list[str]]]:
    """The adjective's features and the words in each agreement; the words as they are without an adjective.

    >>> list(_in_agreements(["skyldig", "att"], "skyldig"))[1:]
    [('Gender=Neut|Number=Sing', ['skyldigt', 'att']), ('Number=Plur', ['skyldiga', 'att'])]
    """
    if adjective is None:
        yield "", words
        return
    agreements = adjective_paradigm(adjective)
    for slot, features in _AGREEING.items():
        if slot in agreements:
            forms = {adjective: agreements[slot][0]}
            yield features, [forms.get(word, word) for word in words]


def _predicative(verb: str, words: list[str]) -> str | None:
    """The adjective that agrees with the subject or object, if the phrase has one.

    >>> _predicative("vara", ["skyldig", "att"]), _predicative("göra", ["sig", "skyldig"]), _predicative("ta", ["ny"])
    ('skyldig', 'skyldig', None)
    """
    if verb not in _COPULAS:
        return None
    complement = words[1:] if words[0] == "sig" else words
    first = next(iter(complement), "")
    return first if first not in PREPOSITIONS and _varies(first) else None


def _varies(word: str) -> bool:
    """Whether the word is an adjective with more than one form: not *gratis*."""
    if dictionary_form(word) != word:
        return False
    forms = {texts[0] for texts in adjective_paradigm(word).values()}
    return len(forms) > 1
