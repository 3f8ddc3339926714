"""``klarsprak audit report``: a ledger for those who decide, and for other programs."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from klarsprak.cli.audit.out import Output, ledger_errors_as_misuse, missing_library_as_misuse
from klarsprak.cli.audit.status import Copies
from klarsprak.cli.shared.errors import UsageError, one_of
from klarsprak.cli.shared.options import format_of
from klarsprak.cli.shared.target import Force, check_target, out_to

if TYPE_CHECKING:
    from klarsprak.kinds import Rule

TEXTS = ("html", "csv", "json")
BINARIES = ("xlsx", "parquet")
FORMATS = (*TEXTS, *BINARIES)
ROWS = ("letters", "findings")


def report(
    ledger: Annotated[Path, typer.Argument(metavar="LIGGARE", help="Liggaren från audit run.")],
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help=f"Filens format: {', '.join(FORMATS)}. Annars det som filnamnet säger."),
    ] = None,
    output: Output = None,
    force: Force = False,
    rows: Annotated[
        str,
        typer.Option(
            metavar="RADER", help="En rad i csv och parquet är ett brev (letters) eller en anmärkning (findings)."
        ),
    ] = "letters",
    config: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help="klarsprak.yml med egna regler, vars exempel html-rapporten visar."),
    ] = None,
    count_copies_once: Copies = False,
) -> int:
    """Skriv en rapport att visa, eller en tabell. Tabellen är för Excel, Power BI och andra program."""
    from klarsprak.audit.ledger.ledger import opened

    format = format_of(format, output, FORMATS, "csv")
    one_of("--rows", rows, ROWS)
    if format in BINARIES and output is None:
        raise UsageError(f"Skriv vart filen ska: --output rapport.{format}")
    if output is not None:
        check_target(output, force, [ledger, config])
    rules = _rules(config) if format == "html" else []
    with (
        ledger_errors_as_misuse(),
        opened(ledger) as database,
        missing_library_as_misuse(),
        out_to(output, format in BINARIES) as out,
    ):
        _write(database, format, rows, out, count_copies_once, rules)
    return 0


def _rules(config: Path | None) -> list[Rule]:
    from klarsprak.rulebook.lookup import every_rule

    return every_rule(config)


def _write(database: sqlite3.Connection, format: str, rows: str, out: Any, once: bool, rules: list[Rule]) -> None:
    from klarsprak.audit.reports import export, tables

    if format == "html":
        from klarsprak.audit.reports import html

        html.write(database, out, rules, once)
        return
    tables.prepare(database, once)
    if format == "json":
        export.write_json(database, out)
    elif format == "xlsx":
        export.write_xlsx(database, out)
    elif format == "parquet":
        export.write_parquet(export.TABLES[rows](database), out)
    else:
        export.write_csv(export.TABLES[rows](database), out)
