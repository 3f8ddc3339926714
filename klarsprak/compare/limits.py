"""Which way a number or a day is a limit: *högst 3 000 kronor*, *senast den 3 maj*, *18 år eller äldre*."""

from __future__ import annotations

import re
from enum import StrEnum

from klarsprak.compare.vocabulary import any_of


class Limit(StrEnum):
    """Which way something is a limit."""

    UP_TO = "högst"
    FROM = "minst"


_UP_TO = any_of(
    "högst, max, maximalt, maximal*, som mest, upp till, under, mindre än, färre än, kortare än, lägre än",
    "yngre än, understig*, senast, före, innan, till och med, t.o.m., t.o.m, t o m, tom, till, fram till",
    "inom, tills, sista dag*, snarast, gränsen",
)
_FROM = any_of(
    "minst, lägst, åtminstone, över, mer än, fler än, längre än, högre än, äldre än, överstig*, tidigast",
    "från och med, fr.o.m., fr.o.m, fr o m, från, efter, först, förrän, sedan, börja*",
)
_NOT_MORE = r"(?:inte|ej|icke|aldrig) (?:mera?|fler|längre|högre|äldre|senare) än|(?:inte|aldrig) överstig\w*"
_NOT_LESS = r"(?:inte|ej|icke|aldrig) (?:mindre|färre|kortare|lägre|yngre|tidigare) än|(?:inte|aldrig) understig\w*"
_CUE = re.compile(
    rf"\b(?:(?P<not_more>{_NOT_MORE})|(?P<not_less>{_NOT_LESS}))\b|(?P<up>{_UP_TO})|(?P<start>{_FROM})", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s*(?:[\wåäö]+\s){0,2}?(?:(?P<up>eller (?:mindre|färre|tidigare|kortare|yngre)|som mest|på dig)"
    r"|(?P<start>eller (?:mera?|fler|senare|längre|äldre|högre)|och (?:uppåt|framåt)))\b",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(r"\d|\b(?:och|eller|men)\b|[,;]\s")
"""What stands between a word of limit and a number shows that the word is another number's."""
_OF_NUMBERS = ("under", "över")
"""Words that are limits before a number, and no more than *during* before a day."""
_MOST_BETWEEN = 3
_REACH = 45


def limit_at(text: str, start: int, end: int, is_day: bool = False) -> Limit | None:
    """Which way the number or the day at the place is a limit, by the words beside it; *under maj* is none.

    >>> limit_at("Du kan få högst 3 000 kronor.", 16, 28)
    <Limit.UP_TO: 'högst'>
    """
    match = _BEHIND.match(text[end : end + _REACH]) or _cue_before(text[max(0, start - _REACH) : start])
    if match is None or (is_day and match[0].lower() in _OF_NUMBERS):
        return None
    groups = match.groupdict()
    return Limit.UP_TO if groups["up"] or groups.get("not_more") else Limit.FROM


def _cue_before(text: str) -> re.Match[str] | None:
    """The last word of limit in the text, if what follows it leads to the text's end: *högst de första*."""
    cues = list(_CUE.finditer(text))
    if not cues:
        return None
    between = text[cues[-1].end() :]
    leads_on = len(between.split()) <= _MOST_BETWEEN and not _ANOTHERS.search(between)
    return cues[-1] if leads_on else None
