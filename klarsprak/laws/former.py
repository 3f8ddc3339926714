"""Whether a letter tells what applied earlier: then it is right to name an act that has been repealed since."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from klarsprak.laws.acts import Act
from klarsprak.laws.shipped import read_rows
from klarsprak.lazy_regex import LazyRegex
from klarsprak.swedish import MONTHS, month_number

# What calls an act the earlier one: *den tidigare socialtjänstlagen*, *… i dess lydelse före den 1 juli 2025*,
# *den då gällande lagen*, *när beslutet fattades gällde …*, *vi tillämpar fortfarande …*.
_TRANSITIONAL = LazyRegex(
    r"\b(?:upphäv\w*|upphörde?|upphört|tidigare|förutvarande|äldre|gamla|dåvarande|dessförinnan|ursprunglig\w*|"
    r"ersatts|ersattes|ersatte|ersätter|ersätts|ersatt|avlöst\w*|avlöser|övergångs(?:bestämmelse|regle|regel)\w*|"
    r"i dess lydelse|(?:i den|den|vars) lydelse|lydelse före|då gällande|(?:som )?gällde|gällt|var gällande|"
    r"(?:vid|på) den tiden|vid tidpunkten|då tillämplig\w*|tillämpades|fortfarande|fortsätter|före den|"
    r"före \w+ \d{4}|fram till|inte längre|ÄPBL)\b",
)
_MONTH = "|".join(MONTHS)
# *3 mars 2024*, *maj 2025*, *2024-03-03*, *2024*: the numbers of acts and cases, *2001:453*, *2024-123*, are no
# dates, and neither are sums, *2000 kronor*.
_DATE = LazyRegex(
    rf"(?<![\d:/.-])(?:(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})\s+)?(?P<year>(?:19|20)\d\d)"
    r"(?:-(?P<number>\d\d)-(?P<date>\d\d))?(?![\d:/-])(?!\s+(?:kronor|kr|års)\b)",
)
_DECEMBER = 12


def calls_former(sentence: str) -> bool:
    """Whether the words around a reference say that the act is the earlier one."""
    return _TRANSITIONAL.search(sentence) is not None


def still_applies(act: Act, sentence: str) -> bool:
    """Whether the sentence is about what a repealed act still applies to, by the rules on going over to the new one.

    *återkrav* of what was granted before July 2025 follows the act of 2001.
    """
    told = _transitional().get(act.sfs)
    return told is not None and told.search(sentence) is not None


@cache
def _transitional() -> dict[str, LazyRegex]:
    return {sfs: LazyRegex(told) for sfs, told in read_rows("transitional.tsv")}


def tells_of_its_time(act: Act, words: str) -> bool:
    """Whether the words name a day on which the act still applied.

    *Nämnden beslutade den 3 mars 2024 enligt socialtjänstlagen (2001:453).*
    """
    return any(act.applied(day) for day in _days_in(words))


def _days_in(words: str) -> Iterator[date]:
    """The days named, each as late as it can be: *maj 2025* may be its last day, *2024* New Year's Eve."""
    for match in _DATE.all(words):
        year, month = int(match["year"]), _month_of(match)
        _, last = monthrange(year, month)
        day = int(match["day"] or match["date"] or last)
        yield date(year, month, min(max(day, 1), last))


def _month_of(match: re.Match[str]) -> int:
    """The month that is named by word or number, December where none is: *2024*."""
    if match["month"]:
        return month_number(match["month"])
    number = int(match["number"] or _DECEMBER)
    return min(max(number, 1), _DECEMBER)
