"""Lines of a page → columns in reading order.

A page is read band by band, top to bottom.  A band is a run of rows that all leave the same gutter free; it is read
column by column, or row by row where it is a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klarsprak.readers.pdf.page import PrintedLine, RuledLine
from klarsprak.readers.pdf.tables import LineRow, is_running, is_table, table_rows

GUTTER = 0.3
"""Least width of a gutter, in ems."""
STRIP_GAP = 2.6
"""White across the page that ends a band, in ems."""


@dataclass(slots=True)
class TextColumn:
    """Lines below each other; ``edge`` is where a full line would end, ``cell`` says that they stand in a table."""

    lines: list[PrintedLine]
    edge: float
    cell: bool = False


Gap = tuple[float, float]


def in_order(lines: Iterable[PrintedLine], rules: Sequence[RuledLine] | None, edge: float) -> list[TextColumn]:
    """The lines as columns in reading order.

    ``rules`` are those of the page, or None where nothing is a table; ``edge`` is where the letter's text ends at the
    right, in points.
    """
    lines = list(lines)
    columns: list[TextColumn] = []
    for band in _bands(_rows(lines)):
        columns += _read_band(band, rules, edge, max(line.x1 for line in lines))
    return _joined(columns)


def _rows(lines: Iterable[PrintedLine]) -> list[LineRow]:
    rows: list[LineRow] = []
    for line in sorted(lines, key=lambda item: (-item.base, item.x0)):
        if rows and rows[-1][0].base - line.base < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda item: item.x0) for row in rows]


def _bands(rows: list[LineRow]) -> list[list[LineRow]]:
    """Runs of rows: with a gutter in common, or single lines."""
    bands: list[list[LineRow]] = []
    gutters: list[Gap] = []
    for row in rows:
        shared = _shared(gutters, row) if gutters else []
        ended = bool(bands) and _white(bands[-1][-1], row) > STRIP_GAP * row[0].size and not _is_prose(bands[-1])
        if bands and (shared if gutters else len(row) == 1) and not (gutters and ended):
            bands[-1].append(row)
            gutters = shared
        else:
            bands.append([row])
            gutters = _gaps(row)[1:-1]
    return _settled(bands)


def _settled(bands: list[list[LineRow]]) -> list[list[LineRow]]:
    """The bands after single lines have gone to the columns that they belong to, and others have left them."""
    settled: list[list[LineRow]] = []
    for band in bands:
        cut = _gaps_in_common(band)
        if cut and settled and not _gaps_in_common(settled[-1]):
            above = settled[-1]
            count = _tight_rows(list(reversed(above)), band[0], cut)
            if count:
                band = [*above[-count:], *band]
                settled[-1:] = [above[:-count]] if count < len(above) else []
        settled += _trimmed(band)
    return settled


def _tight_rows(rows: list[LineRow], start: LineRow, gutters: list[Gap]) -> int:
    """How many rows, going from ``start``, go on with its columns; none where the run ends in a full line."""
    count, neighbour = 0, start
    for row in rows:
        if not _belongs(row, neighbour):
            break
        if not _shared(gutters, row):
            return 0
        count, neighbour = count + 1, [*neighbour, *row]
    return count


def _gaps_in_common(band: list[LineRow]) -> list[Gap]:
    gutters: list[Gap] = []
    for row in band:
        gutters = _shared(gutters, row) if gutters else _gaps(row)[1:-1]
    return gutters


def _white(above: LineRow, below: LineRow) -> float:
    return min(line.y0 for line in above) - max(line.y1 for line in below)


def _gaps(row: LineRow) -> list[Gap]:
    """What the row leaves free, from edge to edge."""
    ends = [float("-inf"), *(line.x1 for line in row)]
    starts = [*(line.x0 for line in row), float("inf")]
    return list(zip(ends, starts, strict=True))


def _shared(gutters: list[Gap], row: LineRow) -> list[Gap]:
    """The parts of the gutters that the row leaves free."""
    least = GUTTER * row[0].size
    parts = [(max(a, c), min(b, d)) for a, b in gutters for c, d in _gaps(row)]
    return [(left, right) for left, right in parts if right - left >= least]


def _trimmed(band: list[LineRow]) -> list[list[LineRow]]:
    """The band and, apart from it, the single lines below its columns."""
    gutters = inner_gutters(band)
    if not gutters:
        return [band]
    last = next(i for i in reversed(range(len(band))) if len(band[i]) > 1)
    prose = _is_prose(band)
    while last + 1 < len(band) and (prose or _belongs(band[last + 1], band[last])):
        last += 1
    return [part for part in (band[: last + 1], band[last + 1 :]) if part]


def _belongs(row: LineRow, neighbour: LineRow) -> bool:
    """Whether every line of the row goes on with one in the neighbour, without white between them."""
    return all(any(_is_near(line, other) and _over(line, other) for other in neighbour) for line in row)


def _is_near(line: PrintedLine, other: PrintedLine) -> bool:
    return abs(other.base - line.base) < 1.45 * max(line.size, other.size)


def _over(line: PrintedLine, other: PrintedLine) -> bool:
    return min(line.x1, other.x1) > max(line.x0, other.x0) and abs(line.size - other.size) < 0.15 * other.size


def inner_gutters(band: Sequence[LineRow]) -> list[float]:
    """Where the band can be cut into columns: the middle of every gutter between lines."""
    spans = sorted((line.x0, line.x1, line.size) for row in band for line in row)
    if not any(len(row) > 1 for row in band):
        return []
    cuts, end = [], spans[0][1]
    for x0, x1, size in spans[1:]:
        if x0 - end >= GUTTER * size:
            cuts.append((end + x0) / 2)
        end = max(end, x1)
    return cuts


def _is_prose(band: Sequence[LineRow]) -> bool:
    """Whether a band's columns are running text: long, and with lines that fill them."""
    columns = _cut(band, inner_gutters(band))
    return len(columns) > 1 and all(is_running(column) for column in columns[:2])


def _cut(band: Sequence[LineRow], cuts: Sequence[float]) -> list[list[PrintedLine]]:
    columns: list[list[PrintedLine]] = [[] for _ in range(len(cuts) + 1)]
    for row in band:
        for line in row:
            columns[sum(line.x0 > cut for cut in cuts)].append(line)
    return columns


def _read_band(
    band: list[LineRow], rules: Sequence[RuledLine] | None, edge: float, own_edge: float
) -> list[TextColumn]:
    cuts = inner_gutters(band)
    if not cuts:
        return [TextColumn([line for row in band for line in row], edge)]
    columns = _cut(band, cuts)
    starts = [min(line.x0 for line in column) for column in columns]
    edges = [*(start - 4 for start in starts[1:]), min(edge, own_edge)]
    if rules is not None and is_table(band, columns, rules):
        return [
            TextColumn(cell, limit, cell=sum(map(bool, cells)) > 1)
            for cells in (_cut(group, cuts) for group in table_rows(band, rules))
            for cell, limit in zip(cells, edges, strict=True)
            if cell
        ]
    return [
        part
        for column, limit in zip(columns, edges, strict=True)
        for part in _read_column(column, rules, max(line.x1 for line in column) if is_running(column) else limit)
    ]


def _read_column(lines: list[PrintedLine], rules: Sequence[RuledLine] | None, edge: float) -> list[TextColumn]:
    """The column, or the columns that a part of it is divided into."""
    if any(len(row) > 1 for row in _rows(lines)):
        return in_order(lines, rules, edge)
    return [TextColumn(lines, edge)]


def _joined(columns: list[TextColumn]) -> list[TextColumn]:
    """Bands of one column below each other are one column."""
    whole: list[TextColumn] = []
    for column in columns:
        last = whole[-1] if whole else None
        if last and not last.cell and not column.cell and last.edge == column.edge and _follows(last, column):
            last.lines += column.lines
        else:
            whole.append(column)
    return whole


def _follows(above: TextColumn, below: TextColumn) -> bool:
    return above.lines[-1].base > below.lines[0].base
