"""What a ledger says of the archive, for those who decide: by time, unit, type, rule and template."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.letter.results import LENGTHS
from klarsprak.audit.reports import frequencies
from klarsprak.audit.reports.about import About, about
from klarsprak.audit.reports.frequencies import Frequency
from klarsprak.audit.reports.groups import LEAST_LETTERS, Group, gathered, groups, overall
from klarsprak.audit.reports.recurring import Template, templates
from klarsprak.audit.reports.template_sentences import Fix, fixes
from klarsprak.audit.reports.templates import find_templates

MOST_MONTHS = 60
"""An archive of more months than this is told by year."""
MOST_UNREADABLE = 200
LIX_STEP = 5
LIX_ENDS = (20, 65)
"""What is outside is put into the first and the last class."""


class Statistics(NamedTuple):
    """``missing`` maps each part of the signature to the share of letters that lack it, period by period."""

    about: About
    all: Group
    undated: int
    """Letters whose period is not known."""
    periods: list[Group]
    """By month or by year, those with few letters among them."""
    years: list[Group]
    units: list[Group]
    """The largest first, those with few letters gathered; so are the types."""
    types: list[Group]
    typed: int
    """Letters of which a type is known; some are of several."""
    categories: list[Frequency]
    rules: list[Frequency]
    missing: dict[str, list[float]]
    lix: list[tuple[str, int]]
    lengths: list[tuple[str, int]]
    best: list[Template]
    worst: list[Template]
    fixes: list[Fix]
    """What the newest letters of the templates still have, the most useful first."""
    reasons: list[tuple[str, int]]
    """Why letters can't be read, and how many."""
    unreadable: list[tuple[str, str]]
    """The first ``MOST_UNREADABLE``: name and reason."""

    @property
    def closed(self) -> int:
        """Letters and files that can't be read."""
        return sum(count for _, count in self.reasons)


def gather(database: sqlite3.Connection, once: bool = False) -> Statistics:
    """The statistics of a ledger; ``once`` counts files of one content once."""
    count_letters(database, once)
    find_templates(database)
    whole = overall(database)
    period = _period(database)
    best, worst = templates(database)
    periods = groups(database, period, f"WHERE {period} IS NOT NULL")
    return Statistics(
        about=about(database),
        all=whole,
        undated=whole.letters - sum(group.letters for group in periods),
        periods=periods,
        years=groups(database, _YEAR, "WHERE date IS NOT NULL"),
        units=gathered(database, "unit_name"),
        types=gathered(database, "value", ", json_each(types)"),
        typed=_typed(database),
        categories=frequencies.categories(database, whole),
        rules=frequencies.rules(database, whole),
        missing=frequencies.missing(database, period),
        lix=_lix(database),
        lengths=_lengths(database),
        best=best,
        worst=worst,
        fixes=[fix for fix in fixes(database) if not fix.is_mended],
        reasons=database.execute(
            "SELECT error, count(*) FROM entry WHERE error IS NOT NULL GROUP BY error ORDER BY 2 DESC, 1"
        ).fetchall(),
        unreadable=database.execute(
            f"SELECT file, error FROM entry WHERE error IS NOT NULL ORDER BY file LIMIT {MOST_UNREADABLE}"
        ).fetchall(),
    )


_YEAR = "substr(date, 1, 4)"
_MONTH = "CASE WHEN length(date) >= 7 THEN substr(date, 1, 7) END"


def _period(database: sqlite3.Connection) -> str:
    """The expression for a letter's period: its month, or its year where months are too many, too small or not known.

    Months serve where at least half of the dated letters are in one that is large enough to tell figures of.
    """
    months, in_large_months = database.execute(
        f"SELECT count(*), total(CASE WHEN letters >= {LEAST_LETTERS} THEN letters END)"
        f" FROM (SELECT sum(n) AS letters FROM counted WHERE {_MONTH} IS NOT NULL GROUP BY {_MONTH})"
    ).fetchone()
    (dated,) = database.execute("SELECT total(n) FROM counted WHERE date IS NOT NULL").fetchone()
    return _YEAR if months > MOST_MONTHS or 2 * in_large_months < dated else _MONTH


def _typed(database: sqlite3.Connection) -> int:
    (count,) = database.execute("SELECT coalesce(sum(n), 0) FROM counted WHERE types <> '[]'").fetchone()
    return int(count)


def _lix(database: sqlite3.Connection) -> list[tuple[str, int]]:
    low, high = LIX_ENDS
    counts = dict(
        database.execute(
            f"SELECT min(max(CAST(lix AS INTEGER) / {LIX_STEP} * {LIX_STEP}, {low - LIX_STEP}), {high}), sum(n)"
            " FROM counted WHERE lix IS NOT NULL GROUP BY 1"
        ).fetchall()
    )
    names = {low - LIX_STEP: f"under {low}", high: f"{high} eller mer"}
    starts = range(low - LIX_STEP, high + 1, LIX_STEP)
    return [(names.get(at, f"{at}–{at + LIX_STEP - 1}"), counts.get(at, 0)) for at in starts]


def _lengths(database: sqlite3.Connection) -> list[tuple[str, int]]:
    counts = dict(database.execute("SELECT key, sum(n * value) FROM counted, json_each(lengths) GROUP BY key"))
    starts = [1, *(most + 1 for most in LENGTHS)]
    names = [f"{start}–{most}" for start, most in zip(starts, LENGTHS, strict=False)] + [f"fler än {LENGTHS[-1]}"]
    return [(name, counts.get(at, 0)) for at, name in enumerate(names)]
