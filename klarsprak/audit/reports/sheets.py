"""A ledger as tables for people who count in Excel: Swedish headings, real days and numbers, and names, not codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from klarsprak.audit.reports import tables
from klarsprak.audit.reports.naming import category_name, rule_name, type_name
from klarsprak.finding import SIGNATURE_PARTS, Level
from klarsprak.letter import Role
from klarsprak.reports.figures import figure_name
from klarsprak.reports.summary import PARTS

Cell = str | int | float | date | None
_WHOLE_DAY = "0000-00-00"


class Sheet(NamedTuple):
    """``rows`` have a cell for each heading; what isn't known is None."""

    title: str
    headings: Sequence[str]
    rows: Iterator[Sequence[Cell]]


def letters(database: sqlite3.Connection) -> Sheet:
    """One row a letter or file that can't be read; letters with one number under *Mall* are much alike."""
    measures = tables.measures(database)
    rows = (_letter(letter, measures) for _, letter in tables.every_letter(database))
    return Sheet("Brev", [*_LETTER, *map(figure_name, measures)], rows)


_LETTER = (
    *(
        "Fil",
        "Datum",
        "År",
        "Månad",
        "Enhet",
        "Brevtyp",
        "Diarienummer",
        "Mall",
        "Format",
        "Resultat",
        "Varför oläst",
    ),
    *("Ord", "Upplysningar", *(level.label for level in reversed(Level)), "Poäng", "Poäng minst", "Poäng högst"),
    *(f"Underskrift: {PARTS[part]}" for part in SIGNATURE_PARTS),
)


def _letter(letter: Mapping[str, Any], measures: Sequence[str]) -> Sequence[Cell]:
    """A letter's cells; one that can't be read has no figures, which would count as nought in a mean."""
    is_read = letter["error"] is None
    counts = [letter["words"], letter["notes"], *letter["levels"].values()]
    return [
        letter["file"],
        *_day(letter["date"]),
        letter["unit"],
        ", ".join(map(type_name, letter["types"])) or None,
        letter["case"],
        letter["template"],
        letter["format"],
        _VERDICTS[letter["verdict"]],
        letter["error"],
        *(count if is_read else None for count in counts),
        *(letter["score"], letter["score_low"], letter["score_high"]),
        *(_PART_IS_THERE[there] if is_read else None for there in letter["signature"].values()),
        *map(letter["metrics"].get, measures),
    ]


_VERDICTS = {"clean": "Inga anmärkningar", "findings": "Anmärkningar", "unreadable": "Inte läst"}
_PART_IS_THERE = {True: "finns", False: "saknas", None: "behövs inte"}


def _day(day: str | None) -> tuple[date | None, int | None, int | None]:
    """The day, and its year and month, which may be known where the day isn't."""
    whole = date.fromisoformat(day) if day and len(day) == len(_WHOLE_DAY) else None
    year, month, *_ = (*map(int, day.split("-")), None) if day else (None, None)
    return whole, year, month


def findings(database: sqlite3.Connection) -> Sheet:
    """One row a finding, with the name of its letter's file."""
    rows = (
        _finding(letter["file"], found)
        for number, letter in tables.every_letter(database)
        for found in tables.every_finding(database, number)
    )
    return Sheet("Anmärkningar", _FINDING, rows)


_FINDING = (
    *("Fil", "Regel", "Regelns id", "Område", "Nivå", "Del av brevet"),
    *("Sida", "Rad", "Stycke", "Från tecken", "Till tecken", "Ord i brevet"),
)


def _finding(file: str, found: Mapping[str, Any]) -> Sequence[Cell]:
    """A finding's cells; paragraphs and signs are counted from 1, as people count."""
    rule, category = found["rule"], found["category"]
    return [
        file,
        rule_name(rule, category),
        rule,
        category_name(category),
        _LEVELS[found["level"]],
        _ROLES.get(found["role"], found["role"]),
        found["page"],
        found["line"],
        _from_one(found["block"]),
        _from_one(found["start"]),
        found["end"],
        found["text"],
    ]


def _from_one(index: int | None) -> int | None:
    return None if index is None else index + 1


_LEVELS = {str(level): level.label for level in Level}
_ROLES = {
    str(Role.HEADING): "Rubrik",
    str(Role.PARAGRAPH): "Stycke",
    str(Role.LIST_ITEM): "Punkt i lista",
    str(Role.TABLE_CELL): "Tabell",
    str(Role.HEADER): "Sidhuvud",
    str(Role.FOOTER): "Sidfot",
    str(Role.TEXT_BOX): "Textruta",
    str(Role.FOOTNOTE): "Fotnot",
    str(Role.QUOTED): "Tidigare brev",
    None: "Hela brevet",
}
