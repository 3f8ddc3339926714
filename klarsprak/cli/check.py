"""``klarsprak check``: check letters."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.errors import FINDINGS, NOT_CHECKED, UsageError, one_of, say
from klarsprak.cli.options import ConfigFile, Ignore, Select, split
from klarsprak.finding import Level
from klarsprak.reports import FORMATS

if TYPE_CHECKING:
    from klarsprak.finding import Report


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="BREV…", help="Filer eller mappar. Ett streck (-) läser från standard in.")
    ],
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help=f"Hur svaret visas: {', '.join(FORMATS)}.")
    ] = "console",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FIL", help="Skriv svaret till en fil.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="NIVÅ", help="Lägsta nivå som ger slutkod 1: error, warning eller info.")
    ] = "warning",
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Ge slutkod 0 även när brevet har brister.")] = False,
    stdin_filename: Annotated[
        str, typer.Option(metavar="NAMN", help="Namn på brevet som läses från standard in.")
    ] = "-",
) -> int:
    """Granska brev och säg vad som är svårt att förstå."""
    one_of("--format", format, FORMATS)
    limit = Level.parse(one_of("--fail-on", fail_on, [str(level) for level in Level]))
    verdict = _Verdict(limit)
    reports = verdict.watch(_reports(paths, config, split(select), split(ignore), stdin_filename))
    _write(format, output, reports)
    return verdict.code(exit_zero)


def _reports(
    paths: list[str], config: Path | None, select: list[str], ignore: list[str], stdin_filename: str
) -> Iterator[Report]:
    from klarsprak.cli.progress import shown
    from klarsprak.pool import CheckerPool
    from klarsprak.readers import find_letters

    pool = CheckerPool(config, select, ignore)
    if config is not None or select or ignore:
        # What the user wrote on the command line is wrong once, not once for every letter.
        pool.for_folder(Path())
    if "-" in paths:
        yield from pool.check_stream(sys.stdin.buffer, stdin_filename)
    files = list(find_letters(path for path in paths if path != "-"))
    yield from pool.check(shown(files))


class _Verdict:
    """Says what could not be read, and keeps in mind what the exit code must be."""

    def __init__(self, limit: Level) -> None:
        self.limit = limit
        self.unreadable = False
        self.failed = False
        self._said: set[str] = set()

    def watch(self, reports: Iterable[Report]) -> Iterator[Report]:
        for report in reports:
            if report.error is not None:
                self.unreadable = True
                self._tell(report)
            self.failed |= any(finding.level >= self.limit for finding in report.findings)
            yield report

    def _tell(self, report: Report) -> None:
        line = (
            report.error
            if report.format is None and ".yml:" in str(report.error)
            else f"{report.file}: {report.error}"
        )
        if line not in self._said:
            self._said.add(str(line))
            say(str(line))

    def code(self, exit_zero: bool) -> int:
        if self.unreadable:
            return NOT_CHECKED
        return FINDINGS if self.failed and not exit_zero else 0


def _write(format: str, output: Path | None, reports: Iterable[Report]) -> None:
    from klarsprak.reports import writer

    write = writer(format)
    if output is None:
        write(reports, sys.stdout)
        return
    from klarsprak.wholefile import written_whole
    from klarsprak.yamlfile import reason

    try:
        with written_whole(output) as stream:
            write(reports, stream)
    except OSError as error:
        raise UsageError(f"{output}: filen går inte att skriva ({reason(error)}).") from None
