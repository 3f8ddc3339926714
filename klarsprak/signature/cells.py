"""The letter as rows of cells: the rows of its tables, and its lines with tabs, bars or wide gaps in them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from klarsprak.letter import Anchor, Block, Letter, Role
from klarsprak.signature.labels import is_label_row, split_label
from klarsprak.signature.model import Label, Span

_GAP = re.compile(r"\t+|\s*[|¦]\s*|[ \u00a0]{3,}")
_PROSE_WORDS = 12
_MARGIN, _LETTER = 90, 6
"""Of a PDF page, in points."""
_LINE_HEIGHT = 2
"""Lines of a PDF page that lie so near one another, in points, are one."""


class TextCell(NamedTuple):
    """A line or a cell before its column is known: ``at`` is the cell's number or the offset it begins at.

    ``barred`` tells that a bar parts it from its neighbours.
    """

    spans: list[Span]
    role: Role
    at: int
    barred: bool = False

    @property
    def mere_label(self) -> Label | None:
        """The label, if the cell holds one and nothing else."""
        found = split_label(self.spans[0]) if len(self.spans) == 1 else None
        return found.label if found and found.is_alone else None


Row = list[TextCell]
_Numbered = tuple[int, Block]
"""A block and its number in the letter."""
_LineOfBlock = tuple[Span, Block]


def rows_of_letter(letter: Letter) -> Iterator[Iterator[Row]]:
    """For each table, and for each stretch of text between two of them, its rows; what is quoted is left out."""
    written = [(at, block) for at, block in enumerate(letter.blocks) if block.role is not Role.QUOTED]
    for table, group in groupby(written, key=_table_of):
        members = list(group)
        yield _text_rows(members) if table is None else _table_rows(members)


def is_header(row: Row) -> bool:
    """Whether the row is labels and nothing else, as above the columns of a table."""
    filled = [cell for cell in row if cell.spans]
    return len(filled) > 1 and all(cell.mere_label for cell in filled)


def has_label_left(row: Row) -> bool:
    """Whether a cell of the row is a mere label with a value to its right."""
    return any(value.spans and cell.mere_label for cell, value in pairwise(row))


def _table_of(numbered: _Numbered) -> int | None:
    """The number of the table that the block stands in."""
    cell = numbered[1].cell
    return cell.table if cell else None


def _table_rows(blocks: Iterable[_Numbered]) -> Iterator[Row]:
    """The rows of a table; paragraphs of one cell stay together."""
    for _, row in groupby(blocks, key=lambda numbered: numbered[1].cell and numbered[1].cell.row):
        cells: dict[int, TextCell] = {}
        for at, block in row:
            column = block.cell.column if block.cell else 0
            cell = cells.setdefault(column, TextCell([], block.role, column))
            cell.spans.extend(span.cut(0) for span in _lines_of_block(at, block))
        yield list(cells.values())


def _text_rows(blocks: Iterable[_Numbered]) -> Iterator[Row]:
    """The lines outside tables; blocks that stood on the same line of the file make one row."""
    lines = [(span, block) for at, block in blocks for span in _lines_of_block(at, block)]
    for _, together in groupby(lines, key=_line_of_file):
        row: Row = []
        for span, block in together:
            row += _cells_of_line(span, block)
        if row:
            yield row


def _lines_of_block(at: int, block: Block) -> Iterator[Span]:
    """The block's lines, with the white space that they begin with; empty ones are left out."""
    start = 0
    for text in block.text.split("\n"):
        if text.strip():
            yield Span(text, at, start)
        start += len(text) + 1


def _line_of_file(line: _LineOfBlock) -> Hashable:
    """The line of the file or the height on the PDF page; where neither is known, every line is one of its own."""
    span, block = line
    anchor = block.place.at(span.start)
    if anchor.line is not None:
        return anchor.line
    return (anchor.page, round(anchor.box[1] / _LINE_HEIGHT)) if anchor.box else object()


def _cells_of_line(span: Span, block: Block) -> Row:
    """The cells of a line; of one that is alone, its column in the file is known."""
    cells = list(_cells(span, block.role))
    if len(cells) != 1:
        return cells
    (cell,) = cells
    return [cell._replace(at=_column(block.place.at(span.start), cell.at))]


def _column(anchor: Anchor, otherwise: int) -> int:
    """Where on its line the text begins, counted in letters; on a PDF page reckoned from the usual margin."""
    if anchor.column:
        return anchor.column - 1
    return round((anchor.box[0] - _MARGIN) / _LETTER) if anchor.box else otherwise


def _cells(span: Span, role: Role) -> Iterator[TextCell]:
    """The cells of a line with tabs, bars or wide gaps in it."""
    barred = "|" in span.text
    tabbed = barred or "\t" in span.text
    bounds = [0, *_gap_bounds(span.text, tabbed=tabbed), len(span.text)]
    for number, (start, end) in enumerate(zip(bounds[::2], bounds[1::2], strict=True)):
        cell = span.cut(start, end)
        if cell.text:
            spans = [] if is_label_row(cell) else [cell]
            yield TextCell(spans, role, number if tabbed else cell.start - span.start, barred)


def _gap_bounds(text: str, *, tabbed: bool) -> Iterator[int]:
    """Where each gap begins and ends; prose is never split, but by tabs."""
    if not tabbed and _is_sentence(text):
        return
    for gap in _GAP.finditer(text):
        yield from gap.span()


def _is_sentence(text: str) -> bool:
    """Whether the line is long and ends as a sentence."""
    return text.rstrip().endswith(".") and len(text.split()) > _PROSE_WORDS
