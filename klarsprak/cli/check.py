"""``klarsprak check``: check letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.errors import one_of
from klarsprak.cli.shared.letters import ExitStatus, check_letters, files_of
from klarsprak.cli.shared.options import LEVELS, ConfigFile, Ignore, Select, format_of, split_names, time_option
from klarsprak.cli.shared.remote import check_there, refuse_own_choices, refuse_without_server
from klarsprak.cli.shared.target import Force, check_target, config_files, files_read, out_to
from klarsprak.finding import Level
from klarsprak.reports import FORMATS, Writer
from klarsprak.reports.cleaned import cleaned

if TYPE_CHECKING:
    from klarsprak.finding import Report

_OWN_CHOICES = ("--config", "--select", "--ignore", "--baseline", "--time-limit", "--show-settings")
"""Options that a server decides itself."""
_COLOURS = {"auto": None, "always": True, "never": False}


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
    level: Annotated[
        str, typer.Option(metavar="NIVÅ", help="Lägsta nivå som visas och räknas: error, warning eller info.")
    ] = "info",
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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Visa bara anmärkningarna, inga summor.")] = False,
    details: Annotated[
        bool, typer.Option("--details", help="Visa alla anmärkningar också när det är många brev.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Visa hur många anmärkningar varje regel ger i stället.")
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="Visa vilka filer som skulle granskas, och granska inget.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Visa vilken klarsprak.yml som gäller och vad den säger.")
    ] = False,
    color: Annotated[str, typer.Option(metavar="NÄR", help="Färg i svaret: auto, always eller never.")] = "auto",
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Ge slutkod 0 även när brevet har anmärkningar.")
    ] = False,
    time_limit: Annotated[
        float | None,
        time_option(
            "Längsta tid för ett brev, annars den i klarsprak.yml, eller 30. Ett långsammare är inte granskat."
        ),
    ] = None,
    stdin_filename: Annotated[
        str, typer.Option(metavar="NAMN", help="Namn på brevet som läses från standard in.")
    ] = "-",
    server: Annotated[
        str | None,
        typer.Option(metavar="ADRESS", help="Låt servern där granska (klarsprak serve): http://127.0.0.1:8010."),
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Visa servern nyckeln i den här filen.")
    ] = None,
) -> int:
    """Granska brev och säg vad som är svårt att förstå."""
    names = split_names(select), split_names(ignore)
    every: Iterable[Report]
    if server is not None:
        own = dict(zip(_OWN_CHOICES, (config, *names, baseline, time_limit, show_settings), strict=True))
        refuse_own_choices(own)
        every = check_there(paths, server, token_file, stdin_filename)
    else:
        refuse_without_server(token_file)
        every = check_letters(paths, config, *names, baseline, stdin_filename, time_limit)
    if show_files or show_settings:
        return _show(paths, config, show_settings)
    lowest = Level.parse(one_of("--level", level, LEVELS))
    limit = Level.parse(one_of("--fail-on", fail_on, LEVELS))
    colour = _COLOURS[one_of("--color", color, _COLOURS)]
    write = _writer(format, output, statistics, colour=colour, quiet=quiet, details=details)
    shown = _every_finding if statistics else _one_a_place
    if output is not None:
        known = Path(baseline) if baseline else None
        check_target(output, force, chain([known], config_files(config), files_read(paths)))
    verdict = ExitStatus(limit)
    with out_to(output) as stream:
        write(map(cleaned, shown(lowest, verdict, every)), stream)
    if output is not None:
        print(f"Svaret står i {output}.")
    return verdict.code(exit_zero)


def _show(paths: list[str], config: Path | None, settings: bool) -> int:
    """Tell which files would be checked, or by what settings."""
    from klarsprak.cli.shared.settings_in_use import describe_settings

    found = files_of(paths)
    lines = describe_settings(found, config) if settings else map(str, found)
    for line in lines:
        print(line)
    return 0


def _every_finding(lowest: Level, verdict: ExitStatus, every: Iterable[Report]) -> Iterator[Report]:
    """The reports with what is to be shown; what isn't, doesn't count."""
    from klarsprak.suppression.level import hide_below

    return verdict.watch(hide_below(lowest, every))


def _one_a_place(lowest: Level, verdict: ExitStatus, every: Iterable[Report]) -> Iterator[Report]:
    """The same for somebody who mends the letter: each place has one remark."""
    from klarsprak.reports.remarks import as_remarks

    return map(as_remarks, _every_finding(lowest, verdict, every))


def _writer(
    format: str | None, output: Path | None, statistics: bool, *, colour: bool | None, quiet: bool, details: bool
) -> Writer:
    """What writes the reports in the format that is given, or that the file's name tells."""
    if statistics:
        from klarsprak.reports import statistics as counts

        return partial(counts.write, format=format_of(format, output, counts.FORMATS, "console"))
    from klarsprak.reports import format_names, writer

    name = format_of(format, output, format_names(), "console")
    if name != "console":
        return writer(name)
    from klarsprak.reports import console

    return partial(console.write, style=console.Style(colour, quiet, details))
