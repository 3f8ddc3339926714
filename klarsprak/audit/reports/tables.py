"""A ledger as tables: one row a letter, one row a finding; the formats only write them down."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.letter.results import FOUND, NOT_ASKED
from klarsprak.audit.reports.templates import find_templates
from klarsprak.finding import SIGNATURE_PARTS, Level

Row = Sequence[Any]
"""Cells are of their column's type, or None."""


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` maps names to types: str, int, float or bool."""

    name: str
    columns: dict[str, type]
    rows: Iterator[Row]


def prepare(database: sqlite3.Connection, once: bool) -> None:
    """Make what the tables are taken from; ``once`` counts files of one content once."""
    count_letters(database, once)
    find_templates(database)


def letters(database: sqlite3.Connection) -> Table:
    """One row a letter or file that can't be read; ``types`` are joined by semicolons.

    Letters with one number in ``template`` are much alike.
    """
    names = [name for (name,) in database.execute("SELECT DISTINCT key FROM letter, json_each(metrics) ORDER BY key")]
    levels = ("errors", "warnings", "infos")
    columns: dict[str, type] = (
        {"file": str, "date": str, "unit_name": str, "types": str, "template": int, "format": str, "verdict": str}
        | {"error": str, "words": int, "notes": int}
        | dict.fromkeys(levels, int)
        | dict.fromkeys(SIGNATURE_PARTS, bool)
        | dict.fromkeys(names, float)
    )
    return Table("letters", columns, (_row(letter, names) for _, letter in every_letter(database)))


def _row(letter: dict[str, Any], names: Sequence[str]) -> Row:
    keys = ("file", "date", "unit", "types", "template", "format", "verdict", "error", "words", "notes")
    plain = [letter[key] for key in keys]
    plain[3] = ";".join(letter["types"]) or None
    metrics = [letter["metrics"].get(name) for name in names]
    return [*plain, *letter["levels"].values(), *letter["signature"].values(), *metrics]


def findings(database: sqlite3.Connection) -> Table:
    """One row a finding, with the name of its letter's file."""
    rows = (
        [letter["file"], *found.values()]
        for number, letter in every_letter(database)
        for found in every_finding(database, number)
    )
    return Table("findings", {"file": str} | _FOUND, rows)


def every_letter(database: sqlite3.Connection) -> Iterator[tuple[int | None, dict[str, Any]]]:
    """The number of each letter, None for a file that could not be opened, and what is known of it."""
    for file, number, error, date, unit, types, template, format, words, notes, *rest in database.execute(_LETTERS):
        signature, (metrics, errors, warnings, infos) = rest[: len(SIGNATURE_PARTS)], rest[len(SIGNATURE_PARTS) :]
        counts = {"error": errors or 0, "warning": warnings or 0, "info": infos or 0}
        yield (
            number,
            {
                "file": file,
                "date": date,
                "unit": unit,
                "types": json.loads(types) if types else [],
                "template": template,
                "format": format,
                "verdict": "unreadable" if error else "findings" if any(counts.values()) else "clean",
                "error": error,
                "words": words or 0,
                "notes": notes or 0,
                "levels": counts,
                # Nothing is known of a letter that could not be read; what it need not have is no lack.
                "signature": {
                    part: None if error or found == NOT_ASKED else found == FOUND
                    for part, found in zip(SIGNATURE_PARTS, signature, strict=True)
                },
                "metrics": json.loads(metrics) if metrics else {},
            },
        )


def every_finding(database: sqlite3.Connection, letter: int | None) -> Iterator[dict[str, Any]]:
    """The findings of a letter, in the order of its text."""
    for values in database.execute(_FINDINGS, (letter,)):
        row = dict(zip(_FOUND, values, strict=True))
        yield {**row, "level": _LEVELS[row["level"]]}


_LEVELS = {int(level): str(level) for level in Level}
_PARTS = ", ".join(f"letter.{part}" for part in SIGNATURE_PARTS)
_LETTERS = f"""
SELECT entry.file, entry.letter, entry.error, entry.date, unit_name, types, number, format, words, notes, {_PARTS},
    metrics, sum(rule.level = {int(Level.ERROR)}), sum(rule.level = {int(Level.WARNING)}),
    sum(rule.level = {int(Level.INFO)})
FROM entry LEFT JOIN letter ON letter.id = entry.letter LEFT JOIN recurring USING (template)
    LEFT JOIN finding ON finding.letter = letter.id LEFT JOIN rule ON rule.id = finding.rule
GROUP BY entry.file ORDER BY entry.file
"""
_FINDINGS = """
SELECT rule.name, rule.category, rule.level, block, role, start, end, page, line, text
FROM finding JOIN rule ON rule.id = finding.rule WHERE letter = ? ORDER BY finding.rowid
"""
_FOUND: dict[str, type] = {
    "rule": str,
    "category": str,
    "level": str,
    "block": int,
    "role": str,
    "start": int,
    "end": int,
    "page": int,
    "line": int,
    "text": str,
}
