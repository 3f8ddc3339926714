"""The words of notes in the writer's own file: on one finding, on the whole letter, and on what has no note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from klarsprak.finding import Finding, Report
from klarsprak.reports import summary
from klarsprak.reports.places import page_and_line
from klarsprak.swedish import counted, listed, shortened

_CHECKED = "Granskat med klarsprak"
_RULE = "Regel: "
_LONGEST_SHOWN = 60
"""Characters of the letter's words that a line of a list shows."""


def is_untouched(paragraphs: Sequence[str]) -> bool:
    """Whether a note of ours says no more than we have written: it begins or ends as all of ours do.

    Programs that write the file anew keep a note's author and its words, and little else.

    >>> is_untouched(["Granskat med klarsprak.", "…"]), is_untouched(["Nej.", "Regel: ton.hot"])
    (True, True)
    >>> is_untouched(["Nej.", "Regel: ton.hot", "Jo! /Eva"]), is_untouched([])
    (False, False)
    """
    return is_on_all(paragraphs) or (bool(paragraphs) and paragraphs[-1].startswith(_RULE))


def is_on_all(paragraphs: Sequence[str]) -> bool:
    """Whether a note of ours is on no single finding: such a one holds for one run only."""
    return bool(paragraphs) and paragraphs[0].startswith(_CHECKED)


def describe_finding(finding: Finding, place: str = "") -> Iterator[str]:
    """A note's paragraphs; ``place`` says where the words stand, if the note can't stand there."""
    yield f"{finding.level.label}: {finding.message}"
    if place:
        words = f": ”{finding.text}”" if finding.text else ""
        yield f"Gäller {place}{words}."
    if _has_more_to_suggest(finding):
        yield f"Skriv till exempel ”{finding.suggestions[0]}”."
    if finding.why:
        yield f"Varför? {finding.why}"
    yield f"{_RULE}{finding.rule}"


def _has_more_to_suggest(finding: Finding) -> bool:
    """Whether there are suggestions and the message names none of them, as messages mostly do."""
    is_suggested = any(map(finding.message.__contains__, finding.suggestions))
    return bool(finding.suggestions) and not is_suggested


def describe_letter(report: Report) -> Iterator[str]:
    """The paragraphs of the note on the whole letter."""
    yield f"{_CHECKED}."
    yield from summary.lines(report)
    yield from _lacking(report)
    yield from _signature_block(report)
    for note in report.notes:
        yield f"Obs! {note}"


def _lacking(report: Report) -> Iterator[str]:
    """What the letter as a whole lacks or has too much of, a line each: there are no words to note it at."""
    for finding in report.findings:
        if finding.place is None:
            yield f"– {finding.level.label}: {finding.message}"


def _signature_block(report: Report) -> Iterator[str]:
    """The signature as it should look, where something is missing from it."""
    last = summary.shows_block(report.findings)
    if last:
        yield summary.BLOCK
        yield from last.suggestions[0].splitlines()


def describe_listed(findings: Sequence[Finding]) -> Iterator[str]:
    """The paragraphs of the note on findings that have no note of their own; none where there are no such.

    The gravest come first.  What is said several times is listed once, with its first place.
    """
    if not findings:
        return
    yield f"{_CHECKED}: {counted(len(findings), 'anmärkning', 'anmärkningar')} utan egen kommentar."
    by_level = sorted(findings, key=lambda finding: -finding.level)
    for level, group in groupby(by_level, key=lambda finding: finding.level):
        yield f"{level.label}:"
        for alike in _by_what_they_say(group):
            yield f"– {_describe_briefly(alike)}"


def _by_what_they_say(findings: Iterator[Finding]) -> list[list[Finding]]:
    """The findings that say the same of the same words together, *Ej* and *ej*, in the order of the first of them."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.text.casefold(), finding.message.casefold()), []).append(finding)
    return list(groups.values())


def _describe_briefly(alike: Sequence[Finding]) -> str:
    """*”sänt”: Skriv ”skickat”. (1:a stycket under Beslut)*; messages mostly quote the words themselves."""
    finding = alike[0]
    shown = shortened(finding.text, _LONGEST_SHOWN)
    words = "" if shown in finding.message else f"”{shown}”: "
    where = _where(alike)
    return f"{words}{finding.message}{f' ({where})' if where else ''}"


def _where(alike: Sequence[Finding]) -> str:
    """*sida 2*, *1:a stycket under Beslut och 3 ställen till*; nothing where the file doesn't tell."""
    first_place = ", ".join(page_and_line(alike[0].place))
    others = counted(len(alike) - 1, "ställe", "ställen")
    more = [f"{others} till"] if len(alike) > 1 else []
    return listed([first_place, *more]) if first_place else ""
