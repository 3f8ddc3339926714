"""What a ledger says of itself: which letters it holds, when they were checked, and by what."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import NamedTuple

from klarsprak.swedish import MONTHS, written_day

_DAY, _MONTH = 10, 7
"""Signs of ``2019-05-13`` and of ``2019-05``."""


class About(NamedTuple):
    """``first`` and ``last`` are the days, months or years of the oldest and the newest letter."""

    first: str | None
    last: str | None
    checked: date | None
    """When the last run ended, or began if it was broken off, by this machine's clock."""
    program: str
    """Version of the program that ran it; empty where nothing has been run."""
    complete: bool
    stale: int
    """Files whose results come from other rules than those of the last run."""

    @property
    def period(self) -> str | None:
        """*från 3 maj 2003 till juni 2019*; None where no letter's day is known."""
        if self.first is None or self.last is None:
            return None
        first, last = written_date(self.first), written_date(self.last)
        return first if first == last else f"från {first} till {last}"


def about(database: sqlite3.Connection) -> About:
    """The same for a ledger whose letters are ``counted``."""
    first, last = database.execute("SELECT min(date), max(date) FROM counted").fetchone()
    run = database.execute(_LAST_RUN).fetchone()
    started, ended, program = run or (None, None, "")
    return About(
        first=first,
        last=last,
        checked=_local_day(ended or started),
        program=_version(program),
        complete=ended is not None,
        stale=stale(database),
    )


_LAST_RUN = (
    "SELECT started, ended, program FROM run JOIN version ON version.id = version ORDER BY run.id DESC LIMIT 1"
)


def stale(database: sqlite3.Connection) -> int:
    """Files of the view ``file`` whose results come from other rules than those of the last run."""
    (count,) = database.execute(
        "SELECT count(*) FROM file JOIN content ON content.id = file.content"
        " WHERE version <> (SELECT version FROM run ORDER BY id DESC LIMIT 1)"
    ).fetchone()
    return int(count)


def written_date(day: str) -> str:
    """*13 maj 2019* for ``2019-05-13``, *maj 2019* for ``2019-05``, *2019* for ``2019``."""
    if len(day) == _DAY:
        return written_day(date.fromisoformat(day))
    if len(day) == _MONTH:
        return f"{MONTHS[int(day[5:]) - 1]} {day[:4]}"
    return day


def _local_day(moment: str | None) -> date | None:
    """The day of a moment that the ledger has in UTC."""
    return datetime.fromisoformat(moment).astimezone().date() if moment else None


def _version(program: str) -> str:
    """The program's version, without what its model and its results are known by: ``0.1.0-3f2a-3``."""
    return program.partition("-")[0]
