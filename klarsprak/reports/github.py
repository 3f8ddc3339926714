"""Reports as annotations that GitHub Actions shows beside the file (workflow commands, one a line)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from klarsprak.finding import Finding, Level, Report

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write a command for each finding, each letter that could not be read, and each part that could not."""
    for report in reports:
        for line in _commands(report):
            encoding = out.encoding or "utf-8"
            out.write(line.encode(encoding, "replace").decode(encoding) + "\n")


def _commands(report: Report) -> Iterator[str]:
    if report.error is not None:
        yield _command("error", f"Inte granskat: {report.error}", file=report.file)
    for note in report.notes:
        yield _command("notice", note, file=report.file)
    for finding in report.findings:
        yield _annotation(report.file, finding)


def _annotation(file: str, finding: Finding) -> str:
    place = finding.place
    line, column, page = (place.line, place.column, place.page) if place is not None else (None, None, None)
    message = finding.message if page is None else f"Sida {page}: {finding.message}"
    return _command(_COMMANDS[finding.level], message, file=file, line=line, col=column, title=finding.rule)


def _command(name: str, message: str, **properties: str | int | None) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    """The text with the escapes of GitHub's own toolkit (actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
