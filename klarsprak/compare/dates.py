"""Days, months, years, weeks and weekdays, however they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from klarsprak.compare.fact import FactKind, Mention
from klarsprak.swedish import MONTHS, SHORT_MONTHS, WEEKDAYS, month_number

_MONTH = "|".join(MONTHS)
_ANY_MONTH = "|".join((*MONTHS, *SHORT_MONTHS))
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s?(?:–|-|till|och|eller|,|t\.o\.m\.|till och med)\s?(?:den\s)?"


class Day(NamedTuple):
    """A day, a month or a year: what isn't said is None."""

    year: int | None
    month: int | None
    day: int | None = None

    def says(self, other: Day) -> bool:
        """Whether it tells at least what ``other`` does; a year that only one names makes no difference to a day.

        >>> Day(2026, 5, 3).says(Day(None, 5, 3)), Day(2026, 5).says(Day(2026, 5, 3))
        (True, False)
        """
        if other.month is None:
            return self.year == other.year
        is_as_exact = other.day is None or self.day == other.day
        years = {self.year, other.year} - {None}
        return self.month == other.month and is_as_exact and len(years) < _TWO


_TWO = 2


class Week(NamedTuple):
    """*vecka 12*."""

    week: int


def find_dates(text: str) -> Iterator[Mention]:
    """The days and the like that the text names; the same stretch may be named by several, the longest counts."""
    for pattern, read in _WAYS:
        for match in pattern.finditer(text):
            key = read(match)
            if key is not None:
                yield Mention(FactKind.DATE, key, *match.span())


def find_weekdays(text: str) -> Iterator[Mention]:
    """*tisdagen*, *på fredag*."""
    for match in _WEEKDAY.finditer(text):
        yield Mention(FactKind.WEEKDAY, match[1].lower(), *match.span())


def _numbers(match: re.Match[str]) -> Day | None:
    """*2026-05-03*, *3/5 2026*."""
    return _day(match.groupdict().get("year"), int(match["month"]), match["day"])


def _named(match: re.Match[str]) -> Day | None:
    """*3 maj 2026*, *maj*."""
    parts = match.groupdict()
    return _day(parts.get("year"), month_number(parts["month"]), parts.get("day"))


def _year(match: re.Match[str]) -> Day | None:
    return Day(int(match[0]), None)


def _week(match: re.Match[str]) -> Week | None:
    return Week(int(match["week"]))


_LAST_MONTH, _LAST_DAY = 12, 31


def _day(year: str | None, month: int, day: str | None) -> Day | None:
    """The day, None where there is none such."""
    number = int(day) if day else None
    if month not in range(1, _LAST_MONTH + 1) or number not in (None, *range(1, _LAST_DAY + 1)):
        return None
    return Day(int(year) if year else None, month, number)


_NO_DIGIT = r"(?<![\d:.,/-])"
_NO_PART = r"(?<![\d:.,/])"
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Day | Week | None]], ...] = (
    (re.compile(rf"{_NO_DIGIT}(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"), _numbers),
    # *den 3/5*, *3/5 2026*
    (re.compile(rf"(?<=den )(?P<day>\d\d?)/(?P<month>\d\d?)(?:[ -](?P<year>{_YEAR}))?(?!\d)"), _numbers),
    (re.compile(rf"{_NO_DIGIT}(?P<day>\d\d?)/(?P<month>\d\d?)[ -](?P<year>{_YEAR})(?!\d)"), _numbers),
    # *12/3*, where it can't be a fraction
    (
        re.compile(r"(?<![\w:.,/-])(?P<day>1[3-9]|2\d|3[01]|[4-9]|1[0-2])/(?P<month>[1-9]|1[0-2])(?![\w/-]|[:.,]\d)"),
        _numbers,
    ),
    # *3 maj 2026*, *3:e maj*
    (
        re.compile(
            rf"{_NO_PART}(?P<day>\d\d?)(?::[ea])?\.?\s(?P<month>{_ANY_MONTH})\b\.?(?:,?\s(?P<year>{_YEAR})(?!\d))?",
            re.IGNORECASE,
        ),
        _named,
    ),
    # The first day of *1–15 juni 2026*
    (
        re.compile(
            rf"{_NO_DIGIT}(?P<day>\d\d?)(?={_TO}\d\d?(?::[ea])?\s(?P<month>{_ANY_MONTH})\b"
            rf"\.?(?:\s(?P<year>{_YEAR}))?)",
            re.IGNORECASE,
        ),
        _named,
    ),
    (re.compile(rf"\b(?P<month>{_MONTH})(?:\smånad)?(?:\s(?P<year>{_YEAR})(?!\d))?(?!\w)"), _named),
    (re.compile(r"\b(?:[Vv]eckorna|[Vv]ecka|[Vv]\.)\s?(?P<week>\d\d?)(?!\d)"), _week),
    (re.compile(r"(?<=[Vv]ecka \d\d)(?:\s?[–-]\s?|\still\s|\soch\s)(?P<week>\d\d?)(?!\d)"), _week),
    (re.compile(r"(?<=[Vv]\. \d\d)(?:\s?[–-]\s?|\still\s|\soch\s)(?P<week>\d\d?)(?!\d)"), _week),
    (re.compile(rf"(?<![\d:.,-]){_YEAR}(?![\d:]|,\d|\s(?:kr|kronor)\b)"), _year),
)
"""The ways of writing, each with what reads it."""
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?:en|s|ens|ar|ars|arna|arnas)?\b", re.IGNORECASE)
