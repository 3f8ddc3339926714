"""A ledger as rows for other programs: one a letter, one a finding."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from typing import Any, TextIO

from klarsprak import __version__
from klarsprak.audit.summary import count_copies
from klarsprak.finding import SIGNATURE_PARTS, Level

SCHEMA = "klarsprak/audit/1"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LEVELS = {int(level): str(level) for level in Level}
_PARTS = ", ".join(f"letter.{part}" for part in SIGNATURE_PARTS)
_LETTERS = f"""
SELECT entry.file, entry.letter, entry.error, format, words, notes, {_PARTS}, metrics,
    sum(rule.level = {int(Level.ERROR)}), sum(rule.level = {int(Level.WARNING)}), sum(rule.level = {int(Level.INFO)})
FROM entry LEFT JOIN letter ON letter.id = entry.letter LEFT JOIN finding ON finding.letter = letter.id
    LEFT JOIN rule ON rule.id = finding.rule
GROUP BY entry.file ORDER BY entry.file
"""
_FINDINGS = """
SELECT rule.name, rule.category, rule.level, block, role, start, end, page, line, text
FROM finding JOIN rule ON rule.id = finding.rule WHERE letter = ? ORDER BY finding.rowid
"""
_FOUND = ("rule", "category", "level", "block", "role", "start", "end", "page", "line", "text")


def write(database: sqlite3.Connection, format: str, rows: str, out: TextIO, once: bool = False) -> None:
    """Write the ledger as ``csv`` or ``json``; ``rows``, ``letters`` or ``findings``, says what a row of CSV is."""
    count_copies(database, once)
    if format == "json":
        _write_json(database, out)
    elif rows == "findings":
        _write_findings(database, out)
    else:
        _write_letters(database, out)


def _letters(database: sqlite3.Connection) -> Iterator[tuple[int | None, dict[str, Any]]]:
    """The number of each letter, None for a file that could not be opened, and what is known of it."""
    for file, letter, error, format, words, notes, *rest in database.execute(_LETTERS):
        signature, (metrics, errors, warnings, infos) = rest[: len(SIGNATURE_PARTS)], rest[len(SIGNATURE_PARTS) :]
        counts = {"error": errors or 0, "warning": warnings or 0, "info": infos or 0}
        yield (
            letter,
            {
                "file": file,
                "format": format,
                "verdict": "unreadable" if error else "findings" if any(counts.values()) else "clean",
                "error": error,
                "words": words or 0,
                "notes": notes or 0,
                "levels": counts,
                # Nothing is known of what a letter lacks that could not be read.
                "signature": {
                    part: None if error else bool(found)
                    for part, found in zip(SIGNATURE_PARTS, signature, strict=True)
                },
                "metrics": json.loads(metrics) if metrics else {},
            },
        )


def _findings(database: sqlite3.Connection, letter: int | None) -> Iterator[dict[str, Any]]:
    for values in database.execute(_FINDINGS, (letter,)):
        row = dict(zip(_FOUND, values, strict=True))
        yield {**row, "level": _LEVELS[row["level"]]}


def _write_json(database: sqlite3.Connection, out: TextIO) -> None:
    """One object, written letter by letter: an archive is larger than memory."""
    head = json.dumps({"schema": SCHEMA, "version": __version__})[:-1]
    out.write(f'{head}, "letters": [')
    for index, (number, letter) in enumerate(_letters(database)):
        letter["findings"] = list(_findings(database, number))
        out.write(",\n" if index else "\n")
        json.dump(letter, out, ensure_ascii=False)
    out.write("\n]}\n")


def _write_letters(database: sqlite3.Connection, out: TextIO) -> None:
    names = [name for (name,) in database.execute("SELECT DISTINCT key FROM letter, json_each(metrics) ORDER BY key")]
    table = csv.writer(out, lineterminator="\n")
    levels = ("errors", "warnings", "infos")
    table.writerow(["file", "format", "verdict", "error", "words", "notes", *levels, *SIGNATURE_PARTS, *names])
    for _, letter in _letters(database):
        plain = [letter[key] for key in ("file", "format", "verdict", "error", "words", "notes")]
        signature = ["" if found is None else int(found) for found in letter["signature"].values()]
        metrics = [letter["metrics"].get(name, "") for name in names]
        table.writerow(map(_inert, [*plain, *letter["levels"].values(), *signature, *metrics]))


def _write_findings(database: sqlite3.Connection, out: TextIO) -> None:
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["file", *_FOUND])
    for number, letter in _letters(database):
        for found in _findings(database, number):
            table.writerow(map(_inert, [letter["file"], *found.values()]))


def _inert(cell: object) -> object:
    """The cell with an apostrophe before what a spreadsheet would run as a formula: files come from anyone."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
