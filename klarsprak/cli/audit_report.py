"""``klarsprak audit report``: a ledger for other programs."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.audit_status import Copies
from klarsprak.cli.errors import UsageError, one_of

FORMATS = ("csv", "json")
ROWS = ("letters", "findings")


def report(
    ledger: Annotated[Path, typer.Argument(metavar="LIGGARE", help="Liggaren från audit run.")],
    format: Annotated[str, typer.Option(metavar="FORMAT", help=f"Filens format: {', '.join(FORMATS)}.")] = "csv",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FIL", help="Skriv till en fil.")] = None,
    rows: Annotated[
        str, typer.Option(metavar="RADER", help="En rad i csv är ett brev (letters) eller en anmärkning (findings).")
    ] = "letters",
    count_copies_once: Copies = False,
) -> int:
    """Skriv resultaten som en tabell eller som json."""
    from klarsprak.audit.ledger import LedgerError, opened

    one_of("--format", format, FORMATS)
    one_of("--rows", rows, ROWS)
    try:
        with opened(ledger) as database:
            _write(database, format, rows, output, count_copies_once)
    except LedgerError as error:
        raise UsageError(str(error)) from None
    return 0


def _write(database: sqlite3.Connection, format: str, rows: str, output: Path | None, once: bool) -> None:
    from klarsprak.audit.report import write
    from klarsprak.wholefile import written_whole
    from klarsprak.yamlfile import reason

    if output is None:
        write(database, format, rows, sys.stdout, once)
        return
    try:
        with written_whole(output) as stream:
            write(database, format, rows, stream, once)
    except OSError as error:
        raise UsageError(f"{output}: filen går inte att skriva ({reason(error)}).") from None
