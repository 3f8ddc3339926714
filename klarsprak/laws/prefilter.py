"""Where in a letter a reference to law may stand: few of its sentences hold one, and reading them takes time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from klarsprak.laws.register import register

# Strings, lower case, that are found fast, and what must stand there for them to be a sign of law.
_SIGNS = {
    "§": "§",
    "kap": r"(?<![a-zåäö])kap(?:\.|\b|itel)",
    "paragraf": r"paragraf(?:en|erna|er)?\b",
    "art": r"(?<!\w)art(?:\.|\s\d|ik(?:eln?|lar|larna|elns)\b)",
    "lag": r"lag(?:ens?\b|rum)|(?<!\w)lag\s(?:om|med|mot)\b",
    "balk": r"balkens?\b",
    "förordning": r"förordningens?\b",
    "kungörelse": r"kungörelsens?\b",
    "stadga": r"stadgans?\b",
    "direktiv": r"direktivet",
    "konvention": r"(?:(?<=barn)|(?<=europa))konventionen",
    "regeringsform": "regeringsformen",
    "lokala": r"lokala\s+\w*(?:föreskrift|stadga)",
    ":": r"(?<=\d{4}):\d",
    "/": r"(?<=\d\d)/\d\d",
    "eu:s": "eu:s",
    "års": r"(?<=\d\s)års\s",
    **dict.fromkeys(
        ("samma", "nämnda", "sagda", "angivna", "ovanstående", "denna"),
        r"\w+\s+(?:lag|balk|förordning|kungörelse|stadga|paragraf|bestämmelse|kapitel)\b",
    ),
    **{short: rf"(?<!\w){short}(?!\w)" for short in ("lss", "pbl", "gdpr", "pul", "lvu", "hsl")},
}
_CAPITALS = re.compile(r"[A-ZÅÄÖ](?<!\w.)\w*[A-ZÅÄÖ]\b")
_COURTS = frozenset("NJA HFD RÅ MÖD RH MIG AD JO".split())
_SENTENCE_END = re.compile(r"(?<!\bkap)(?<!\bst)(?<!\bp)(?<!\bmen)[.!?]\s+(?=[A-ZÅÄÖ])")

Stretch = tuple[int, int]


def promising(texts: Sequence[str]) -> dict[int, list[Stretch]]:
    """The sentences that may hold a reference, by the number of their text; their ends cut no reference in two.

    They have a sign of a law: a section, a chapter, an article, a law's name, number or short form.
    """
    joined = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    places = defaultdict(list)
    for place in _places(joined):
        number = bisect_right(starts, place) - 1
        places[number].append(place - starts[number])
    return {number: _sentences(texts[number], places[number]) for number in sorted(places)}


def _places(text: str) -> Iterator[int]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters of other languages grow
        lowered = "".join(letter.lower()[:1] for letter in text)
    for sign, pattern in _patterns():
        place = lowered.find(sign)
        while place >= 0:
            if pattern.match(lowered, place):
                yield place
            place = lowered.find(sign, place + 1)
    shorts = _shorts()
    yield from (match.start() for match in _CAPITALS.finditer(text) if match[0] in shorts)


def _sentences(text: str, places: list[int]) -> list[Stretch]:
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    touched = sorted({bisect_right(ends, place, 0, len(ends) - 1) - 1 for place in places})
    return [(ends[i], ends[i + 1]) for i in touched]


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(sign, re.compile(pattern)) for sign, pattern in _SIGNS.items()]


@cache
def _shorts() -> frozenset[str]:
    return frozenset(register().shorts) | _COURTS
