"""What any register of cases says of a record."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from klarsprak.audit.letter.record import Record

_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_LONGEST = 120
"""No number, unit or type is longer; what is would be no such thing."""


class Direction(StrEnum):
    """Which way a record went."""

    OUT = "utgående"
    OTHER = "annan"
    UNKNOWN = "okänd"


class Filed(NamedTuple):
    """A record and the addresses of its files."""

    record: Record
    direction: Direction
    hrefs: tuple[str, ...]


def short(text: str | None) -> str | None:
    """A text on one line, None for one that is empty or too long."""
    words = " ".join((text or "").split())
    return words if 0 < len(words) <= _LONGEST else None


def day_of(text: str | None) -> str | None:
    """*2024-02-14* of *2024-02-14T09:00:00*; None for what is no day."""
    found = _DAY.match((text or "").strip())
    return found[0] if found else None
