"""What names in a report may hold: nothing that a terminal obeys, and nothing that no file can take."""

from __future__ import annotations

from dataclasses import replace

from klarsprak.finding import Report
from klarsprak.swedish import harmless_line


def cleaned(report: Report) -> Report:
    """The report with its file's name, its notes and its error as they can be shown: *br\\udce4v.txt*."""
    if report.file.isprintable() and not report.notes and report.error is None:
        return report
    return replace(
        report,
        file=harmless_line(report.file),
        notes=list(map(harmless_line, report.notes)),
        unchecked=list(map(harmless_line, report.unchecked)),
        error=None if report.error is None else harmless_line(report.error),
    )
