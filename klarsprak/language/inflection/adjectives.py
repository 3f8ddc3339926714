"""Paradigms of adjectives from their common gender: irregular ones by table, others by what they end in."""

from __future__ import annotations

from functools import cache, lru_cache

from klarsprak.language.inflection.form_rules import (
    FormRule,
    apply_rules,
    ends,
    ends_after_vowel,
    has_weak_vowel,
    is_any,
    is_any_of,
    without_weak_vowel,
)
from klarsprak.language.inflection.model import AGREEMENTS, Paradigm, read_table, read_variants

_SUPERLATIVES = {
    "bäst": "bästa",
    "främst": "främsta",
    "högst": "högsta",
    "lägst": "lägsta",
    "minst": "minsta",
    "störst": "största",
    "sämst": "sämsta",
    "viktigast": "viktigaste",
    "äldst": "äldsta",
}
_DEFINITE_SUPERLATIVES = _SUPERLATIVES | {definite: definite for definite in _SUPERLATIVES.values()}
"""Superlatives in dictionary form: beside a noun, only the definite is right for sure."""

_INFLECTED_IN_S = ("ös", "ess", "ljus", "los", "vis")
"""Adjectives in -s have one form only, but for those that end so: *nervös, ljus, vis*."""
_NO_DEGREES = ("isk", "ad", "ande", "ende", "dd", "gd", "mnd", "nd", "en")
_COMPARED = frozenset(
    "öppen mogen trogen vaken naken nyfiken ledsen angelägen sen ren klen len blind rund sund ond".split()
)
"""Adjectives with degrees, among those in an ending of participles."""
_IRREGULAR_LAST = ("allmän", "bunden", "fri")
"""Irregular adjectives that others end in: *avgiftsfri, behovsbunden*."""


def _is_past_participle(word: str) -> bool:
    """Whether the word is one of the first conjugation: *betalad*, not *glad*."""
    return word.endswith("ad") and len(word) > 4


def _drops_vowel(word: str) -> bool:
    """Whether a vowel drops before another.

    >>> _drops_vowel("enkel"), _drops_vowel("fin"), _drops_vowel("vederhären")
    (True, False, False)
    """
    return has_weak_vowel(word) and not word.endswith("ären")


def _drops_vowel_before_n(word: str) -> bool:
    """Whether the word is one like *öppen*, whose neuter has its t instead of the n; not *sen*."""
    return word.endswith("en") and _drops_vowel(word)


NEUTERS = (
    FormRule(is_any_of("vit het våt söt blöt fet slät tät vet"), 0, ("t",), "vit: vitt"),
    FormRule(ends("t"), 0, ("",), "kort: kort"),
    FormRule(_drops_vowel_before_n, 1, ("t",), "öppen: öppet"),
    FormRule(ends("dd"), 2, ("tt",), "avklädd: avklätt"),
    FormRule(_is_past_participle, 1, ("t",), "betalad: betalat"),
    FormRule(ends_after_vowel("d"), 1, ("tt",), "röd: rött"),
    FormRule(ends("d"), 1, ("t",), "hård: hårt"),
    FormRule(ends(*"åiyöäu"), 0, ("tt",), "slö: slött"),  # stressed vowels
    FormRule(ends("nn", "mm"), 1, ("t",), "tunn: tunt"),
    FormRule(is_any, 0, ("t",), "fin: fint"),
)
"""The neuter from the common gender."""

PLURALS = (
    FormRule(_is_past_participle, 0, ("e", "e"), "betalad: betalade betalade"),
    FormRule(ends("ad"), 0, ("a", "a"), "glad: glada glada"),
    FormRule(is_any, 0, ("a", "e"), "enkl: enkla enkle"),
)
"""The plural, which is the definite form as well, and the masculine, from the stem."""


@lru_cache(maxsize=8192)  # an archive has words without end
def adjective_paradigm(lemma: str) -> Paradigm:
    """All forms of an adjective from its common gender.

    >>> adjective_paradigm("viktigast")
    {'def': ('viktigaste',), 'defpl': ('viktigaste',)}
    >>> adjective_paradigm("fri")["neut"], adjective_paradigm("avgiftsfri")["neut"], adjective_paradigm("ny")["cmp"]
    (('fritt',), ('avgiftsfritt',), ('nyare',))
    """
    if lemma in _DEFINITE_SUPERLATIVES:
        return dict.fromkeys(("def", "defpl"), (_DEFINITE_SUPERLATIVES[lemma],))
    if irregular := _irregular(lemma):
        return irregular
    if _is_indeclinable(lemma):
        return dict.fromkeys(AGREEMENTS, (lemma,))
    return _regular(lemma)


def _is_indeclinable(lemma: str) -> bool:
    """Whether the adjective has one form only.

    >>> list(filter(_is_indeclinable, ["extra", "gängse", "gratis", "nervös", "vis", "fin"]))
    ['extra', 'gängse', 'gratis']
    """
    return lemma.endswith(("a", "e", "s")) and not lemma.endswith(_INFLECTED_IN_S)


def _regular(lemma: str) -> Paradigm:
    """The forms of an adjective that follows the rules.

    >>> [form for (form,) in _regular("enkel").values()]
    ['enkel', 'enkelt', 'enkla', 'enkla', 'enkla', 'enkle', 'enklare', 'enklast', 'enklaste']
    """
    stem = stem_of(lemma)
    (neuter,) = apply_rules(NEUTERS, lemma)
    plural, masculine = apply_rules(PLURALS, stem)
    forms = (lemma, neuter, plural, plural, plural, masculine)
    positive: Paradigm = {slot: (form,) for slot, form in zip(AGREEMENTS, forms, strict=True)}
    if not _has_degrees(lemma):
        return positive
    return positive | {"cmp": (stem + "are",), "supl": (stem + "ast",), "supl.def": (stem + "aste",)}


def _has_degrees(lemma: str) -> bool:
    """Whether the adjective is compared.

    >>> _has_degrees("enkel"), _has_degrees("sund"), _has_degrees("bifogad")
    (True, True, False)
    """
    return lemma in _COMPARED or not lemma.endswith(_NO_DEGREES)


def stem_of(lemma: str) -> str:
    """What the endings -a, -are, -ast follow.

    >>> stem_of("långsam"), stem_of("enkel"), stem_of("fin")
    ('långsamm', 'enkl', 'fin')
    """
    if lemma.endswith("sam"):
        return lemma + "m"
    return without_weak_vowel(lemma) if _drops_vowel(lemma) else lemma


def _irregular(lemma: str) -> Paradigm | None:
    """The forms of an irregular adjective, or of one that ends in such a one; None for all others."""
    if lemma in irregulars():
        return irregulars()[lemma]
    for last in _IRREGULAR_LAST:
        first = lemma.removesuffix(last)
        if 2 <= len(first) < len(lemma):
            return _compounded(first, irregulars()[last])
    return None


def _compounded(first: str, paradigm: Paradigm) -> Paradigm:
    """*fri, fritt* to *avgiftsfri, avgiftsfritt*."""
    compounded: Paradigm = {}
    for slot, texts in paradigm.items():
        compounded[slot] = tuple(first + text for text in texts)
    return compounded


@cache
def irregulars() -> dict[str, Paradigm]:
    """The irregular adjectives by their common gender."""
    return {row[0]: _listed_paradigm(row) for row in read_table("adjectives-irregular.tsv")}


def _listed_paradigm(row: list[str]) -> Paradigm:
    """The paradigm that a row of the table spells out; a dash is no form, a slash stands between variants."""
    common, neuter, plural, definite, masculine, comparative, superlative = row
    cells = {
        "com": common,
        "neut": neuter,
        "plur": plural,
        "def": definite,
        "defpl": plural if definite == "lilla" else definite,  # de små husen
        "masc": masculine,
        "cmp": comparative,
        "supl": superlative,
        "supl.def": _definite_superlative(superlative),
    }
    return {slot: read_variants(cell) for slot, cell in cells.items() if cell != "-"}


def _definite_superlative(superlative: str) -> str:
    """What stands after *den*; a dash where there is no superlative.

    >>> _definite_superlative("nyast"), _definite_superlative("bäst"), _definite_superlative("-")
    ('nyaste', 'bästa', '-')
    """
    if superlative == "-":
        return "-"
    ending = "e" if superlative.endswith("ast") else "a"
    return superlative + ending
