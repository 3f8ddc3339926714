"""A ledger for other programs: CSV, JSON, Excel, Parquet."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO, TextIO

from klarsprak.audit.reports import tables
from klarsprak.audit.reports.tables import Row, Table
from klarsprak.version import __version__

SCHEMA = "klarsprak/audit/1"
TABLES = {"letters": tables.letters, "findings": tables.findings}
"""What a row is, where a file holds but one table."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_ROWS = 1_048_575
"""Rows that a sheet of Excel holds, besides its head."""
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


def write_csv(table: Table, out: TextIO) -> None:
    """Truth values are 0 and 1, what is not known is empty."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_inert(int(cell) if isinstance(cell, bool) else cell) for cell in row])


def _inert(cell: object) -> object:
    """The cell with an apostrophe before what a spreadsheet would run as a formula: files come from anyone."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def write_xlsx(database: sqlite3.Connection, out: BinaryIO) -> None:
    """A workbook with the sheets *Brev* and *Anmärkningar*; a table that is too long goes on in another sheet."""
    from xlsxwriter import Workbook

    # Rows go to a file as they come; texts are never taken for formulas, numbers or links.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        for title, table in (("Brev", tables.letters(database)), ("Anmärkningar", tables.findings(database))):
            for number, rows in enumerate(_pages(table.rows), 1):
                sheet = book.add_worksheet(title if number == 1 else f"{title} {number}")
                sheet.freeze_panes(1, 1)
                sheet.set_column(0, 0, 50)
                sheet.write_row(0, 0, table.columns, bold)
                last = 0
                for last, row in enumerate(rows, 1):
                    sheet.write_row(last, 0, row)
                sheet.autofilter(0, 0, last, len(table.columns) - 1)


def _pages(rows: Iterator[Row]) -> Iterator[Iterator[Row]]:
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
