"""The letter as lines: one for each line of a block, cell of a table, or column between tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from klarsprak.letter import Anchor, Block, Letter, Role
from klarsprak.signature.labels import label_row, split_label
from klarsprak.signature.model import Label, Line, Span

_GAP = re.compile(r"\t+|\s*[|¦]\s*|[ \u00a0]{3,}")
_PROSE_WORDS = 12
_INDENT = 15
_MARGIN, _LETTER = 90, 6
"""Of a PDF page, in points."""


class _Cell(NamedTuple):
    """A line or a cell before its column is known: ``at`` is the cell's number or the offset it begins at.

    ``barred`` tells that a bar parts it from its neighbours.
    """

    spans: list[Span]
    role: Role
    at: int
    barred: bool = False


_Row = list[_Cell]


def lines(letter: Letter) -> list[Line]:
    """All lines of the letter that the writer wrote, side by side columns one after the other."""
    return list(_Emitter().run(letter))


class _Emitter:
    def __init__(self) -> None:
        self.column = 0

    def run(self, letter: Letter) -> Iterator[Line]:
        """The lines of the blocks, each run of rows with several cells put in order."""
        blocks = [(at, block) for at, block in enumerate(letter.blocks) if block.role is not Role.QUOTED]
        for table, group in groupby(blocks, key=lambda item: item[1].cell.table if item[1].cell else None):
            members = list(group)
            rows = _text_rows(members) if table is None else _table_rows(members)
            for several, run in _runs(rows):
                yield from self._grid(run) if several else self._plain(run)

    def _plain(self, rows: list[_Row]) -> Iterator[Line]:
        self.column += 1
        for row in rows:
            for cell in row:
                yield from (Line(span, cell.role, self.column) for span in cell.spans)

    def _grid(self, rows: list[_Row]) -> Iterator[Line]:
        """Rows of several cells: labels above values, labels left of values, or plain columns."""
        while rows:
            if len(rows) > 1 and _is_header(rows[0]) and not _is_header(rows[1]):
                size = next((at for at, row in enumerate(rows[1:], 1) if _is_header(row)), len(rows))
                yield from self._below(rows[0], rows[1:size])
            elif _has_label_left(rows[0]):
                size = 1
                yield from self._beside(rows[0])
            else:
                size = next(
                    (at for at, row in enumerate(rows) if at and (_is_header(row) or _has_label_left(row))), len(rows)
                )
                yield from self._columns(rows[:size])
            rows = rows[size:]

    def _below(self, header: _Row, rows: list[_Row]) -> Iterator[Line]:
        for column, label_cell in enumerate(header):
            self.column += 1
            label = split_label(label_cell.spans[0]) if label_cell.spans else None
            for row in rows:
                for cell in row:
                    if _nearest(header, cell) == column:
                        yield from self._labelled(cell, label and label.label)

    def _beside(self, row: _Row) -> Iterator[Line]:
        self.column += 1
        label: Label | None = None
        for cell in row:
            found = split_label(cell.spans[0]) if len(cell.spans) == 1 else None
            if found and not found.rest.text:
                label = found.label
            else:
                yield from self._labelled(cell, label)

    def _labelled(self, cell: _Cell, label: Label | None) -> Iterator[Line]:
        yield from (Line(span, cell.role, self.column, label) for span in cell.spans)

    def _columns(self, rows: list[_Row]) -> Iterator[Line]:
        if len(rows) == 1 or any(cell.barred for row in rows for cell in row):
            # Bars part what goes on in the next line; only labels make columns of them.
            yield from self._plain(rows)
            return
        widest = max(rows, key=len)
        for column in range(len(widest)):
            self.column += 1
            for row in rows:
                for cell in row:
                    if _nearest(widest, cell) == column:
                        yield from self._labelled(cell, None)


def _nearest(header: _Row, cell: _Cell) -> int:
    return min(range(len(header)), key=lambda column: abs(header[column].at - cell.at))


def _runs(rows: Iterable[_Row]) -> Iterator[tuple[bool, list[_Row]]]:
    """Rows of several cells and rows of one, by turns; a lone cell in a column's place belongs to the rows above."""
    run: list[_Row] = []
    several = False
    for row in rows:
        now = len(row) > 1 or (several and _belongs_above(row))
        if run and now is not several:
            yield several, run
            run = []
        several = now
        run.append(row)
    if run:
        yield several, run


def _belongs_above(row: _Row) -> bool:
    return all(cell.role in {Role.HEADER, Role.FOOTER} or cell.at > _INDENT for cell in row)


def _is_header(row: _Row) -> bool:
    filled = [cell for cell in row if cell.spans]
    return len(filled) > 1 and all(
        len(cell.spans) == 1 and (found := split_label(cell.spans[0])) and not found.rest.text for cell in filled
    )


def _has_label_left(row: _Row) -> bool:
    """Whether a cell of the row is a mere label with a value to its right."""
    for cell, value in pairwise(row):
        found = split_label(cell.spans[0]) if len(cell.spans) == 1 else None
        if found and not found.rest.text and value.spans:
            return True
    return False


def _table_rows(blocks: list[tuple[int, Block]]) -> Iterator[_Row]:
    """The rows of a table; paragraphs of one cell stay together."""
    for _, row in groupby(blocks, key=lambda item: item[1].cell and item[1].cell.row):
        cells: dict[int, _Cell] = {}
        for at, block in row:
            assert block.cell
            cell = cells.setdefault(block.cell.column, _Cell([], block.role, block.cell.column))
            cell.spans.extend(_split_lines(at, block))
        yield list(cells.values())


def _text_rows(blocks: list[tuple[int, Block]]) -> Iterator[_Row]:
    """The lines outside tables; blocks that stood on the same line of the file make one row."""
    above: tuple[object, _Row] = (None, [])
    for at, block in blocks:
        for span in _split_lines(at, block, keep_indent=True):
            anchor = block.place.at(span.start)
            cells = _cells(span, block.role)
            if len(cells) == 1:
                cells = [cells[0]._replace(at=_column(anchor, cells[0].at))]
            row = anchor.line or (anchor.box and (anchor.page, round(anchor.box[1] / 2)))
            if row is not None and row == above[0]:
                above[1].extend(cells)
                continue
            if above[1]:
                yield above[1]
            above = (row, cells)
    if above[1]:
        yield above[1]


def _column(anchor: Anchor, otherwise: int) -> int:
    """Where on its line the text begins, counted in letters; on a PDF page reckoned from the usual margin."""
    if anchor.column:
        return anchor.column - 1
    return round((anchor.box[0] - _MARGIN) / _LETTER) if anchor.box else otherwise


def _split_lines(at: int, block: Block, *, keep_indent: bool = False) -> Iterator[Span]:
    start = 0
    for text in block.text.split("\n"):
        if text.strip():
            span = Span(text, at, start)
            yield span if keep_indent else span.cut(0)
        start += len(text) + 1


def _cells(span: Span, role: Role) -> _Row:
    """The cells of a line with tabs, bars or wide gaps in it; prose is never split."""
    gaps = list(_GAP.finditer(span.text))
    tabs = "\t" in span.text or "|" in span.text
    if len(span.text.split()) > _PROSE_WORDS and not tabs and span.text.rstrip().endswith("."):
        gaps = []
    cells: _Row = []
    for number, (start, end) in enumerate(
        zip([0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(span.text)], strict=True)
    ):
        cell = span.cut(start, end)
        if cell.text:
            at = number if tabs else cell.start - span.start
            cells.append(_Cell(_label_cells(cell), role, at, barred="|" in span.text))
    return cells


def _label_cells(span: Span) -> list[Span]:
    return [] if label_row(span) else [span]
