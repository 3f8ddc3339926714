"""``klarsprak check``: check letters."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.checking import CheckOptions, check_as_asked
from klarsprak.cli.shared.options import ConfigFile, Force, Ignore, Select, time_option
from klarsprak.reports import FORMATS


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
    return check_as_asked(CheckOptions(**locals()))
