"""The words of notes in the writer's own file: on one finding, and on the whole letter."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.finding import Finding, Report
from klarsprak.reports import summary

AUTHOR = "klarsprak"


def describe_finding(finding: Finding, place: str = "") -> Iterator[str]:
    """A note's paragraphs; ``place`` says where the words stand, if the note can't stand there."""
    if place:
        words = f": ”{finding.text}”" if finding.text else ""
        yield f"Gäller {place}{words}."
    yield finding.message
    if _has_more_to_suggest(finding):
        yield f"Skriv till exempel ”{finding.suggestions[0]}”."
    if finding.why:
        yield f"Varför? {finding.why}"
    yield f"Regel: {finding.rule}"


def _has_more_to_suggest(finding: Finding) -> bool:
    """Whether there are suggestions and the message names none of them, as messages mostly do."""
    is_suggested = any(map(finding.message.__contains__, finding.suggestions))
    return bool(finding.suggestions) and not is_suggested


def describe_letter(report: Report) -> Iterator[str]:
    """The paragraphs of the note on the whole letter."""
    yield "Granskat med klarsprak."
    yield from summary.lines(report)
    yield from _lacking(report)
    yield from _signature_block(report)
    for note in report.notes:
        yield f"Obs! {note}"


def _lacking(report: Report) -> Iterator[str]:
    """What the letter as a whole lacks or has too much of, a line each: there are no words to note it at."""
    for finding in report.findings:
        if finding.place is None:
            yield f"– {finding.message}"


def _signature_block(report: Report) -> Iterator[str]:
    """The signature as it should look, where something is missing from it."""
    last = summary.shows_block(report.findings)
    if last:
        yield summary.BLOCK
        yield from last.suggestions[0].splitlines()
