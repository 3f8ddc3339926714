"""Paradigms of nouns: by table (compounds follow their last part), else by an ending that tells the declension."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from klarsprak.language.inflection.model import Paradigm, table

_VOWELS = frozenset("aouåeiyäöé")
_WEAK = ("el", "en", "er", "or")
"""Unstressed endings: a noun on one of them takes a short article and may lose its vowel."""

_ENDINGS = {
    "ar": "ning ling ing dom",
    "er": "het tet tion sion ans ens ist ör log graf nom tek ik ism logi grafi nomi pati iatri tor sor nad ur ant är",
    "r": "else",
    "0u": "are iker",
    "or": "inna a",
    "n": "ande ende",
    "0": "ment mål gram",
    "ern": "eri ium eum",
    "u": "sel",
}
_BY_ENDING = sorted(
    ((ending, kind) for kind, endings in _ENDINGS.items() for ending in endings.split()),
    key=lambda pair: -len(pair[0]),
)


_NEVER_LAST = frozenset({"slag"})
"""Nouns that a linking s before another noun looks like (*avtalslag*); their compounds are listed."""
_ARTICLES = (("n", ""), ("en", ""), ("t", ""), ("et", ""))


class _Noun(NamedTuple):
    """The nominatives of a noun; empty where it has none.  ``gender`` is Com, Neut or empty."""

    singular: tuple[str, ...]
    definite: tuple[str, ...]
    plural: tuple[str, ...]
    definite_plural: tuple[str, ...]
    gender: str


@cache
def noun_paradigm(lemma: str) -> Paradigm:
    """All forms of a noun; of an unknown one only the dictionary form and its genitive."""
    noun = _noun(lemma)
    if not noun.gender and noun.singular:
        noun = _plural_or_definite(lemma) or noun
    slots = {
        "si.ind": noun.singular,
        "si.def": noun.definite,
        "pl.ind": noun.plural,
        "pl.def": noun.definite_plural,
    }
    paradigm: Paradigm = {}
    for slot, texts in slots.items():
        if texts:
            paradigm[f"{slot}.nom"] = texts
            paradigm[f"{slot}.gen"] = tuple(genitive(text) for text in texts)
    return paradigm


def _plural_or_definite(lemma: str) -> _Noun | None:
    """A noun whose dictionary form is given in the plural (*lokaler*) or the definite (*sökanden*)."""
    for ending, instead in (("er", ""), ("ar", ""), ("or", "a"), ("r", ""), ("ar", "e"), *_ARTICLES):
        base = _noun(lemma.removesuffix(ending) + instead) if lemma.endswith(ending) else None
        if base and base.gender and lemma in base.plural:
            return _Noun((), (), base.plural, base.definite_plural, base.gender)
        if base and base.gender and lemma in base.definite:
            return _Noun((), base.definite, (), (), base.gender)
    return None


def noun_gender(lemma: str) -> str | None:
    """``Com`` or ``Neut``, None where it isn't known."""
    noun = _noun(lemma)
    if not noun.gender:
        noun = _plural_or_definite(lemma) or noun
    return noun.gender or None


def genitive(text: str) -> str:
    """The genitive, which a word in -s, -x or -z shares with the nominative."""
    return text if text.endswith(("s", "x", "z")) else text + "s"


@cache
def _noun(lemma: str) -> _Noun:
    irregular, listed = _irregular(), _listed()
    for start in range(max(1, len(lemma) - 1)):
        base = lemma[start:]
        if (base in irregular or base in listed) and (not start or _can_be_compound(lemma[:start], base)):
            return _prefixed(lemma[:start], irregular.get(base) or _decline(base, *listed[base]))
    for ending, kind in _BY_ENDING:
        if lemma.endswith(ending) and (_has_vowel(lemma[: -len(ending)]) or ending == "a"):
            return _decline(lemma, kind, lemma + "m" if ending == "gram" else lemma)
    return _Noun((lemma,), (), (), (), "")


def _can_be_compound(first: str, last: str) -> bool:
    """Whether a noun may be read as a compound of the two; short last parts stand at the end of too many words."""
    if last in _NEVER_LAST:
        return False
    if last in ("år", "kö"):
        return len(first) > 2 and _has_vowel(first)
    return len(last) > 2 and len(first) > 1 and len(first) + len(last) > 5 and _has_vowel(first)


def _has_vowel(text: str) -> bool:
    return not _VOWELS.isdisjoint(text)


def _prefixed(head: str, noun: _Noun) -> _Noun:
    if not head:
        return noun
    singular, definite, plural, definite_plural = (tuple(head + text for text in texts) for texts in noun[:4])
    return _Noun(singular, definite, plural, definite_plural, noun.gender)


def _decline(lemma: str, kind: str, stem: str) -> _Noun:
    """The regular forms; ``stem`` has the last letter doubled where it is before an ending."""
    singular = lemma
    if kind in ("n", "0", "ern", "i"):
        return _neuter(singular, kind, stem)
    return _common(singular, kind, stem)


def _neuter(lemma: str, kind: str, stem: str) -> _Noun:
    definite = _neuter_definite(lemma, stem)
    if kind == "i":
        return _Noun((lemma,), definite, (), (), "Neut")
    if kind == "n":
        return _Noun((lemma,), definite, (lemma + "n",), (lemma + "na",), "Neut")
    if kind == "ern":
        plural = (lemma[:-2] if lemma.endswith("um") else lemma) + "er"
        return _Noun((lemma,), definite, (plural,), (plural + "na",), "Neut")
    short = _drop_vowel(lemma)
    return _Noun((lemma,), definite, (lemma,), ((short or stem) + "en",), "Neut")


def _neuter_definite(lemma: str, stem: str) -> tuple[str, ...]:
    if lemma.endswith(("ium", "eum")):
        return (lemma[:-2] + "et",)
    if lemma.endswith(("e", "o", "a")):
        return (lemma + "t",)
    return ((_drop_vowel(lemma) or stem) + "et",)


def _drop_vowel(lemma: str) -> str | None:
    """*medl-, teckn-, fönstr-, numr-*; None where no vowel drops."""
    if not lemma.endswith(_WEAK[:3]) or lemma[-3:-2] in _VOWELS or not _has_vowel(lemma[:-2]):
        return None
    body = lemma[:-2]
    if body[-1] == body[-2] and body[-1] in "mn":
        body = body[:-1]
    return body + lemma[-1]


def _common(lemma: str, kind: str, stem: str) -> _Noun:
    definite = _common_definite(lemma, stem)
    if kind in ("u", "x"):
        return _Noun((lemma,), definite if kind == "u" else (), (), (), "Com")
    if kind == "0u":
        definite_plural = lemma[:-1] + "na" if lemma.endswith("are") else lemma + "na"
        return _Noun((lemma,), definite, (lemma,), (definite_plural,), "Com")
    plural = _common_plural(lemma, kind, stem)
    return _Noun((lemma,), definite, (plural,), (plural + "na",), "Com")


def _common_definite(lemma: str, stem: str) -> tuple[str, ...]:
    if lemma.endswith("en") and (short := _drop_vowel(lemma)):
        return (short + "en",)
    if lemma[-1] in _VOWELS or (lemma.endswith(("el", "er", "or")) and _has_vowel(lemma[:-2])):
        return (lemma + "n",)
    return (stem + "en",)


def _common_plural(lemma: str, kind: str, stem: str) -> str:
    if kind == "or":
        return lemma[:-1] + "or"
    if kind == "r":
        return lemma + "r"
    if kind == "ar":
        return _plural_ar(lemma, stem)
    return stem + "er"


def _plural_ar(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma[:-1] + "ar"
    if lemma in ("sommar", "morgon", "afton"):
        return {"sommar": "somrar", "morgon": "morgnar", "afton": "aftnar"}[lemma]
    return (_drop_vowel(lemma) or stem) + "ar"


@cache
def _listed() -> dict[str, tuple[str, str]]:
    """Declension and stem of the listed nouns."""
    entries = {}
    for kind, *nouns in table("nouns.tsv"):
        for noun in nouns:
            lemma, _, letter = noun.partition("+")
            entries[lemma] = (kind, lemma + letter)
    return entries


@cache
def _irregular() -> dict[str, _Noun]:
    nouns = {}
    genders = {"c": "Com", "n": "Neut", "p": ""}
    for lemma, definite, plural, definite_plural, gender in table("nouns-irregular.tsv"):
        cells = [() if cell == "-" else tuple(cell.split("/")) for cell in (definite, plural, definite_plural)]
        if gender == "p":
            nouns[lemma] = _Noun((), (), (lemma,), cells[0], "")
        else:
            nouns[lemma] = _Noun((lemma,), cells[0], cells[1], cells[2], genders[gender])
    return nouns
