"""Paradigms of phrases: which word inflects, and what agrees with it."""

from __future__ import annotations

from functools import cache

from klarsprak.language.inflection.adjectives import adjective_paradigm, dictionary_form
from klarsprak.language.inflection.determiners import determiner_paradigm
from klarsprak.language.inflection.model import ARCHAIC, Paradigm, Slot
from klarsprak.language.inflection.nouns import noun_gender, noun_paradigm
from klarsprak.language.inflection.verbs import verb_paradigm

_REFLEXIVES = {
    "sig": ("sig", "mig", "dig", "oss", "er"),
    "sin": ("sin", "min", "din", "vår", "er"),
    "sitt": ("sitt", "mitt", "ditt", "vårt", "ert"),
    "sina": ("sina", "mina", "dina", "våra", "era"),
}
"""The reflexive words and what they are in each person, in the order of ``_REFLEXIVES["sig"]``."""
_PRONOUNS = frozenset("jag du vi ni han hon hen den det de vem".split())
_PREPOSITIONS = frozenset(
    "av för från i inom med om mot på till under ur ut utan vid åt över efter mellan hos genom bland enligt".split()
)
_CLAUSES = frozenset("som att där hur när om vad".split())
_COPULAS = frozenset({"vara", "bli", "göra", "hålla", "känna", "anse", "finna"})
_PARTICLES = frozenset("in ut upp ner ned fram bort tillbaka undan samman ihop isär hem".split())
"""Particles that are not also common prepositions."""
PARTICLE_VERBS = frozenset(
    {
        *(
            "lägga på",
            "skicka med",
            "dra av",
            "ta med",
            "dela av",
            "skriva under",
            "lägga om",
            "stämma av",
            "skilja av",
        ),
        *("lämna över", "ta över", "föra över", "byta ut", "ställa om", "bygga om", "bygga till", "lägga till"),
        *("skriva av", "skriva om", "räkna av", "räkna om", "ta av", "lösa av", "ta emot"),
    }
)
"""Verbs whose particle is also a preposition: *skicka med, skickas med, medskickad*, unlike *hänvisa till*."""
_AGREEING = {"com": "Gender=Com|Number=Sing", "neut": "Gender=Neut|Number=Sing", "plur": "Number=Plur"}
_NOUN_AGREEMENT = {"pl.ind": "plur", "si.def": "def", "pl.def": "defpl"}
INVARIABLE: Slot = "inv"


@cache
def paradigm(word: str, pos: str) -> Paradigm:
    """All forms of a word or phrase in dictionary form."""
    build = {
        "VERB": _verb,
        "AUX": _verb,
        "NOUN": _noun,
        "PROPN": _noun,
        "ADJ": _adjective,
        "DET": determiner_paradigm,
        "PRON": determiner_paradigm,
    }
    if word.strip() and pos in build and (forms := build[pos](word)):
        return forms
    return {INVARIABLE: (word,)}


def gender_of(phrase: str) -> str | None:
    """The gender of a noun or of a noun phrase's head."""
    words = phrase.split(" ")
    return noun_gender(words[_noun_head(words)])


def _wrap(forms: Paradigm, before: str = "", after: str = "") -> Paradigm:
    """The paradigm with fixed words around every text."""
    return {slot: tuple(_surround(text, before, after) for text in texts) for slot, texts in forms.items()}


def _surround(text: str, before: str, after: str) -> str:
    mark = ARCHAIC if text.startswith(ARCHAIC) else ""
    return mark + before + text.removeprefix(ARCHAIC) + after


def _with(forms: Paradigm, extra: str) -> Paradigm:
    """The paradigm with further features in every slot."""
    return {f"{slot}{'|' if '~' in slot else '~'}{extra}": texts for slot, texts in forms.items()}


def _verb(phrase: str) -> Paradigm:
    first, _, rest = phrase.partition(" ")
    if not rest:
        return verb_paradigm(first)
    if first == "inte":
        # A finite verb stands before or after "inte" as its clause is main or not, which isn't known here.
        return _wrap({slot: texts for slot, texts in _verb(rest).items() if slot[:4] in ("inf.", "sup.")}, "inte ")
    words = rest.split(" ")
    if "och" in words[:2] and (coordinated := _coordinated(first, words)):
        return coordinated
    forms = verb_paradigm(first)
    if rest in _PARTICLES or phrase in PARTICLE_VERBS:
        return _particle_verb(forms, rest)
    return _complements(first, _without(forms, first, words), words)


def _coordinated(first: str, words: list[str]) -> Paradigm | None:
    """*besöka och kontrollera, hämta in och granska*: both verbs inflect; today's forms only."""
    cut = words.index("och")
    before, after = words[:cut], words[cut + 1 :]
    if not after or not after[0].endswith("a") or not _PARTICLES.issuperset(before):
        return None
    one, other = _verb(" ".join([first, *before])), _verb(" ".join(after))
    return {slot: (f"{one[slot][0]} och {other[slot][0]}",) for slot in one if slot in other}


def _without(forms: Paradigm, verb: str, words: list[str]) -> Paradigm:
    """The verb's forms that its phrase has: no participles, nor a passive or supine where none can be."""
    gone = ["ptc", "prp"]
    if not _REFLEXIVES.keys().isdisjoint(words):
        gone += ["inf.pass", "prs.pass", "prt.pass", "sup.pass"]
    if verb == "ha" and (words[0].endswith(("it", "at")) or words[0] in ("fått", "gjort")):
        gone.append("sup")
    return {slot: texts for slot, texts in forms.items() if not slot.startswith(tuple(gone))}


def _particle_verb(forms: Paradigm, particle: str) -> Paradigm:
    """*skicka in, skickas in*, but *inskickad*."""
    prefix = {"ner": "ned"}.get(particle, particle)
    whole: Paradigm = {}
    for slot, texts in forms.items():
        joined = slot.startswith(("ptc", "prp"))
        whole |= _wrap({slot: texts}, prefix, "") if joined else _wrap({slot: texts}, "", f" {particle}")
    return whole


def _complements(verb: str, forms: Paradigm, words: list[str]) -> Paradigm:
    """The verb with what follows it: the reflexive in all persons, a predicative adjective in all agreements."""
    variants: list[tuple[str, list[str]]] = [("", words)]
    if not _REFLEXIVES.keys().isdisjoint(words):
        variants = [(f"Reflex={pronoun}", _in_person(words, i)) for i, pronoun in enumerate(_REFLEXIVES["sig"])]
    adjective = _predicative(verb, words)
    if adjective:
        agreements = adjective_paradigm(adjective)
        variants = [
            ("|".join(filter(None, (extra, _AGREEING[slot]))), _replaced(rest, adjective, agreements[slot][0]))
            for extra, rest in variants
            for slot in _AGREEING
            if slot in agreements
        ]
    whole: Paradigm = {}
    for extra, rest in variants:
        forms_here = _wrap(forms, after=" " + " ".join(rest))
        whole |= _with(forms_here, extra) if extra else forms_here
    return whole


def _in_person(words: list[str], person: int) -> list[str]:
    return [_REFLEXIVES[word][person] if word in _REFLEXIVES else word for word in words]


def _replaced(words: list[str], old: str, new: str) -> list[str]:
    return [new if word == old else word for word in words]


def _predicative(verb: str, words: list[str]) -> str | None:
    """The adjective that agrees with the subject or object, if the phrase has one."""
    if verb not in _COPULAS:
        return None
    position = 1 if words[0] == "sig" else 0
    if position >= len(words) or words[position] in _PREPOSITIONS:
        return None
    word = words[position]
    varies = dictionary_form(word) == word and len({texts[0] for texts in adjective_paradigm(word).values()}) > 1
    return word if varies else None


def _noun_head(words: list[str]) -> int:
    for index, word in enumerate(words[1:], 1):
        if word in _PREPOSITIONS or word in _CLAUSES:
            return index - 1
    return len(words) - 1


def _noun(phrase: str) -> Paradigm:
    words = phrase.split(" ")
    if words[0] in _PRONOUNS:
        return {}
    head = _noun_head(words)
    forms = noun_paradigm(words[head])
    if len(words) == 1:
        return forms
    after = "".join(f" {word}" for word in words[head + 1 :])
    whole: Paradigm = {}
    for slot, texts in forms.items():
        before = [_before_noun(word, slot, words[head]) for word in words[:head]]
        if None in before:
            return {}
        whole |= _wrap({slot: texts}, "".join(f"{text} " for text in before), after)
    return whole


def _before_noun(word: str, slot: Slot, noun: str) -> str | None:
    """A word that stands before the noun in a phrase, as the noun's form wants it; None for an unknown word."""
    if word == "och" or word.endswith("-"):
        return word
    adjective = dictionary_form(word)
    if adjective is None:
        return None
    singular = "neut" if noun_gender(noun) == "Neut" else "com"
    wanted = _NOUN_AGREEMENT.get(slot[:6], singular)
    if noun == "man" and adjective == "god" and wanted != singular:
        wanted = "masc"  # the office: gode mannen, gode män
    texts = adjective_paradigm(adjective).get(wanted)
    return texts[0] if texts else None


def _adjective(phrase: str) -> Paradigm:
    words = phrase.split(" ")
    if len(words) == 1:
        return {} if phrase in _PREPOSITIONS else adjective_paradigm(phrase)
    if words[0] in _PREPOSITIONS | _CLAUSES or words[0] in ("den", "det", "de", "inte"):
        return _negated(words)
    if words[1] in _PREPOSITIONS:
        return _wrap(adjective_paradigm(words[0]), after=" " + " ".join(words[1:]))
    if dictionary_form(words[-1]) != words[-1]:
        return {}
    return _wrap(_positive(adjective_paradigm(words[-1])), " ".join(words[:-1]) + " ")


def _negated(words: list[str]) -> Paradigm:
    if words[0] != "inte" or len(words) != 2:
        return {}
    return _wrap(_positive(adjective_paradigm(words[1])), "inte ")


def _positive(forms: Paradigm) -> Paradigm:
    return {slot: texts for slot, texts in forms.items() if slot not in ("cmp", "supl", "supl.def")}
