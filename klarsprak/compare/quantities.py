"""Sums, percentages, times of the clock, and other numbers with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from klarsprak.compare.fact import FactKind, Mention
from klarsprak.compare.number_words import NUMBER, value_of

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_MONEY, _SHARE = "kr", "%"
_UNITS: dict[str, tuple[str, str]] = {
    # base unit: {how many of it, the words for it}
    "kr kronor krona :- sek kr.": (_MONEY, "1"),
    "öre": (_MONEY, "0.01"),
    "tkr": (_MONEY, "1000"),
    "mkr mnkr": (_MONEY, "1000000"),
    "% procent": (_SHARE, "1"),
    "dag dagar dagars dagen dagarna dygn kalenderdagar": ("dag", "1"),
    "vecka veckor veckors veckas veckorna": ("dag", "7"),
    "månad månader månaders månads månaderna": ("månad", "1"),
    "år års åren": ("månad", "12"),
    "arbetsdag arbetsdagar vardagar": ("arbetsdag", "1"),
    "timme timmar timma timmars tim h": ("minut", "60"),
    "halvtimme halvtimmar": ("minut", "30"),
    "minut minuter minuters min": ("minut", "1"),
    "kvm m2 m² kvadratmeter": ("m²", "1"),
    "m meter meters": ("m", "1"),
    "km kilometer": ("m", "1000"),
    "mil": ("m", "10000"),
    "cm centimeter": ("m", "0.01"),
    "mm millimeter": ("m", "0.001"),
    "kg kilo kilogram": ("kg", "1"),
    "gånger gång": ("gång", "1"),
}
_BY_WORD = {word: unit for words, unit in _UNITS.items() for word in words.split()}
_UNIT_AFTER = re.compile(
    rf"\s?({'|'.join(sorted(map(re.escape, _BY_WORD), key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
# What joins two numbers that share a unit: *3–4 veckor*, *två eller tre timmar*
_TO = re.compile(r"\s?(?:–|-|till|och|eller|resp\.|respektive|à)\s?$", re.IGNORECASE)
_GREAT_AFTER = re.compile(r"\s(?:(tusen)|(miljoner|miljon))\b", re.IGNORECASE)
_LONG_ENOUGH = frozenset({"dag", "månad", "minut"})
"""Units of time, of which *en* is a number: *en månad*; but *en dag*, *en gång* say little."""
_TIME = r"(\d\d?)(?:[.:](\d\d))?"
# *kl. 13.30*, *klockan 9–16*, *mellan klockan 8 och 16*
_CLOCK = re.compile(
    rf"\b(?:kl\.?|klockan)\s?{_TIME}(?!\d)(?:\s?(?:–|-|till|och|eller)\s?(?:kl\.?\s|klockan\s)?{_TIME}(?![\d]))?",
    re.IGNORECASE,
)
_CLOCK_WORDS = re.compile(
    r"\b(?:kl\.?|klockan)\s(ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\b", re.IGNORECASE
)
_BARE_CLOCK = re.compile(
    r"(?<![\d.,:/])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d]|[.:,]\d|\s?(?:kr|%|procent|m²?|km|kg)\b)"
)
_LAST_HOUR, _LAST_MINUTE = 24, 59


class Quantity(NamedTuple):
    """A number as it is written, and what it counts; ``base`` is "" where that isn't known."""

    written: Decimal
    base: str = ""
    factor: Decimal = Decimal(1)

    @property
    def amount(self) -> Decimal:
        """In the base unit: 21 of *tre veckor*."""
        return self.written * self.factor

    def is_same(self, other: Quantity) -> bool:
        """*tre veckor* is *21 dagar*, and *3*; it isn't *tre månader*."""
        if self.base and other.base:
            return self.base == other.base and self.amount == other.amount
        return other.written in (self.written, self.amount) or self.written == other.amount


def find_times(text: str) -> Iterator[Mention]:
    """The times of the clock, in minutes after midnight."""
    for match in _CLOCK.finditer(text):
        yield from _clock_mentions(match)
    for match in _CLOCK_WORDS.finditer(text):
        hour = value_of(_whole_number(match[1]))
        yield Mention(FactKind.TIME, int(hour) * 60, *match.span())
    for match in _BARE_CLOCK.finditer(text):
        yield Mention(FactKind.TIME, _minutes(match[1], match[2]), *match.span())


def _clock_mentions(match: re.Match[str]) -> Iterator[Mention]:
    """Both times of *kl. 9–16*, as one stretch of text."""
    for hour, minute in (match.groups()[:2], match.groups()[2:]):
        if hour is not None and int(hour) <= _LAST_HOUR and int(minute or 0) <= _LAST_MINUTE:
            yield Mention(FactKind.TIME, _minutes(hour, minute), *match.span())


def _minutes(hour: str, minute: str | None) -> int:
    return 60 * int(hour) + int(minute or 0)


def _whole_number(word: str) -> re.Match[str]:
    match = _NUMBER.fullmatch(word)
    assert match is not None
    return match


def find_quantities(text: str) -> Iterator[Mention]:
    """Every number with its unit, where it has one that is known; of *3–4 veckor* both have."""
    found = [_Found.at(match, text) for match in _NUMBER.finditer(text)]
    for number, each in enumerate(found):
        yield each.with_unit_of(found[number + 1 : number + 2], text).mention()


class _Found(NamedTuple):
    """A number in a text."""

    quantity: Quantity
    start: int
    number_end: int
    end: int
    is_one_word: bool

    @classmethod
    def at(cls, match: re.Match[str], text: str) -> _Found:
        """The number of a match, and the unit after it."""
        value, end = _with_great(value_of(match), match.end(), text)
        unit = _UNIT_AFTER.match(text, end)
        is_one_word = match[0].lower() in ("en", "ett")
        if unit is None:
            return cls(Quantity(value), match.start(), end, end, is_one_word)
        base, factor = _BY_WORD[unit[1].lower()]
        return cls(Quantity(value, base, Decimal(factor)), match.start(), end, unit.end(), is_one_word)

    def with_unit_of(self, following: Sequence[_Found], text: str) -> _Found:
        """With the unit of the number after it, where the two are a range."""
        if self.quantity.base or not following:
            return self
        after = following[0]
        if not _TO.fullmatch(text[self.end : after.start]):
            return self
        return self._replace(quantity=after.quantity._replace(written=self.quantity.written))

    def mention(self) -> Mention:
        """The number as a fact; *en* and *ett* are most often no numbers."""
        kind = {_MONEY: FactKind.AMOUNT, _SHARE: FactKind.PERCENT}.get(self.quantity.base, FactKind.NUMBER)
        is_soft = self.is_one_word and not self._is_span_of_time()
        return Mention(kind, self.quantity, self.start, self.end, is_soft)

    def _is_span_of_time(self) -> bool:
        return self.quantity.base in _LONG_ENOUGH and self.quantity.factor > 1


def _with_great(value: Decimal, end: int, text: str) -> tuple[Decimal, int]:
    """*2,5 miljoner* is one number."""
    great = _GREAT_AFTER.match(text, end)
    if great is None:
        return value, end
    return value * (1000 if great[1] else 1_000_000), great.end()


# What says a number by another word: it need not be kept, but may stand for the number.
_SAID_OTHERWISE = (
    (re.compile(r"\b(?:båda|bägge|bådadera|par|dubbelt|dubbla|dubblerad\w*)\b", re.IGNORECASE), Quantity(Decimal(2))),
    (re.compile(r"\b(?:hälften|halva|halv|halvt)\b", re.IGNORECASE), Quantity(Decimal(50), _SHARE)),
    (re.compile(r"\b(?:halvår|halvåret)\b", re.IGNORECASE), Quantity(Decimal(6), "månad")),
    (re.compile(r"\b(?:halvtimme|halvtimma)\b", re.IGNORECASE), Quantity(Decimal(30), "minut")),
    (re.compile(r"\b(?:kvart)\b", re.IGNORECASE), Quantity(Decimal(15), "minut")),
    (re.compile(r"\b(?:fjärdedel|fjärdedelen)\b", re.IGNORECASE), Quantity(Decimal(25), _SHARE)),
    (re.compile(r"\b(?:dygn|dygnet)\b", re.IGNORECASE), Quantity(Decimal(24 * 60), "minut")),
    (re.compile(r"\b(?:tvåveckors\w*)\b", re.IGNORECASE), Quantity(Decimal(14), "dag")),
    (re.compile(r"\b(?:treveckors\w*)\b", re.IGNORECASE), Quantity(Decimal(21), "dag")),
    (re.compile(r"\b(?:vecka|veckan)\b", re.IGNORECASE), Quantity(Decimal(7), "dag")),
    (re.compile(r"\b(?:månad|månaden)\b", re.IGNORECASE), Quantity(Decimal(1), "månad")),
    (re.compile(r"\b(?:år|året|årlig|årligen|årligt)\b", re.IGNORECASE), Quantity(Decimal(12), "månad")),
    (re.compile(r"\b(?:timme|timma|timmen)\b", re.IGNORECASE), Quantity(Decimal(60), "minut")),
    (
        re.compile(r"\b(?:noll|gratis|kostnadsfri\w*|avgiftsfri\w*|ingenting)\b", re.IGNORECASE),
        Quantity(Decimal(0), _MONEY),
    ),
)


def find_said_otherwise(text: str) -> Iterator[Mention]:
    """*hälften* for 50 per cent, *båda* for two."""
    for pattern, quantity in _SAID_OTHERWISE:
        for match in pattern.finditer(text):
            kind = {_MONEY: FactKind.AMOUNT, _SHARE: FactKind.PERCENT}.get(quantity.base, FactKind.NUMBER)
            yield Mention(kind, quantity, *match.span(), is_soft=True)
