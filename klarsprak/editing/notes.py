"""The words of notes in the writer's own file: on one finding, and on the whole letter."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.finding import Finding, Report
from klarsprak.reports import summary

AUTHOR = "klarsprak"


def says(finding: Finding, place: str = "") -> Iterator[str]:
    """A note's paragraphs; ``place`` says where the words stand, if the note can't stand there."""
    if place:
        yield f"Gäller {place}: ”{finding.text}”." if finding.text else f"Gäller {place}."
    yield finding.message
    if finding.suggestions and not any(word in finding.message for word in finding.suggestions):
        yield f"Skriv till exempel ”{finding.suggestions[0]}”."
    if finding.why:
        yield f"Varför? {finding.why}"
    yield f"Regel: {finding.rule}"


def overall(report: Report) -> Iterator[str]:
    """The paragraphs of the note on the whole letter."""
    yield "Granskat med klarsprak."
    yield from summary.lines(report)
    yield from (f"– {finding.message}" for finding in report.findings if finding.place is None)
    if last := summary.shows_block(report.findings):
        yield summary.BLOCK
        yield from last.suggestions[0].splitlines()
    yield from (f"Obs! {note}" for note in report.notes)
