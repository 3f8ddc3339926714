"""What a ledger says of the archive, for those who decide: by time, unit, type, rule and template."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.letter.results import LACKING, LENGTHS
from klarsprak.audit.reports.templates import find_templates
from klarsprak.finding import SIGNATURE_PARTS

MOST_MONTHS = 60
"""An archive of more months than this is told by year."""
LEAST_LETTERS = 5
"""Letters that a template must have to be judged."""
MOST_TEMPLATES = 5
MOST_UNREADABLE = 200
LIX_STEP = 5
LIX_ENDS = (20, 65)
"""What is outside is put into the first and the last class."""


class Group(NamedTuple):
    """Some of the letters; shares are from 0 to 1, ``lix`` and ``findings`` are means a letter."""

    name: str
    letters: int
    clean: float
    """Share without any finding."""
    faultless: float
    """Share without findings of the level ``error``."""
    findings: float
    lix: float | None


class Frequency(NamedTuple):
    """A rule or category: how many findings, in what share of the letters."""

    name: str
    findings: int
    share: float


class Template(NamedTuple):
    """Letters much alike; ``example`` is the name of one of them, ``rule`` the most frequent in them."""

    group: Group
    unit: str | None
    type: str | None
    rule: str | None
    example: str


class Statistics(NamedTuple):
    """``missing`` maps each part of the signature to the share of letters that lack it, period by period."""

    all: Group
    words: int
    files: int
    undated: int
    """Letters whose period is not known."""
    periods: list[Group]
    units: list[Group]
    types: list[Group]
    formats: list[Group]
    categories: list[Frequency]
    rules: list[Frequency]
    missing: dict[str, list[float]]
    lix: list[tuple[str, int]]
    lengths: list[tuple[str, int]]
    best: list[Template]
    """Templates with fewest findings a letter, and, in ``worst``, with most, of those with ``LEAST_LETTERS``."""
    worst: list[Template]
    reasons: list[tuple[str, int]]
    unreadable: list[tuple[str, str]]
    """The first ``MOST_UNREADABLE``: name and reason."""


def gather(database: sqlite3.Connection, once: bool = False) -> Statistics:
    """The statistics of a ledger; ``once`` counts files of one content once."""
    count_letters(database, once)
    find_templates(database)
    whole = overall(database)
    period = _period(database)
    best, worst = _templates(database)
    periods = _groups(database, period, f"WHERE {period} IS NOT NULL")
    return Statistics(
        all=whole,
        words=_one(database, "SELECT coalesce(sum(n * words), 0) FROM counted"),
        files=_one(database, "SELECT count(*) FROM file"),
        undated=whole.letters - sum(group.letters for group in periods),
        periods=periods,
        units=_largest(_groups(database, "unit_name", "WHERE unit_name IS NOT NULL")),
        types=_largest(_groups(database, "value", ", json_each(types)")),
        formats=_largest(_groups(database, "format")),
        categories=frequencies(database, "category", whole),
        rules=frequencies(database, "name", whole),
        missing=missing(database, period),
        lix=_lix(database),
        lengths=_lengths(database),
        best=best,
        worst=worst,
        reasons=database.execute(
            "SELECT error, count(*) FROM entry WHERE error IS NOT NULL GROUP BY error ORDER BY 2 DESC, 1"
        ).fetchall(),
        unreadable=database.execute(
            f"SELECT file, error FROM entry WHERE error IS NOT NULL ORDER BY file LIMIT {MOST_UNREADABLE}"
        ).fetchall(),
    )


def overall(database: sqlite3.Connection) -> Group:
    """All letters of the table ``counted``."""
    groups = _groups(database, "''")
    return groups[0] if groups else Group("", 0, 0.0, 0.0, 0.0, None)


def stale(database: sqlite3.Connection) -> int:
    """Files of the view ``file`` whose results come from other rules than those of the last run."""
    return _one(
        database,
        "SELECT count(*) FROM file JOIN content ON content.id = file.content"
        " WHERE version <> (SELECT version FROM run ORDER BY id DESC LIMIT 1)",
    )


_MEANS = """
sum(n), 1.0 * sum(n * (findings = 0)) / sum(n), 1.0 * sum(n * (errors = 0)) / sum(n),
1.0 * sum(n * findings) / sum(n), 1.0 * sum(n * lix) / sum(n * (lix IS NOT NULL))
"""


def _groups(database: sqlite3.Connection, by: str, rest: str = "") -> list[Group]:
    """The letters by an expression, in its order."""
    return [
        Group(*row) for row in database.execute(f"SELECT {by}, {_MEANS} FROM counted {rest} GROUP BY 1 ORDER BY 1")
    ]


def _largest(groups: list[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: -group.letters)


def _one(database: sqlite3.Connection, query: str) -> int:
    return int(database.execute(query).fetchone()[0])


def _period(database: sqlite3.Connection) -> str:
    """The expression for a letter's period: its month, or its year where months are too many or not known."""
    months, exact, dated = database.execute(
        "SELECT count(DISTINCT CASE WHEN length(date) >= 7 THEN substr(date, 1, 7) END),"
        " coalesce(sum(n * (length(date) >= 7)), 0), coalesce(sum(n), 0) FROM counted WHERE date IS NOT NULL"
    ).fetchone()
    if months > MOST_MONTHS or 2 * exact < dated:
        return "substr(date, 1, 4)"
    return "CASE WHEN length(date) >= 7 THEN substr(date, 1, 7) END"


def frequencies(database: sqlite3.Connection, column: str, whole: Group) -> list[Frequency]:
    """The findings in ``counted`` by a column of ``rule``, the most frequent first; ``whole`` are all letters."""
    rows = database.execute(
        f"SELECT what, sum(n * times), sum(n) FROM (SELECT rule.{column} AS what, letter, count(*) AS times"
        f" FROM finding JOIN rule ON rule.id = rule WHERE letter IN (SELECT letter FROM counted) GROUP BY 1, 2)"
        " JOIN counted USING (letter) GROUP BY what ORDER BY 2 DESC, 1"
    )
    return [Frequency(name, findings, among / whole.letters) for name, findings, among in rows]


def missing(database: sqlite3.Connection, by: str) -> dict[str, list[float]]:
    """The share of the letters in ``counted`` that lack each part of the signature, by an expression."""
    shares = ", ".join(f"1.0 * sum(n * ({part} = {LACKING})) / sum(n)" for part in SIGNATURE_PARTS)
    rows = database.execute(
        f"SELECT {shares} FROM counted WHERE {by} IS NOT NULL GROUP BY {by} ORDER BY {by}"
    ).fetchall()
    return {part: [row[at] for row in rows] for at, part in enumerate(SIGNATURE_PARTS)}


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


def _templates(database: sqlite3.Connection) -> tuple[list[Template], list[Template]]:
    """The templates with fewest findings a letter, and those with most; none is among both."""
    groups = [
        group
        for group in _groups(database, "number", "JOIN recurring USING (template)")
        if group.letters >= LEAST_LETTERS
    ]
    groups.sort(key=lambda group: (group.findings, group.name))
    middle = len(groups) - min(MOST_TEMPLATES, len(groups) // 2)
    best, worst = groups[:middle][:MOST_TEMPLATES], groups[middle:][::-1]
    return [_template(database, group) for group in best], [_template(database, group) for group in worst]


def _template(database: sqlite3.Connection, group: Group) -> Template:
    database.execute("DROP TABLE IF EXISTS temp.alike")
    database.execute(
        "CREATE TEMP TABLE alike AS SELECT * FROM counted JOIN recurring USING (template) WHERE number = ?",
        (group.name,),
    )

    def most(what: str, rest: str = "") -> str | None:
        row = database.execute(
            f"SELECT {what} FROM alike {rest} WHERE {what} IS NOT NULL GROUP BY 1 ORDER BY sum(n) DESC, 1"
        ).fetchone()
        return None if row is None else str(row[0])

    (example,) = database.execute(
        "SELECT min(file) FROM entry WHERE letter = (SELECT min(letter) FROM alike)"
    ).fetchone()
    return Template(
        group,
        unit=most("unit_name"),
        type=most("value", ", json_each(types)"),
        rule=most("rule.name", "CROSS JOIN finding USING (letter) JOIN rule ON rule.id = finding.rule"),
        example=example,
    )
