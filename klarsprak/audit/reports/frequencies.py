"""How often rules and categories are broken, and what signatures lack."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.audit.letter.results import LACKING
from klarsprak.audit.reports.groups import Group, Sums
from klarsprak.audit.reports.naming import category_name, rule_name
from klarsprak.finding import SIGNATURE_PARTS, Level


class Frequency(NamedTuple):
    """A rule or category: how many findings, in how many of the letters."""

    name: str
    title: str
    """What a person reads."""
    level: Level
    """The gravest that it has had."""
    findings: int
    letters: int
    share: float
    sums: Sums
    """Over all letters, those without such a finding among them."""

    @property
    def rate(self) -> float:
        """Findings per 1,000 words."""
        return self.sums.rate


def rules(database: sqlite3.Connection, whole: Group) -> list[Frequency]:
    """The rules that found something, those in most letters first; ``whole`` are all letters."""
    found = [_frequency(row, rule_name(row.name, row.category), whole) for row in _rows(database, "name")]
    return sorted(found, key=lambda each: (-each.letters, -each.findings, each.name))


def categories(database: sqlite3.Connection, whole: Group) -> list[Frequency]:
    """The categories, those with most findings first."""
    found = [_frequency(row, category_name(row.name), whole) for row in _rows(database, "category")]
    return sorted(found, key=lambda each: (-each.findings, each.name))


class _Row(NamedTuple):
    """A rule or category as the ledger has it, with the sums that ``Sums`` needs."""

    name: str
    category: str
    level: int
    findings: int
    letters: int
    squared: float
    by_words: float


def _frequency(row: _Row, title: str, whole: Group) -> Frequency:
    sums = whole.sums._replace(findings=row.findings, findings_squared=row.squared, findings_by_words=row.by_words)
    share = row.letters / whole.letters
    return Frequency(row.name, title, Level(row.level), row.findings, row.letters, share, sums)


def none(whole: Group) -> Sums:
    """The sums of a rule that found nothing in those letters."""
    return whole.sums._replace(findings=0.0, findings_squared=0.0, findings_by_words=0.0)


def _rows(database: sqlite3.Connection, column: str) -> Iterator[_Row]:
    """The findings by a column of ``rule``.

    A letter's findings are counted before its copies are, which the ledger has but once.
    """
    rows = database.execute(
        "SELECT what, max(category), max(level), sum(n * times), sum(n),"
        " total(1.0 * n * n * times * times), total(1.0 * n * n * times * words) FROM ("
        f"SELECT rule.{column} AS what, letter, max(category) AS category, max(level) AS level, count(*) AS times"
        " FROM finding JOIN rule ON rule.id = rule WHERE letter IN (SELECT letter FROM counted) GROUP BY 1, 2"
        ") JOIN counted USING (letter) GROUP BY what"
    )
    return map(_Row._make, rows)


def missing(database: sqlite3.Connection, by: str) -> dict[str, list[float]]:
    """The share of the letters in ``counted`` that lack each part of the signature, by an expression."""
    shares = ", ".join(f"1.0 * sum(n * ({part} = {LACKING})) / sum(n)" for part in SIGNATURE_PARTS)
    rows = database.execute(
        f"SELECT {shares} FROM counted WHERE {by} IS NOT NULL GROUP BY {by} ORDER BY {by}"
    ).fetchall()
    return {part: [row[at] for row in rows] for at, part in enumerate(SIGNATURE_PARTS)}
