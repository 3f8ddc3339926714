"""Lines of a page → columns in reading order.

A page is read band by band, top to bottom.  A band is a run of rows that all leave the same gutter free; it is read
column by column, or row by row where it is a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klarsprak.readers.pdf.bands import Band, make_bands, make_rows
from klarsprak.readers.pdf.gutters import cut_columns, find_cuts
from klarsprak.readers.pdf.page import PrintedLine, RuledLine, bounds_of
from klarsprak.readers.pdf.table_rows import table_rows
from klarsprak.readers.pdf.tables import is_running, is_table

BEFORE_COLUMN = 4
"""Least white before the next column, in points: a full line ends there."""


@dataclass(slots=True)
class TextColumn:
    """Lines below each other; ``edge`` is where a full line would end, ``cell`` says that they stand in a table."""

    lines: list[PrintedLine]
    edge: float
    cell: bool = False


def in_order(lines: Iterable[PrintedLine], ruled_lines: Sequence[RuledLine] | None, edge: float) -> list[TextColumn]:
    """The lines as columns in reading order.

    ``ruled_lines`` are those of the page, or None where nothing is a table; ``edge`` is where the letter's text ends
    at the right, in points.
    """
    own = list(lines)
    if not own:
        return []
    outermost = min(edge, bounds_of(own).right)
    columns: list[TextColumn] = []
    for band in make_bands(own):
        columns += _read_band(band, ruled_lines, edge, outermost)
    return _join(columns)


def _read_band(
    band: Band, ruled_lines: Sequence[RuledLine] | None, edge: float, outermost: float
) -> list[TextColumn]:
    """The band's columns, or its cells where it is a table; ``outermost`` is where the last of them ends."""
    cuts = find_cuts(band)
    columns = cut_columns(band, cuts)
    if not cuts:
        return [TextColumn(columns[0], edge)]
    edges = _find_edges(columns, outermost)
    if ruled_lines is not None and is_table(band, columns, ruled_lines):
        rows = table_rows(band, ruled_lines)
        return _read_cells(rows, cuts, edges)
    return _read_columns(columns, ruled_lines, edges)


def _find_edges(columns: Sequence[list[PrintedLine]], outermost: float) -> list[float]:
    """Where a full line of each column ends: right before the next column begins."""
    edges: list[float] = []
    for column in columns[1:]:
        start = bounds_of(column).left
        edges.append(start - BEFORE_COLUMN)
    return [*edges, outermost]


def _read_cells(rows: Iterable[Band], cuts: Sequence[float], edges: Sequence[float]) -> list[TextColumn]:
    """The cells of a table, row by row; what stands alone in its row is no cell: *Bilagor* below a table."""
    cells: list[TextColumn] = []
    for row in rows:
        texts = cut_columns(row, cuts)
        several = sum(map(bool, texts)) > 1
        for text, edge in zip(texts, edges, strict=True):
            if text:
                cells.append(TextColumn(text, edge, cell=several))
    return cells


def _read_columns(
    columns: Sequence[list[PrintedLine]], ruled_lines: Sequence[RuledLine] | None, edges: Sequence[float]
) -> list[TextColumn]:
    """The columns one after the other; running text shows itself where its lines end."""
    read: list[TextColumn] = []
    for column, edge in zip(columns, edges, strict=True):
        own_edge = bounds_of(column).right if is_running(column) else edge
        read += _read_column(column, ruled_lines, own_edge)
    return read


def _read_column(lines: list[PrintedLine], ruled_lines: Sequence[RuledLine] | None, edge: float) -> list[TextColumn]:
    """The column, or the columns that a part of it is divided into."""
    widest_row = max(map(len, make_rows(lines)))
    if widest_row > 1:
        return in_order(lines, ruled_lines, edge)
    return [TextColumn(lines, edge)]


def _join(columns: Iterable[TextColumn]) -> list[TextColumn]:
    """The columns, those of bands below each other joined: a page of text is one column."""
    joined: list[TextColumn] = []
    for column in columns:
        if joined and _goes_on(joined[-1], column):
            joined[-1].lines += column.lines
        else:
            joined.append(column)
    return joined


def _goes_on(above: TextColumn, below: TextColumn) -> bool:
    """Whether the next column is the same one further down, and neither stands in a table.

    Text above and below a table, or an address, is not in the same column as these.
    """
    if above.cell or below.cell:
        return False
    is_below = above.lines[-1].base > below.lines[0].base
    return is_below and above.edge == below.edge
