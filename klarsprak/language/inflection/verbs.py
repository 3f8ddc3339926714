"""Paradigms of verbs.

Strong and irregular verbs and those of the second conjugation are listed; compounds follow their last part; the rest
end in a stressed vowel (third conjugation) or belong to the open first conjugation.
"""

from __future__ import annotations

from functools import cache, lru_cache

from klarsprak.language.inflection.conjugations import (
    PrincipalParts,
    Texts,
    agreements,
    conjugate,
    second_conjugation,
)
from klarsprak.language.inflection.form_rules import has_vowel
from klarsprak.language.inflection.model import Paradigm, read_words, surround
from klarsprak.language.inflection.strong_verbs import (
    is_strong_deponent,
    other_infinitives,
    principal_parts,
    strong_verbs,
)

_LONG_BASE = 5
_FREE = frozenset("göra föra köra läsa söka köpa leda höra mäta lysa".split())
"""Short verbs that form compounds as freely as long ones do."""
_NEVER_COMPOUND = frozenset(
    {"vara", "skola", "må", "vilja", "kunna", "böra", "heta", "måste", "torde", "ska", "skall"}
)


@lru_cache(maxsize=8192)  # an archive has words without end
def verb_paradigm(infinitive: str) -> Paradigm:
    """All forms of a verb from its infinitive, which may be an old one.

    >>> verb_paradigm("vidtaga") == verb_paradigm("vidta")
    True
    """
    return _arrange(_principal_parts(infinitive))


def has_passive(infinitive: str) -> bool:
    """Whether the verb has an s-passive.

    >>> has_passive("skicka"), has_passive("komma")
    (True, False)
    """
    return "inf.pass" in verb_paradigm(infinitive)


def is_deponent(infinitive: str) -> bool:
    """Whether the verb is listed as one that has s-forms only (*finnas, hoppas*)."""
    verb = strong_verbs().get(infinitive)
    return verb is not None and is_strong_deponent(verb)


def _arrange(verb: PrincipalParts) -> Paradigm:
    """The paradigm with what follows from the principal parts, without empty slots."""
    paradigm = _active(verb)
    if verb.present_passive:
        paradigm |= _passive(verb)
    paradigm |= {"imp": verb.imperative, "sub": verb.subjunctive, "prp": verb.present_participle}
    paradigm["prp.gen"] = _with_s(verb.present_participle)
    paradigm |= _past_participles(verb.participle)
    return {slot: texts for slot, texts in paradigm.items() if texts}


def _voiced(verb: PrincipalParts) -> Paradigm:
    """*erhålla, erhåller, erhöll, erhållit*, which have a voice."""
    return {
        "inf": verb.infinitive,
        "prs": verb.present,
        "prt": verb.preterite,
        "sup": verb.supine,
    }


def _active(verb: PrincipalParts) -> Paradigm:
    """The slots of the active voice; a deponent verb has them with forms in -s."""
    voice = ".act~Voice=Pass" if verb.deponent else ".act"
    return {slot + voice: texts for slot, texts in _voiced(verb).items()}


def _passive(verb: PrincipalParts) -> Paradigm:
    """*erhållas, erhålls, erhölls, erhållits*: with an s, but for the present."""
    passive = {f"{slot}.pass": _with_s(texts) for slot, texts in _voiced(verb).items()}
    return passive | {"prs.pass": verb.present_passive}


def _past_participles(participles: Texts) -> Paradigm:
    """All agreements of all variants.

    >>> _past_participles(("betald", "betalad"))["ptc.neut"]
    ('betalt', 'betalat')
    """
    paradigm: Paradigm = {}
    for participle in participles:
        for slot, form in agreements(participle).items():
            paradigm[slot] = (*paradigm.get(slot, ()), form)
    return paradigm


def _with_s(texts: Texts) -> Texts:
    return tuple(text + "s" for text in texts)


def _principal_parts(infinitive: str) -> PrincipalParts:
    """A listed verb's, those of a compound by its last part, else the regular ones.

    >>> [_principal_parts(verb).preterite for verb in ("se", "utse", "behövas", "kalla")]
    [('såg', '*sågo'), ('utsåg', '*utsågo'), ('behövdes',), ('kallade',)]
    """
    head, last = _split(infinitive)
    base = other_infinitives().get(last, last)
    if base in strong_verbs():
        return _strong(head, base)
    if _has_s_for_passive(infinitive):
        return _as_deponent(_principal_parts(infinitive[:-1]))
    return _regular(infinitive, last)


def _strong(head: str, base: str) -> PrincipalParts:
    """*anta, antog* by *ta, tog*; *stå* has no passive, but *förestå* is listed as having one."""
    verb = strong_verbs()[base]
    passive = "nopass" not in verb.notes or head + base in _words("transitive.txt")
    parts = principal_parts(verb, is_compound=bool(head), has_passive=passive)
    return _prefixed(head, parts)


def _has_s_for_passive(infinitive: str) -> bool:
    """Whether the infinitive is that of an active verb with an s.

    >>> _has_s_for_passive("behövas"), _has_s_for_passive("ses"), _has_s_for_passive("kalla")
    (True, True, False)
    """
    if not infinitive.endswith("s"):
        return False
    return len(infinitive) > 3 or infinitive[:-1] in strong_verbs()


def _regular(infinitive: str, last: str) -> PrincipalParts:
    """A verb of the second conjugation is listed, or its ``last`` part is; the others' endings tell.

    >>> [_regular(verb, verb).present for verb in ("ställa", "kalla", "nå")]
    [('ställer',), ('kallar',), ('når',)]
    """
    is_second = last in _words("weak2.txt")
    verb = second_conjugation(infinitive) if is_second else conjugate(infinitive)
    return verb._replace(present_passive=()) if _is_intransitive(infinitive, last) else verb


def _is_intransitive(infinitive: str, last: str) -> bool:
    """Whether the verb has no object, nor has its last part, and so no passive.

    >>> _is_intransitive("hända", "hända"), _is_intransitive("kalla", "kalla")
    (True, False)
    """
    intransitive = _words("intransitive.txt")
    by_last = last in intransitive and infinitive not in _words("transitive.txt")
    return infinitive in intransitive or by_last


@lru_cache(maxsize=8192)  # an archive has words without end
def _split(infinitive: str) -> tuple[str, str]:
    """Prefixes and the listed verb; no prefixes and the whole where nothing is listed.

    >>> _split("föranleda"), _split("ställa"), _split("kalla")
    (('föran', 'leda'), ('', 'ställa'), ('', 'kalla'))
    """
    if infinitive in _listed_verbs():
        return "", infinitive
    for start in range(1, len(infinitive) - 1):
        base = infinitive[start:]
        if base in _last_parts() and _is_prefix(infinitive[:start], base):
            return infinitive[:start], base
    return "", infinitive


def _is_prefix(text: str, base: str) -> bool:
    """Whether ``text`` can stand before ``base`` in a compound: anything may before a long base, few things else.

    >>> _is_prefix("ut", "se"), _is_prefix("skriftväx", "bryta"), _is_prefix("skriftväx", "se")
    (True, True, False)
    """
    if text in _words("prefixes.txt"):
        return True
    if len(base) >= _LONG_BASE or base in _FREE:
        return len(text) > 1 and has_vowel(text)
    return _is_two_prefixes(text)


def _is_two_prefixes(text: str) -> bool:
    """Whether two known prefixes make up the text: *för·ut* in *förutse*."""
    prefixes = _words("prefixes.txt")
    halves = ((text[:cut], text[cut:]) for cut in range(2, len(text) - 1))
    return any(map(prefixes.issuperset, halves))


@cache
def _listed_verbs() -> frozenset[str]:
    return frozenset((*strong_verbs(), *_words("weak1.txt"), *_words("weak2.txt")))


@cache
def _last_parts() -> frozenset[str]:
    """The verbs that compounds may end in."""
    return frozenset((*strong_verbs(), *_words("weak2.txt"), *other_infinitives())) - _NEVER_COMPOUND


def _prefixed(head: str, verb: PrincipalParts) -> PrincipalParts:
    """Every part with ``head`` before it, an old form's mark first."""
    texts = (_prefix_all(head, part) for part in verb[:-1])
    return PrincipalParts._make((*texts, verb.deponent))


def _prefix_all(head: str, texts: Texts) -> Texts:
    """The texts with ``head`` before them.

    >>> _prefix_all("an", ("tog", "*togo"))
    ('antog', '*antogo')
    """
    return tuple(surround(text, before=head) for text in texts)


def _as_deponent(active: PrincipalParts) -> PrincipalParts:
    """*behöva* to *behövas*: the s-forms are all it has."""
    return active._replace(
        infinitive=_with_s(active.infinitive),
        present=active.present_passive or _with_s(active.infinitive),
        preterite=_with_s(active.preterite),
        supine=_with_s(active.supine),
        participle=(),
        imperative=(),
        present_participle=(),
        present_passive=(),
        deponent=True,
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_words(name))
