"""Whether a template's sentence is on its way in or out of the letters, by when those were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import log, sqrt
from typing import NamedTuple

from klarsprak.audit.reports.about import written_date
from klarsprak.audit.reports.difference import LEAST_ERRORS
from klarsprak.audit.reports.groups import LEAST_LETTERS
from klarsprak.swedish import number, percent

_CHANCE = 0.001
"""A sentence is told to be gone, or new, if letters without it would be so many by chance only this seldom."""
_LEAST_CHANGE = 0.2
"""A smaller change of the share isn't told."""
_YEAR = 4
"""Signs of a year."""


class Change(StrEnum):
    """What has become of a sentence over time."""

    MENDED = "mended"
    NEW = "new"
    MORE = "more"
    FEWER = "fewer"
    SAME = "same"
    UNKNOWN = "unknown"


class Period(NamedTuple):
    """A month or a year: ``letters`` of the template's ``of`` letters have the sentence."""

    name: str
    letters: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.letters / self.of if self.of else 0.0


class Trend(NamedTuple):
    """``since`` is the period from which a sentence is gone or there; ``says`` is one Swedish sentence."""

    change: Change
    since: str | None
    says: str
    periods: tuple[Period, ...]
    """Years, or months where all letters are of one year."""


def trend_of(found: Mapping[str, int], every: Mapping[str, int]) -> Trend:
    """The trend of a sentence; both map months (or years) to letters, those with it and all of the template."""
    months = [Period(name, found.get(name, 0), every[name]) for name in sorted(every)]
    told = tuple(_told(months))
    for judge in (_mended, _new, _changed):
        trend = judge(months, told)
        if trend:
            return trend
    if len([period for period in told if period.of >= LEAST_LETTERS]) < 2:
        return Trend(Change.UNKNOWN, None, "Det går inte att säga om det har ändrats över tid.", told)
    return Trend(Change.SAME, None, "Ingen säker ändring över tid.", told)


def _told(months: Sequence[Period]) -> Sequence[Period]:
    """The periods that are shown."""
    years = sorted({month.name[:_YEAR] for month in months})
    return months if len(years) == 1 else [_sum(year, months) for year in years]


def _sum(year: str, months: Sequence[Period]) -> Period:
    within = [month for month in months if month.name[:_YEAR] == year]
    return Period(year, sum(month.letters for month in within), sum(month.of for month in within))


def _mended(months: Sequence[Period], told: tuple[Period, ...]) -> Trend | None:
    """*Finns inte i något av de 90 breven från och med juli 2024.*"""
    after = _without(months[::-1])
    if not after:
        return None
    since, letters = months[len(months) - after].name, sum(month.of for month in months[-after:])
    says = f"Ser ut att vara rättad: finns inte i något av de {number(letters)} breven från och med {_when(since)}."
    return Trend(Change.MENDED, since, says, told)


def _new(months: Sequence[Period], told: tuple[Period, ...]) -> Trend | None:
    before = _without(months)
    if not before:
        return None
    since, letters = months[before].name, sum(month.of for month in months[:before])
    says = f"Ny: finns sedan {_when(since)}, men inte i något av de {number(letters)} breven dessförinnan."
    return Trend(Change.NEW, since, says, told)


def _when(period: str) -> str:
    return written_date(period)


def _without(months: Sequence[Period]) -> int:
    """With how many months without the sentence the row begins; 0 where that may be chance."""
    at = next((at for at, month in enumerate(months) if month.letters), len(months))
    before, rest = sum(month.of for month in months[:at]), months[at:]
    of = sum(month.of for month in rest)
    if not rest or before < LEAST_LETTERS or of < LEAST_LETTERS:
        return 0
    share = sum(month.letters for month in rest) / of
    is_sure = share == 1 or before * log(1 - share) < log(_CHANCE)
    return at if is_sure else 0


def _changed(months: Sequence[Period], told: tuple[Period, ...]) -> Trend | None:
    """*Minskar: 92 % av breven 2022, 41 % 2024.*"""
    large = [period for period in told if period.of >= LEAST_LETTERS]
    if len(large) < 2:
        return None
    first, last = large[0], large[-1]
    by = last.share - first.share
    error = sqrt(sum(each.share * (1 - each.share) / each.of for each in (first, last)))
    if abs(by) < _LEAST_CHANGE or abs(by) <= LEAST_ERRORS * error:
        return None
    change, name = (Change.MORE, "Ökar") if by > 0 else (Change.FEWER, "Minskar")
    shares = f"{percent(first.share)} av breven {_when(first.name)}, {percent(last.share)} {_when(last.name)}"
    return Trend(change, None, f"{name}: {shares}.", told)
