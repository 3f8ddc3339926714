"""Paradigms of adjectives, and the way back from a form to its dictionary form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from klarsprak.language.inflection.model import AGREEMENTS, Paradigm, table, words

_VOWELS = "aouåeiyäö"
_STRESSED = "åiyöäu"
"""Final vowels that are stressed: the neuter is -tt."""
_NATIVE_T = frozenset({"vit", "het", "våt", "söt", "blöt", "fet", "slät", "tät", "vet"})
"""Adjectives whose neuter doubles the t; loans in -t keep theirs."""
_KNOWN_ENDINGS = (
    *(
        "ig",
        "isk",
        "sam",
        "bar",
        "ell",
        "iv",
        "ös",
        "full",
        "lös",
        "mässig",
        "är",
        "abel",
        "ibel",
        "ad",
        "ande",
        "ende",
    ),
    *("aktig", "fri", "enlig", "al", "ant", "ent"),
)
_SUPERLATIVES = {
    text: definite
    for short, definite in (
        *(("bäst", "bästa"), ("främst", "främsta"), ("störst", "största"), ("minst", "minsta"), ("högst", "högsta")),
        *(("lägst", "lägsta"), ("sämst", "sämsta"), ("viktigast", "viktigaste"), ("äldst", "äldsta")),
    )
    for text in (short, definite)
}
"""Superlatives in dictionary form: beside a noun, only the definite is right for sure."""
_NO_DEGREES = ("isk", "ad", "ande", "ende", "dd", "gd", "mnd", "nd", "en")
_COMPARED = frozenset(
    "öppen mogen trogen vaken naken nyfiken ledsen angelägen sen ren klen len blind rund sund ond".split()
)
"""Adjectives with degrees, among those in an ending of participles."""


@cache
def adjective_paradigm(lemma: str) -> Paradigm:
    """All forms of an adjective from its common gender."""
    if lemma in _SUPERLATIVES:
        return dict.fromkeys(("def", "defpl"), (_SUPERLATIVES[lemma],))
    if row := _irregular(lemma):
        return row
    if lemma[-1] in "aes" and not lemma.endswith(("ös", "ess", "iös", "ljus", "los", "vis")):
        return dict.fromkeys(AGREEMENTS, (lemma,))
    neuter, stem = _neuter(lemma), _stem(lemma)
    plural = stem + "a"
    masculine = plural if lemma.endswith("ad") else stem + "e"
    if lemma.endswith("ad") and len(lemma) > 4:
        plural = masculine = lemma + "e"
    forms = (lemma, neuter, plural, plural, plural, masculine)
    paradigm: Paradigm = {slot: (form,) for slot, form in zip(AGREEMENTS, forms, strict=True)}
    if lemma in _COMPARED or not lemma.endswith(_NO_DEGREES):
        paradigm |= {"cmp": (stem + "are",), "supl": (stem + "ast",), "supl.def": (stem + "aste",)}
    return paradigm


def _irregular(lemma: str) -> Paradigm | None:
    for start in (0, *range(2, len(lemma) - 2)):
        if row := _irregulars().get(lemma[start:]):
            if start and lemma[start:] not in ("fri", "allmän", "ny", "bunden"):
                continue
            head = lemma[:start]
            return {slot: tuple(head + text for text in texts) for slot, texts in row.items()}
    return None


@cache
def _irregulars() -> dict[str, Paradigm]:
    paradigms = {}
    for com, neuter, plural, definite, masculine, comparative, superlative in table("adjectives-irregular.tsv"):
        cells = [com, neuter, plural, definite, plural if definite == "lilla" else definite, masculine]
        slots = (*AGREEMENTS, "cmp", "supl", "supl.def")
        ending = "e" if superlative.endswith("ast") else "a"
        cells += [comparative, superlative, superlative + ending if superlative != "-" else "-"]
        cells = [com if cell == "-" and com == "" else cell for cell in cells]
        row = {slot: tuple(cell.split("/")) for slot, cell in zip(slots, cells, strict=True) if cell != "-"}
        paradigms[com] = row
    return paradigms


def _neuter(lemma: str) -> str:
    if lemma.endswith("t"):
        return lemma + "t" if lemma in _NATIVE_T else lemma
    if lemma.endswith("en") and _drops(lemma):
        return lemma[:-1] + "t"
    if lemma.endswith("d"):
        return _neuter_d(lemma)
    if lemma[-1] in _STRESSED:
        return lemma + "tt"
    if lemma.endswith(("nn", "mm")):
        return lemma[:-1] + "t"
    return lemma + "t"


def _neuter_d(lemma: str) -> str:
    if lemma.endswith("dd"):
        return lemma[:-2] + "tt"
    if lemma.endswith("ad") and len(lemma) > 4:
        return lemma[:-1] + "t"
    if lemma[-2:-1] in _VOWELS:
        return lemma[:-1] + "tt"
    return lemma[:-1] + "t"


def _stem(lemma: str) -> str:
    """What the endings -a, -are, -ast follow."""
    if lemma.endswith("sam"):
        return lemma + "m"
    if _drops(lemma):
        body = lemma[:-2]
        if body[-1] == body[-2] and body[-1] in "mn":
            body = body[:-1]
        return body + lemma[-1]
    return lemma


def _drops(lemma: str) -> bool:
    """Whether the last, unstressed vowel drops before a vowel (*enkel*, *vacker*, *öppen*)."""
    if not lemma.endswith(("el", "er", "en")) or lemma[-3:-2] in _VOWELS:
        return False
    return any(letter in _VOWELS for letter in lemma[:-2]) and not lemma.endswith(("allmän", "ären"))


@lru_cache(maxsize=4096)
def dictionary_form(form: str) -> str | None:
    """The adjective that ``form`` is a form of; None where that isn't known."""
    found = {lemma for lemma in _candidates(form) if _is_known(lemma) and _has(lemma, form)}
    return found.pop() if len(found) == 1 else None


def _has(lemma: str, form: str) -> bool:
    return any(form in texts for texts in adjective_paradigm(lemma).values())


def _is_known(lemma: str) -> bool:
    return lemma in _irregulars() or lemma in _listed() or (lemma.endswith(_KNOWN_ENDINGS) and len(lemma) > 4)


def _candidates(form: str) -> Iterator[str]:
    yield form
    yield from _irregular_lemmas().get(form, ())
    for ending in ("t", "tt", "a", "e", "ma", "me", "de", "are", "ast", "aste"):
        if form.endswith(ending):
            yield form.removesuffix(ending)
    for ending, instead in _UNDO:
        if form.endswith(ending):
            yield form.removesuffix(ending) + instead


@cache
def _irregular_lemmas() -> dict[str, set[str]]:
    """The irregular adjectives that each form may be one of."""
    lemmas: defaultdict[str, set[str]] = defaultdict(set)
    for lemma, row in _irregulars().items():
        for form in chain.from_iterable(row.values()):
            lemmas[form].add(lemma)
    return dict(lemmas)


_UNDO = (("t", "d"), ("tt", "d"), ("tt", "dd"), ("t", "n"), ("na", "en"), ("la", "el"), ("ra", "er"), ("ne", "en"))


@cache
def _listed() -> frozenset[str]:
    return frozenset(words("adjectives.tsv"))
