"""Reports as annotations that GitHub Actions shows beside the file (workflow commands, one a line)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TextIO

from klarsprak.finding import Finding, Level, Report
from klarsprak.reports.streams import storable

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write a command for each finding, each letter that could not be read, and each part that could not."""
    for line in chain.from_iterable(map(_commands, reports)):
        out.write(f"{storable(line, out)}\n")


def _commands(report: Report) -> Iterator[str]:
    """The commands for a letter."""
    if report.not_checked is not None:
        yield _command("error", f"Inte granskat: {report.not_checked}", file=report.file)
    for note in report.notes:
        yield _command("notice", note, file=report.file)
    for finding in report.findings:
        yield _annotation(report.file, finding)


def _annotation(file: str, finding: Finding) -> str:
    """The command for a finding, at its line where the letter has lines."""
    name, rule, message, place = _COMMANDS[finding.level], finding.rule, finding.message, finding.place
    if place is None:
        return _command(name, message, file=file, title=rule)
    if place.page is not None:  # GitHub knows of no pages
        message = f"Sida {place.page}: {message}"
    return _command(name, message, file=file, line=place.line, col=place.column, title=rule)


def _command(name: str, message: str, **properties: str | int | None) -> str:
    """*::error file=brev.txt,line=3::Skriv …*; properties that are None are left out."""
    known = {key: str(value) for key, value in properties.items() if value is not None}
    given = ",".join(f"{key}={_property(value)}" for key, value in known.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    """The text with the escapes of GitHub's own toolkit (actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The same for what stands before the message, where commas and colons part things."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
