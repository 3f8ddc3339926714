"""``klarsprak audit report``: a ledger for those who decide, and for other programs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from klarsprak.cli.audit.out import Config, Ledger, Output, ledger_errors_as_misuse, missing_library_as_misuse
from klarsprak.cli.audit.status import Copies
from klarsprak.cli.shared.choices import format_of
from klarsprak.cli.shared.errors import UsageError, one_of
from klarsprak.cli.shared.options import Force
from klarsprak.cli.shared.target import check_target, out_to

FORMATS = ("text", "html", "csv", "json", "xlsx", "parquet")
BINARIES = ("xlsx", "parquet")
TO_READ = ("text", "html")
"""Formats for people, which name the organisation and its rules."""
ROWS = ("letters", "findings")


def report(
    ledger: Ledger,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT", help=f"Rapportens format: {', '.join(FORMATS)}. Annars det som filnamnet säger."
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    rows: Annotated[
        str,
        typer.Option(
            metavar="RADER", help="En rad i csv och parquet är ett brev (letters) eller en anmärkning (findings)."
        ),
    ] = "letters",
    config: Config = None,
    count_copies_once: Copies = False,
) -> int:
    """Visa slutsatsen av en granskning. Med -o skriver du hela rapporten, eller en tabell för Excel."""
    from klarsprak.audit.ledger.ledger import opened

    format = format_of(format, output, FORMATS, "text")
    one_of("--rows", rows, ROWS)
    if format in BINARIES and output is None:
        raise UsageError(f"Skriv vart filen ska: --output rapport.{format}")
    if output is not None:
        check_target(output, force, [ledger, config])
    write = _for_people(format, config) if format in TO_READ else partial(_write_table, format, rows)
    with (
        ledger_errors_as_misuse(),
        opened(ledger) as database,
        missing_library_as_misuse(),
        out_to(output, format in BINARIES) as out,
    ):
        write(database, out, once=count_copies_once)
    return 0


def _for_people(format: str, config: Path | None) -> Callable[..., None]:
    """What writes a report to read; raises ``FileError`` for a configuration that is wrong."""
    from klarsprak.rulebook.lookup import configuration_of, every_rule

    organisation = configuration_of(config).organisation.name
    if format == "text":
        from klarsprak.audit.reports import terminal

        return partial(terminal.write, organisation=organisation)
    from klarsprak.audit.reports import html

    return partial(html.write, rules=every_rule(config), organisation=organisation)


def _write_table(format: str, rows: str, database: sqlite3.Connection, out: Any, *, once: bool) -> None:
    from klarsprak.audit.reports import export, tables

    tables.prepare(database, once)
    if format == "json":
        export.write_json(database, out)
    elif format == "xlsx":
        export.write_xlsx(database, out)
    elif format == "parquet":
        export.write_parquet(export.TABLES[rows](database), out)
    else:
        export.write_csv(export.SHEETS[rows](database), out)
