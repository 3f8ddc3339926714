"""Reports as CSV (RFC 4180): a row a finding, and a row a letter that could not be read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from klarsprak.finding import Finding, Report

COLUMNS = (
    "file", "verdict", "level", "category", "rule", "text", "suggestions", "message", "page", "line", "column",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write the rows; several suggestions stand with `` | `` between them."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for report in reports:
        rows.writerows([_inert(_storable(str(cell), out)) for cell in row] for row in _rows(report))


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    if report.error is not None:
        yield report.file, report.verdict, "error", "", "", "", "", report.error, "", "", ""
    for finding in report.findings:
        yield report.file, report.verdict, *_cells(finding)


def _cells(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    where = ("", "", "") if place is None else (place.page or "", place.line or "", place.column or "")
    suggestions = " | ".join(finding.suggestions)
    return finding.level, finding.category, finding.rule, finding.text, suggestions, finding.message, *where


def _inert(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula: letters come from anyone."""
    return f"'{cell}" if len(cell) > 1 and cell.startswith(_FORMULA) else cell


def _storable(cell: str, out: TextIO) -> str:
    """The cell with a question mark for each character that the stream can't hold."""
    encoding = out.encoding or "utf-8"
    return cell.encode(encoding, "replace").decode(encoding)
