"""The regular conjugations, and the agreement of past participles."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.inflection.form_rules import (
    FormRule,
    apply_rules,
    ends,
    ends_after_vowel,
    is_any,
)
from klarsprak.language.inflection.model import AGREEMENTS, ARCHAIC, ParadigmSlot

Texts = tuple[str, ...]
"""Today's form first; empty where there is none."""


class PrincipalParts(NamedTuple):
    """A verb's; empty where there is none.  Participles are common gender, singular, indefinite."""

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


SECOND_PASTS = (
    FormRule(ends_after_vowel("d"), 1, ("dde", "tt", "dd"), "föd: födde fött född"),
    FormRule(ends("d"), 1, ("de", "t", "d"), "tänd: tände tänt tänd"),
    FormRule(ends_after_vowel("t"), 0, ("te", "t", "t"), "möt: mötte mött mött"),
    FormRule(ends("t"), 0, ("e", "", ""), "lyft: lyfte lyft lyft"),
    FormRule(ends(*"kpsx", "rön"), 0, ("te", "t", "t"), "köp: köpte köpt köpt"),
    FormRule(ends("mm", "nn"), 1, ("de", "t", "d"), "bestämm: bestämde bestämt bestämd"),
    FormRule(is_any, 0, ("de", "t", "d"), "ställ: ställde ställt ställd"),
)
"""Preterite, supine and participle of a stem of the second conjugation."""

IMPERATIVES = (
    FormRule(ends("mm"), 1, ("",), "bestämm: bestäm"),
    FormRule(is_any, 0, ("",), "ställ: ställ"),
)
PRESENTS = (
    FormRule(ends("r"), 0, ("",), "kör: kör"),
    FormRule(is_any, 0, ("er",), "ställ: ställer"),
)
"""Imperative and present of a stem of the second conjugation."""

PASSIVES = (
    FormRule(ends("s"), 0, ("es",), "läs: läses"),
    FormRule(ends("mm"), 2, ("ms", "mmes"), "bestämm: bestäms bestämmes"),
    FormRule(is_any, 0, ("s", "es"), "håll: hålls hålles"),
)
"""The present passive from the stem before -a, and the old one where that is another."""

PARTICIPLES = (
    FormRule(ends("mmen"), 3, ("met", "na", "ne"), "förnummen: förnummet förnumna förnumne"),
    FormRule(ends("nnen"), 3, ("net", "na", "ne"), "funnen: funnet funna funne"),
    FormRule(ends("en"), 2, ("et", "na", "ne"), "erhållen: erhållet erhållna erhållne"),
    FormRule(ends("ad"), 1, ("t", "de", "de"), "betalad: betalat betalade betalade"),
    FormRule(ends("dd"), 2, ("tt", "dda", "dde"), "född: fött födda födde"),
    FormRule(ends("d"), 1, ("t", "da", "de"), "gjord: gjort gjorda gjorde"),
    FormRule(is_any, 0, ("", "a", "e"), "mött: mött mötta mötte"),
)
"""Neuter, plural and masculine of a past participle from its common gender."""


def conjugate(infinitive: str) -> PrincipalParts:
    """A verb that ends in a stressed vowel, of the third conjugation, or in -a, of the first."""
    return first_conjugation(infinitive) if infinitive[-1] == "a" else third_conjugation(infinitive)


def first_conjugation(infinitive: str) -> PrincipalParts:
    """*kalla, kallar, kallade, kallat*."""
    return PrincipalParts(
        infinitive=(infinitive,),
        present=(infinitive + "r",),
        preterite=(infinitive + "de",),
        supine=(infinitive + "t",),
        participle=(infinitive + "d",),
        imperative=(infinitive,),
        present_participle=(infinitive + "nde",),
        present_passive=(infinitive + "s",),
    )


def second_conjugation(infinitive: str) -> PrincipalParts:
    """*ställa, ställer, ställde, ställt*; *köpa, köper, köpte, köpt*."""
    stem = infinitive[:-1]
    preterite, supine, participle = apply_rules(SECOND_PASTS, stem)
    return PrincipalParts(
        infinitive=(infinitive,),
        present=apply_rules(PRESENTS, stem),
        preterite=(preterite,),
        supine=(supine,),
        participle=(participle,),
        imperative=apply_rules(IMPERATIVES, stem),
        present_participle=(infinitive + "nde",),
        present_passive=present_passive(stem),
    )


def present_passive(stem: str) -> Texts:
    """*hålls, bestäms, läses*, and the old *hålles*, from the stem before -a."""
    today, *old = apply_rules(PASSIVES, stem)
    return (today, *(ARCHAIC + text for text in old))


def third_conjugation(infinitive: str) -> PrincipalParts:
    """*nå, når, nådde, nått*."""
    return PrincipalParts(
        infinitive=(infinitive,),
        present=(infinitive + "r",),
        preterite=(infinitive + "dde",),
        supine=(infinitive + "tt",),
        participle=(infinitive + "dd",),
        imperative=(infinitive,),
        present_participle=(infinitive + "ende",),
        present_passive=(infinitive + "s",),
    )


def agreements(participle: str) -> dict[ParadigmSlot, str]:
    """The forms of a past participle from its common gender, which may be an old form: *erhållen, \\*bragt*."""
    mark = ARCHAIC if participle.startswith(ARCHAIC) else ""
    common = participle.removeprefix(ARCHAIC)
    neuter, plural, masculine = apply_rules(PARTICIPLES, common)
    forms = (common, neuter, plural, plural, plural, masculine)
    return {f"ptc.{slot}": mark + form for slot, form in zip(AGREEMENTS, forms, strict=True)}
