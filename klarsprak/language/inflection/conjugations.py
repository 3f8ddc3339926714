"""The regular conjugations, and the agreement of past participles."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.inflection.model import AGREEMENTS, ARCHAIC, Slot

_VOWELS = "aouåeiyäö"
Texts = tuple[str, ...]
"""Today's form first; empty where there is none."""


class Verb(NamedTuple):
    """The principal parts; empty where there is none.  Participles are common gender, singular, indefinite."""

    infinitive: Texts
    present: Texts
    preterite: Texts
    supine: Texts
    participle: Texts
    imperative: Texts
    present_participle: Texts
    present_passive: Texts
    """Empty also where the verb has no s-passive."""
    subjunctive: Texts = ()
    deponent: bool = False


def first_conjugation(infinitive: str) -> Verb:
    """*kalla, kallar, kallade, kallat*."""
    past = infinitive + "de"
    return Verb(
        infinitive=(infinitive,),
        present=(infinitive + "r",),
        preterite=(past,),
        supine=(infinitive + "t",),
        participle=(infinitive + "d",),
        imperative=(infinitive,),
        present_participle=(infinitive + "nde",),
        present_passive=(infinitive + "s",),
    )


def second_conjugation(infinitive: str) -> Verb:
    """*ställa, ställer, ställde, ställt*; *köpa, köper, köpte, köpt*."""
    stem = infinitive[:-1]
    past, supine, participle = _second_past(stem)
    double_m = stem.endswith("mm")
    present = stem if stem.endswith("r") else stem + "er"
    return Verb(
        infinitive=(infinitive,),
        present=(present,),
        preterite=(past,),
        supine=(supine,),
        participle=(participle,),
        imperative=(stem[:-1] if double_m else stem,),
        present_participle=(infinitive + "nde",),
        present_passive=present_passive(stem),
    )


def _second_past(stem: str) -> tuple[str, str, str]:
    """Preterite, supine and participle of a stem of the second conjugation."""
    short = stem[:-1] if stem.endswith(("mm", "nn")) else stem
    if stem[-1] in "dt":
        vowel = stem[-2] in _VOWELS
        if stem[-1] == "d":
            return (stem + "de", stem[:-1] + "tt", stem + "d") if vowel else (stem + "e", stem[:-1] + "t", stem)
        doubled = stem + "t" if vowel else stem
        return doubled + "e", doubled, doubled
    if stem[-1] in "kpsx" or stem.endswith(("rön", "krön")):
        return stem + "te", stem + "t", stem + "t"
    return short + "de", short + "t", short + "d"


def present_passive(stem: str) -> Texts:
    """*hålls, bestäms, läses*, and the old *hålles*, from the stem before -a."""
    if stem.endswith("s"):
        return (stem + "es",)
    short = stem[:-1] if stem.endswith("mm") else stem
    return (short + "s", ARCHAIC + stem + "es")


def third_conjugation(infinitive: str) -> Verb:
    """*nå, når, nådde, nått*."""
    return Verb(
        infinitive=(infinitive,),
        present=(infinitive + "r",),
        preterite=(infinitive + "dde",),
        supine=(infinitive + "tt",),
        participle=(infinitive + "dd",),
        imperative=(infinitive,),
        present_participle=(infinitive + "ende",),
        present_passive=(infinitive + "s",),
    )


def agreements(participle: str) -> dict[Slot, str]:
    """The forms of a past participle from its common gender (*erhållen*, *gjord*, *mött*, *betalad*)."""
    mark = ARCHAIC if participle.startswith(ARCHAIC) else ""
    com = participle.removeprefix(ARCHAIC)
    neuter, plural = _neuter_and_plural(com)
    masculine = plural if com.endswith("ad") else plural[:-1] + "e"
    forms = (com, neuter, plural, plural, plural, masculine)
    return {f"ptc.{slot}": mark + form for slot, form in zip(AGREEMENTS, forms, strict=True)}


def _neuter_and_plural(com: str) -> tuple[str, str]:
    if com.endswith(("mmen", "nnen")):
        return com[:-1] + "t", com[:-3] + "na"
    if com.endswith("en"):
        return com[:-1] + "t", com[:-2] + "na"
    if com.endswith("ad"):
        return com[:-1] + "t", com + "e"
    if com.endswith("dd"):
        return com[:-2] + "tt", com + "a"
    if com.endswith("d"):
        return com[:-1] + "t", com + "a"
    return com, com + "a"
