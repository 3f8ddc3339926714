"""Reports as Markdown: a list of what to change, to paste into a case or a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from klarsprak.finding import Finding, Report

_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")
"""Signs that would be read as Markdown: file names and messages may hold any."""


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write a heading for each letter and a line for each finding."""
    for report in reports:
        out.write(f"## {_literal(report.file)}\n\n")
        out.writelines(f"- {line}\n" for line in _lines(report))
        out.write("\n")


def _lines(report: Report) -> Iterator[str]:
    """What is said of the letter, and first what could not be read in it.

    A letter that is not checked is never said to be without faults.
    """
    for note in report.notes:
        yield f"**Obs!** {_literal(note)}"
    if report.not_checked is not None:
        yield f"**Inte granskat.** {_literal(report.not_checked)}"
    yield from map(_line, report.findings)
    if report.verdict == "clean":
        yield "Inget att anmärka på."


def _line(finding: Finding) -> str:
    """*Rad 3, bör skrivas om: ”att att” …*."""
    line = finding.place.line if finding.place else None
    where = f"Rad {line}. " if line else ""
    return f"{where}**{finding.level.label}.** {_literal(finding.message)} ({_literal(finding.rule)})"


def _literal(text: str) -> str:
    """The text with a backslash before what Markdown would read as its own."""
    return _MARKUP.sub(r"\\\1", text)
