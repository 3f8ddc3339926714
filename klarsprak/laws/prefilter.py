"""A quick look at whether a text can hold a reference to law: few of a letter's paragraphs do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from klarsprak.laws.patterns import Pattern
from klarsprak.laws.register import register

# What every hit of ``_SIGNS`` holds: looking for fixed strings costs a tenth of what the expression does.
_CUES = (
    "§", "kap", "paragraf", "artik", "art.", "art ", "lag", "balk", "förordning", "kungörelse", "stadg", "konvention",
    "direktiv", "föreskrift", "regeringsform", ":", "gdpr", "pbl", "lss", "pul", "lvu", "hsl", "/",
)  # fmt: skip
_NAMED = r"(?:lag|balk|förordning|kungörelse|stadg|instruktion|reglemente)"
_SIGNS = Pattern(
    r"§|paragraf(?:en|erna|er)?\b|kap(?:\.|\b|itel)",
    r"\bart(?:\.|ik(?:el|lar|eln|larna|elns)\b|\s\d)",
    rf"{_NAMED}(?:ens?|ans?|ns?|t)\b",
    r"\blag\s(?:om|med|mot)\b|eu:s|\d\sårs\s",
    r"\d{4}:\d|\d{2,4}/\d+|\bsfs\b",
    r"\blagrum|(?:samma|nämnda|sagda|angivna|ovanstående|denna)\s+(?:lag|balk|förordning|kungörelse|paragraf|kapitel)",
    r"(?:barn|europa)konventionen|direktivet|lokala\s+\w+föreskrift|lokala\s+\w+stadga|regeringsformen",
    r"\b(?:lss|pbl|gdpr|pul|lvu|hsl)\b",
    flags=0,
)
_COURTS = frozenset("NJA HFD RÅ MÖD RH MIG AD JO".split())
_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]\w*[A-ZÅÄÖ]\b")


def holding(texts: Sequence[str]) -> list[int]:
    """The numbers of the texts that may hold a reference.

    They have a sign of a law: a section, a chapter, an article, a law's name, number or short form.
    """
    joined = "\n".join(texts)
    lowered = joined.lower()
    if len(lowered) != len(joined):  # a few letters of other languages grow
        return list(range(len(texts)))
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    cued = {number for cue in _CUES for number in _with_cue(lowered, cue, starts)}
    found = {number for number in cued if _SIGNS.search(lowered, starts[number], starts[number + 1]) is not None}
    short = (match.start() for match in _CAPITALS.finditer(joined) if match[0] in _shorts())
    return sorted(found.union(bisect_right(starts, place) - 1 for place in short))


def _with_cue(lowered: str, cue: str, starts: list[int]) -> Iterator[int]:
    place = lowered.find(cue)
    while place >= 0:
        number = bisect_right(starts, place) - 1
        yield number
        place = lowered.find(cue, starts[number + 1])


@cache
def _shorts() -> frozenset[str]:
    return frozenset(register().shorts) | _COURTS
