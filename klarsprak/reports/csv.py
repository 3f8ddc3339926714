"""Reports as CSV (RFC 4180): a row a finding, and a row a letter that could not be read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TextIO

from klarsprak.finding import Finding, Report
from klarsprak.reports.streams import storable

COLUMNS = (
    "file", "verdict", "level", "category", "rule", "text", "suggestions", "message",
    "page", "line", "column", "near",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write the rows; several suggestions stand with `` | `` between them."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for row in chain.from_iterable(map(_rows, reports)):
        rows.writerow([_inert(storable(_text(cell), out)) for cell in row])


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    """The cells of a letter's rows; None is what isn't known."""
    if report.not_checked is not None:
        yield report.file, report.verdict, "error", "", "", "", "", report.not_checked, "", "", "", ""
    for finding in report.findings:
        yield report.file, report.verdict, *_cells(finding)


def _cells(finding: Finding) -> tuple[object, ...]:
    """A finding's cells, from its level on."""
    place = finding.place
    where = (None,) * 4 if place is None else (place.page, place.line, place.column, place.near)
    suggestions = " | ".join(finding.suggestions)
    return finding.level, finding.category, finding.rule, finding.text, suggestions, finding.message, *where


def _text(cell: object) -> str:
    """A cell as it is written, empty for what isn't known."""
    return "" if cell is None else str(cell)


def _inert(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula: letters come from anyone."""
    would_run = len(cell) > 1 and cell.startswith(_FORMULA)
    return f"'{cell}" if would_run else cell
