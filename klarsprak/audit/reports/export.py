"""A ledger for other programs: CSV, JSON, Excel, Parquet."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO, TextIO

from klarsprak.audit.reports import sheets, tables
from klarsprak.audit.reports.sheets import Cell, Sheet
from klarsprak.audit.reports.tables import Table
from klarsprak.audit.reports.workbook_file import workbook_in
from klarsprak.reports.streams import is_utf8
from klarsprak.swedish import decimal
from klarsprak.version import __version__

if TYPE_CHECKING:
    from xlsxwriter import Workbook

SCHEMA = "klarsprak/audit/1"
TABLES = {"letters": tables.letters, "findings": tables.findings}
"""What a row is, where a file holds but one table; for programs."""
SHEETS = {"letters": sheets.letters, "findings": sheets.findings}
"""The same for people."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_ROWS = 1_048_575
"""Rows that a sheet of Excel holds, besides its head."""
_DECIMALS = 4
_BYTE_ORDER_MARK = "\ufeff"
_BATCH = 10_000
"""Rows that are held in memory at a time."""


def write_json(database: sqlite3.Connection, out: TextIO) -> None:
    """One object, written letter by letter: an archive is larger than memory."""
    head = json.dumps({"schema": SCHEMA, "version": __version__})[:-1]
    out.write(f'{head}, "letters": [')
    for index, (number, letter) in enumerate(tables.every_letter(database)):
        letter["findings"] = list(tables.every_finding(database, number))
        out.write(",\n" if index else "\n")
        json.dump(letter, out, ensure_ascii=False)
    out.write("\n]}\n")


def write_csv(sheet: Sheet, out: TextIO) -> None:
    """As Swedish Excel opens it with a double click: semicolons, decimal commas, a mark that says UTF-8."""
    if is_utf8(out):
        out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(sheet.headings)
    for row in sheet.rows:
        writer.writerow(map(_csv_cell, row))


def _csv_cell(cell: Cell) -> str:
    """The cell as text, empty for what is not known.

    One that a spreadsheet would run as a formula begins with an apostrophe: files come from anyone.
    """
    match cell:
        case None:
            return ""
        case float():
            return decimal(round(cell, _DECIMALS))
        case str() if cell.startswith(_FORMULA):
            return f"'{cell}"
    return str(cell)


def write_xlsx(database: sqlite3.Connection, out: BinaryIO) -> None:
    """A workbook with the sheets *Brev* and *Anmärkningar*."""
    write_workbook((make(database) for make in SHEETS.values()), out)


def write_workbook(tables: Iterable[Sheet], out: BinaryIO) -> None:
    """A workbook with those sheets; a table that is too long goes on in another sheet."""
    with workbook_in(out) as book:
        for table in tables:
            _write_sheet(book, table)


def _write_sheet(book: Workbook, table: Sheet) -> None:
    """The table in a sheet, or in several with a number."""
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for number, rows in enumerate(_pages(table.rows), 1):
        sheet = book.add_worksheet(table.title if number == 1 else f"{table.title} {number}")
        sheet.freeze_panes(1, 1)
        for column, heading in enumerate(table.headings):
            sheet.set_column(column, column, _WIDTHS.get(heading, _WIDTH))
        sheet.write_row(0, 0, table.headings, bold)
        last = 0
        for last, row in enumerate(rows, 1):
            sheet.write_row(last, 0, row)
        sheet.autofilter(0, 0, last, len(table.headings) - 1)


_WIDTH = 13
"""Of a column, in signs."""
_WIDTHS = {
    "Fil": 50,
    "År": 7,
    "Månad": 7,
    "Mall": 7,
    "Format": 8,
    "Resultat": 18,
    "Ord": 7,
    "Mening": 60,
    "Över tid": 50,
} | dict.fromkeys(("Enhet", "Brevtyp", "Varför oläst", "Regel", "Regelns id", "Ord i brevet", "Exempel på brev"), 35)


def _pages(rows: Iterator[Sequence[Cell]]) -> Iterator[Iterator[Sequence[Cell]]]:
    """As many rows as a sheet holds, again and again; the first time also if there are none."""
    yield islice(rows, _MOST_ROWS)
    for first in rows:
        yield chain([first], islice(rows, _MOST_ROWS - 1))


def write_parquet(table: Table, out: BinaryIO) -> None:
    """The table with its types, in groups of rows that fit into memory."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
    with ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(table.rows, _BATCH)):
            columns = [
                pa.array(cells, field.type) for cells, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
