"""``klarsprak check``: check letters."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.errors import UsageError, one_of
from klarsprak.cli.shared.letters import ExitStatus, check_letters
from klarsprak.cli.shared.options import ConfigFile, Ignore, Select, format_of, split_names
from klarsprak.cli.shared.target import Force, check_target, files_read
from klarsprak.finding import Level
from klarsprak.reports import FORMATS

if TYPE_CHECKING:
    from klarsprak.finding import Report


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="BREV…", help="Filer eller mappar. Ett streck (-) läser från standard in.")
    ],
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help=f"Hur svaret visas: {', '.join(FORMATS)}. Annars det som filnamnet säger, eller console.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FIL", help="Skriv svaret till en fil.")
    ] = None,
    force: Force = False,
    fail_on: Annotated[
        str, typer.Option(metavar="NIVÅ", help="Lägsta nivå som ger slutkod 1: error, warning eller info.")
    ] = "warning",
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FIL", help="Visa inte de anmärkningar som står i den här filen (klarsprak baseline)."),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Ge slutkod 0 även när brevet har anmärkningar.")
    ] = False,
    stdin_filename: Annotated[
        str, typer.Option(metavar="NAMN", help="Namn på brevet som läses från standard in.")
    ] = "-",
) -> int:
    """Granska brev och säg vad som är svårt att förstå."""
    format = format_of(format, output, FORMATS, "console")
    if output is not None:
        known = Path(baseline) if baseline else None
        check_target(output, force, chain([config, known], files_read(paths)))
    limit = Level.parse(one_of("--fail-on", fail_on, [str(level) for level in Level]))
    verdict = ExitStatus(limit)
    every = check_letters(paths, config, split_names(select), split_names(ignore), baseline, stdin_filename)
    _write(format, output, verdict.watch(every))
    return verdict.code(exit_zero)


def _write(format: str, output: Path | None, reports: Iterable[Report]) -> None:
    from klarsprak.reports import writer

    write = writer(format)
    if output is None:
        write(reports, sys.stdout)
        return
    from klarsprak.files.errors import reason
    from klarsprak.files.whole import written_whole

    try:
        with written_whole(output) as stream:
            write(reports, stream)
    except OSError as error:
        raise UsageError(f"{output}: filen går inte att skriva ({reason(error)}).") from None
