"""The regular declensions of nouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from klarsprak.language.inflection.form_rules import (
    VOWELS,
    FormRule,
    apply_rules,
    ends,
    has_vowel,
    has_weak_vowel,
    is_any,
    is_any_of,
    without_weak_vowel,
)

_Decline = Callable[[str, str], str]
"""A form from the dictionary form and its stem, which has the last letter doubled where that is so (*rum, rumm-*)."""


class Nominatives(NamedTuple):
    """The nominatives of a noun; empty where it has none.  ``gender`` is Com, Neut or empty."""

    singular: tuple[str, ...]
    definite: tuple[str, ...]
    plural: tuple[str, ...]
    definite_plural: tuple[str, ...]
    gender: str


class Declension(NamedTuple):
    """How the nouns of one kind are declined; None for a plural that they don't have."""

    gender: str
    definite: _Decline
    plural: _Decline | None
    definite_plural: _Decline | None
    example: str
    """Singular and plural, indefinite and definite."""


def decline(lemma: str, kind: str, stem: str) -> Nominatives:
    """The regular forms; ``stem`` has the last letter doubled where it is before an ending."""
    declension = DECLENSIONS[kind]
    return Nominatives(
        singular=(lemma,),
        definite=(declension.definite(lemma, stem),),
        plural=_if_any(declension.plural, lemma, stem),
        definite_plural=_if_any(declension.definite_plural, lemma, stem),
        gender=declension.gender,
    )


def _if_any(form: _Decline | None, lemma: str, stem: str) -> tuple[str, ...]:
    """The form; none of a noun without plural."""
    return () if form is None else (form(lemma, stem),)


NEUTER_DEFINITES = (
    FormRule(ends("ium", "eum"), 2, ("et",), "stipendium: stipendiet"),
    FormRule(ends("e", "o", "a"), 0, ("t",), "möte: mötet"),
    FormRule(is_any, 0, ("et",), "rumm: rummet"),
)
"""The definite of a neuter noun from its stem, a weak vowel dropped."""
AR_PLURALS = (
    FormRule(ends("e"), 1, ("ar",), "pojke: pojkar"),
    FormRule(is_any_of("sommar"), 3, ("rar",), "sommar: somrar"),
    FormRule(is_any_of("morgon afton"), 2, ("nar",), "morgon: morgnar"),
    FormRule(is_any, 0, ("ar",), "fågl: fåglar"),
)
"""The plural in -ar from the stem, a weak vowel dropped."""
PROFESSIONS = (
    FormRule(ends("are"), 1, ("na",), "handläggare: handläggarna"),
    FormRule(is_any, 0, ("na",), "sökande: sökandena"),
)
"""The definite plural of those who do something."""


def _shortened(lemma: str, stem: str) -> str:
    """The stem without the weak vowel that drops before an ending.

    >>> _shortened("fönster", "fönster"), _shortened("rum", "rumm")
    ('fönstr', 'rumm')
    """
    return without_weak_vowel(lemma) if has_weak_vowel(lemma) else stem


def _neuter_definite(lemma: str, stem: str) -> str:
    """*fönster, fönstret*; *möte, mötet*."""
    (definite,) = apply_rules(NEUTER_DEFINITES, _shortened(lemma, stem))
    return definite


def _same(lemma: str, _stem: str) -> str:
    """*brev, brev*."""
    return lemma


def _with_n(lemma: str, _stem: str) -> str:
    """*möte, möten*."""
    return lemma + "n"


def _with_na(lemma: str, _stem: str) -> str:
    """*möte, mötena*."""
    return lemma + "na"


def _with_en(lemma: str, stem: str) -> str:
    """*rum, rummen*; *fönster, fönstren*."""
    return _shortened(lemma, stem) + "en"


def _ern(lemma: str, _stem: str) -> str:
    """*parti, partier*; *stipendium, stipendier*."""
    return lemma.removesuffix("um") + "er"


def _common_definite(lemma: str, stem: str) -> str:
    """The definite of a noun of common gender.

    >>> _common_definite("öken", "öken"), _common_definite("flicka", "flicka"), _common_definite("vän", "vänn")
    ('öknen', 'flickan', 'vännen')
    """
    if lemma.endswith("en") and has_weak_vowel(lemma):
        return without_weak_vowel(lemma) + "en"
    return lemma + "n" if _takes_n(lemma) else stem + "en"


def _takes_n(lemma: str) -> bool:
    """Whether the article is short: after a vowel and after an unstressed ending.

    >>> _takes_n("flicka"), _takes_n("fågel"), _takes_n("doktor"), _takes_n("bil")
    (True, True, True, False)
    """
    if lemma[-1] in VOWELS:
        return True
    return lemma.endswith(("el", "er", "or")) and has_vowel(lemma[:-2])


def _or(lemma: str, _stem: str) -> str:
    """*skola, skolor*."""
    return lemma[:-1] + "or"


def _ar(lemma: str, stem: str) -> str:
    """*dag, dagar*; *pojke, pojkar*; *fågel, fåglar*."""
    (plural,) = apply_rules(AR_PLURALS, _shortened(lemma, stem))
    return plural


def _er(_lemma: str, stem: str) -> str:
    """*tid, tider*."""
    return stem + "er"


def _r(lemma: str, _stem: str) -> str:
    """*sko, skor*."""
    return lemma + "r"


def _profession(lemma: str, _stem: str) -> str:
    """*handläggare, handläggarna*."""
    (definite_plural,) = apply_rules(PROFESSIONS, lemma)
    return definite_plural


def _definite_of(plural: _Decline) -> _Decline:
    """*dagar, dagarna*."""
    return lambda lemma, stem: plural(lemma, stem) + "na"


DECLENSIONS: Mapping[str, Declension] = {
    "or": Declension("Com", _common_definite, _or, _definite_of(_or), "skola skolan skolor skolorna"),
    "ar": Declension("Com", _common_definite, _ar, _definite_of(_ar), "fågel fågeln fåglar fåglarna"),
    "er": Declension("Com", _common_definite, _er, _definite_of(_er), "tid tiden tider tiderna"),
    "r": Declension("Com", _common_definite, _r, _definite_of(_r), "linje linjen linjer linjerna"),
    "0u": Declension("Com", _common_definite, _same, _profession, "lärare läraren lärare lärarna"),
    "u": Declension("Com", _common_definite, None, None, "vård vården - -"),
    "n": Declension("Neut", _neuter_definite, _with_n, _with_na, "möte mötet möten mötena"),
    "0": Declension("Neut", _neuter_definite, _same, _with_en, "fönster fönstret fönster fönstren"),
    "ern": Declension("Neut", _neuter_definite, _ern, _definite_of(_ern), "parti partiet partier partierna"),
    "i": Declension("Neut", _neuter_definite, None, None, "bistånd biståndet - -"),
}
"""By their name in the table of nouns."""
