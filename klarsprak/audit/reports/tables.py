"""A ledger as tables: one row a letter, one row a finding; the formats only write them down."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.letter.results import FOUND, LACKING, NOT_ASKED
from klarsprak.audit.reports.templates import find_templates
from klarsprak.finding import SIGNATURE_PARTS, Level
from klarsprak.score import score

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
    names = measures(database)
    columns: dict[str, type] = (
        {"file": str, "date": str, "unit_name": str, "types": str, "case_number": str, "template": int}
        | {"format": str, "verdict": str, "error": str, "words": int, "notes": int}
        | dict.fromkeys(_COUNTS.values(), int)
        | dict.fromkeys(_SCORES, float)
        | dict.fromkeys(SIGNATURE_PARTS, bool)
        | dict.fromkeys(names, float)
    )
    return Table("letters", columns, (_row(letter, names) for _, letter in every_letter(database)))


def measures(database: sqlite3.Connection) -> list[str]:
    """The keys of the measures that any letter has."""
    return [key for (key,) in database.execute("SELECT DISTINCT key FROM letter, json_each(metrics) ORDER BY key")]


_PLAIN = ("file", "date", "unit", "types", "case", "template", "format", "verdict", "error", "words", "notes")
"""What is known of a letter and stands in a column of its own."""


def _row(letter: dict[str, Any], names: Sequence[str]) -> Row:
    """A letter's cells; ``names`` are those of the measures."""
    types = ";".join(letter["types"]) or None
    plain = map((letter | {"types": types}).get, _PLAIN)
    metrics = map(letter["metrics"].get, names)
    return [*plain, *letter["levels"].values(), *map(letter.get, _SCORES), *letter["signature"].values(), *metrics]


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
    names = ("file", "number", "error", "date", "unit_name", "types", "case", "template", "format", "words", "notes")
    columns = (*names, *SIGNATURE_PARTS, "metrics", *_COUNTS.values(), *(f"placed_{level}" for level in Level))
    for row in database.execute(_LETTERS):
        known = dict(zip(columns, row, strict=True))
        yield known["number"], _letter(known)


def _letter(known: dict[str, Any]) -> dict[str, Any]:
    """What is told of a letter; ``known`` are the columns of its row, empty where it could not be read."""
    levels = {level: known[column] or 0 for level, column in _COUNTS.items()}
    return {
        "file": known["file"],
        "date": known["date"],
        "unit": known["unit_name"],
        "types": json.loads(known["types"] or "[]"),
        "case": known["case"],
        "template": known["template"],
        "format": known["format"],
        "verdict": _verdict(known["error"], levels),
        "error": known["error"],
        "words": known["words"] or 0,
        "notes": known["notes"] or 0,
        "levels": levels,
        **_score(known),
        "signature": _signature(known),
        "metrics": json.loads(known["metrics"] or "{}"),
    }


def _verdict(error: str | None, levels: dict[str, int]) -> str:
    """The same words as in the report on one letter."""
    if error:
        return "unreadable"
    return "findings" if any(levels.values()) else "clean"


_SCORES = ("score", "score_low", "score_high")


def _score(known: dict[str, Any]) -> dict[str, float | None]:
    """The letter's score and between which it lies, None for a letter that is too short or could not be read."""
    if known["error"] or known["words"] is None:
        return dict.fromkeys(_SCORES)
    placed = {level: known[f"placed_{level}"] or 0 for level in Level}
    musts = (known["errors"] or 0) - placed[Level.ERROR]
    found = score(known["words"], placed, musts, json.loads(known["metrics"]).get("lix"))
    return dict(zip(_SCORES, found or (None, None, None), strict=True))


def _signature(known: dict[str, Any]) -> dict[str, bool | None]:
    """Whether each part is there, None where it need not be; nothing is known of a letter that could not be read."""
    if known["error"]:
        return dict.fromkeys(SIGNATURE_PARTS)
    return {part: _IS_THERE[known[part]] for part in SIGNATURE_PARTS}


_IS_THERE = {FOUND: True, LACKING: False, NOT_ASKED: None}


def every_finding(database: sqlite3.Connection, letter: int | None) -> Iterator[dict[str, Any]]:
    """The findings of a letter, in the order of its text."""
    for values in database.execute(_FINDINGS, (letter,)):
        row = dict(zip(_FOUND, values, strict=True))
        yield {**row, "level": _LEVELS[row["level"]]}


_LEVELS = {int(level): str(level) for level in Level}
_COUNTS = {"error": "errors", "warning": "warnings", "info": "infos"}
"""The column that counts the findings of each level."""
_PARTS = ", ".join(f"letter.{part}" for part in SIGNATURE_PARTS)
_PLACED = ", ".join(f"sum(rule.level = {int(level)} AND block IS NOT NULL)" for level in Level)
_LETTERS = f"""
SELECT entry.file, entry.letter, entry.error, entry.date, entry.unit, entry.kinds, case_number,
    number, format, words, notes, {_PARTS},
    metrics, sum(rule.level = {int(Level.ERROR)}), sum(rule.level = {int(Level.WARNING)}),
    sum(rule.level = {int(Level.INFO)}), {_PLACED}
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
