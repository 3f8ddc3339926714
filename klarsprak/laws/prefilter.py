"""Where in a letter a reference to law may stand: few of its sentences hold one, and reading them takes time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain

from klarsprak.laws.register import Register
from klarsprak.swedish import SENTENCE_END

# Strings, lower case, that are found fast, and what must stand there for them to be a sign of law.
SIGNS = {
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
_SENTENCE_END = re.compile(rf"(?<!\bkap)(?<!\bst)(?<!\bp)(?<!\bmen){SENTENCE_END}")

Stretch = tuple[int, int]


def find_promising(texts: Sequence[str], register: Register) -> dict[int, list[Stretch]]:
    """The sentences that may hold a reference, by the number of their text; their ends cut no reference in two.

    They have a sign of a law: a section, a chapter, an article, a law's name, number or short form.  All texts are
    searched at once, since a search takes less time than to begin one.
    """
    joined = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    places = defaultdict(list)
    for place in chain(_signs(joined), _short_forms(joined, register)):
        number = bisect_right(starts, place) - 1
        places[number].append(place - starts[number])
    return {number: _sentences_at(texts[number], places[number]) for number in sorted(places)}


def _signs(text: str) -> Iterator[int]:
    """Where words and signs stand that speak of law: *§*, *lagen*, *(2010:900)*.

    A string is found faster than an expression; only where it stands is the expression asked.
    """
    lowered = _lower(text)
    for sign, pattern in _patterns():
        place = lowered.find(sign)
        while place >= 0:
            if pattern.match(lowered, place):
                yield place
            place = lowered.find(sign, place + 1)


def _lower(text: str) -> str:
    """The text in lower case, as long as it was, so that places in it are places in the text.

    A few letters of other languages grow: of *İ* only the first sign is kept.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower()[:1] for letter in text)


def _short_forms(text: str, register: Register) -> Iterator[int]:
    """Where the short forms of laws and courts stand: *SoL*, *HFD*.

    Of all words with capitals, few are short forms.
    """
    shorts = register.shorts
    for match in _CAPITALS.finditer(text):
        word = match[0]
        if word in shorts or word in _COURTS:
            yield match.start()


def _sentences_at(text: str, places: list[int]) -> list[Stretch]:
    """The sentences that hold one of the places, in order.

    Two places in a sentence give it once.
    """
    inner_ends = (match.end() for match in _SENTENCE_END.finditer(text))
    ends = [0, *inner_ends, len(text)]
    last = len(ends) - 1
    held = {bisect_right(ends, place, 0, last) - 1 for place in places}
    return [(ends[i], ends[i + 1]) for i in sorted(held)]


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The signs, compiled once, since together they take time to."""
    return [(sign, re.compile(pattern)) for sign, pattern in SIGNS.items()]
