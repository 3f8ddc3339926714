"""How often rules and categories are broken, and what signatures lack."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from klarsprak.audit.letter.results import LACKING
from klarsprak.audit.reports.groups import PER, Group
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
    rate: float
    """Findings per 1,000 words."""


def rules(database: sqlite3.Connection, whole: Group) -> list[Frequency]:
    """The rules that found something, those in most letters first; ``whole`` are all letters."""
    rows = _rows(database, "name")
    found = [_frequency(name, rule_name(name, category), level, *sums, whole) for name, category, level, *sums in rows]
    return sorted(found, key=lambda each: (-each.letters, -each.findings, each.name))


def categories(database: sqlite3.Connection, whole: Group) -> list[Frequency]:
    """The categories, those with most findings first."""
    rows = _rows(database, "category")
    found = [_frequency(name, category_name(name), level, *sums, whole) for name, _, level, *sums in rows]
    return sorted(found, key=lambda each: (-each.findings, each.name))


def _frequency(name: str, title: str, level: int, findings: int, letters: int, whole: Group) -> Frequency:
    rate = PER * findings / whole.sums.words if whole.sums.words else 0.0
    return Frequency(name, title, Level(level), findings, letters, letters / whole.letters, rate)


def _rows(database: sqlite3.Connection, column: str) -> list[tuple[str, str, int, int, int]]:
    """A column of ``rule`` with category, level, findings and letters.

    A letter's findings are counted before its copies are, which the ledger has but once.
    """
    return database.execute(
        "SELECT what, max(category), max(level), sum(n * times), sum(n) FROM ("
        f"SELECT rule.{column} AS what, letter, max(category) AS category, max(level) AS level, count(*) AS times"
        " FROM finding JOIN rule ON rule.id = rule WHERE letter IN (SELECT letter FROM counted) GROUP BY 1, 2"
        ") JOIN counted USING (letter) GROUP BY what"
    ).fetchall()


def missing(database: sqlite3.Connection, by: str) -> dict[str, list[float]]:
    """The share of the letters in ``counted`` that lack each part of the signature, by an expression."""
    shares = ", ".join(f"1.0 * sum(n * ({part} = {LACKING})) / sum(n)" for part in SIGNATURE_PARTS)
    rows = database.execute(
        f"SELECT {shares} FROM counted WHERE {by} IS NOT NULL GROUP BY {by} ORDER BY {by}"
    ).fetchall()
    return {part: [row[at] for row in rows] for at, part in enumerate(SIGNATURE_PARTS)}
