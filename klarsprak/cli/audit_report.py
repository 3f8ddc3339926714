"""``klarsprak audit report``: a ledger for those who decide, and for other programs."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from klarsprak.cli.audit_status import Copies
from klarsprak.cli.errors import UsageError, one_of

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
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FIL", help="Skriv till en fil.")] = None,
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
    """Skriv en rapport att visa (html), eller resultaten för Excel och andra program."""
    from klarsprak.audit.failures import LedgerError
    from klarsprak.audit.ledger import opened

    format = _format(format, output)
    one_of("--rows", rows, ROWS)
    if format in BINARIES and output is None:
        raise UsageError(f"Skriv vart filen ska: --output rapport.{format}")
    rules = _rules(config) if format == "html" else []
    try:
        with opened(ledger) as database, _missing_told(), _out(output, format in BINARIES) as out:
            _write(database, format, rows, out, count_copies_once, rules)
    except LedgerError as error:
        raise UsageError(str(error)) from None
    return 0


def _format(given: str | None, output: Path | None) -> str:
    """The format that is given, else the one of the file's name, else CSV."""
    if given is not None:
        return one_of("--format", given, FORMATS)
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return suffix if suffix in FORMATS else "csv"


def _rules(config: Path | None) -> list[Rule]:
    from klarsprak.rulebook import every_rule

    return every_rule(config)


@contextmanager
def _missing_told() -> Iterator[None]:
    """A library that is not installed as one line that says how to get it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        raise UsageError(f"Formatet kräver {error.name}. Skriv: pip install 'klarsprak[report]'") from None


_EXTRAS = ("matplotlib", "xlsxwriter", "pyarrow")


@contextmanager
def _out(output: Path | None, binary: bool) -> Iterator[Any]:
    from klarsprak.wholefile import bytes_written_whole, written_whole
    from klarsprak.yamlfile import reason

    if output is None:
        yield sys.stdout
        return
    try:
        with bytes_written_whole(output) if binary else written_whole(output) as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"{output}: filen går inte att skriva ({reason(error)}).") from None


def _write(database: sqlite3.Connection, format: str, rows: str, out: Any, once: bool, rules: list[Rule]) -> None:
    from klarsprak.audit import report, tables

    if format == "html":
        from klarsprak.audit import html

        html.write(database, out, rules, once)
        return
    tables.prepare(database, once)
    if format == "json":
        report.write_json(database, out)
    elif format == "xlsx":
        report.write_xlsx(database, out)
    elif format == "parquet":
        report.write_parquet(report.TABLES[rows](database), out)
    else:
        report.write_csv(report.TABLES[rows](database), out)
