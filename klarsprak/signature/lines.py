"""The letter as lines: one for each line of a block, cell of a table, or column between tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from klarsprak.letter import Letter, Role
from klarsprak.signature.cells import Row, TextCell, has_label_left, is_header, rows_of_letter
from klarsprak.signature.model import Label, LetterLine

_INDENT = 15
"""A lone cell that begins so many letters in stands in a column."""


def split_into_lines(letter: Letter) -> list[LetterLine]:
    """All lines of the letter that the writer wrote, side by side columns one after the other."""
    columns = _Columns()
    lines: list[LetterLine] = []
    for rows in rows_of_letter(letter):
        for several, run in _runs(rows):
            lines += columns.put_in_order(run) if several else columns.as_one(run)
    return lines


class _Columns:
    """Gives the cells of rows their columns, which are numbered through the letter."""

    def __init__(self) -> None:
        self._column = 0

    def as_one(self, rows: Iterable[Row]) -> Iterator[LetterLine]:
        """The cells row by row, all in one new column."""
        self._column += 1
        for row in rows:
            for cell in row:
                yield from self._lines(cell)

    def put_in_order(self, rows: list[Row]) -> Iterator[LetterLine]:
        """Rows of several cells: labels above values, labels left of values, or plain columns."""
        while rows:
            if _begins_with_header(rows):
                size = _count_until(rows, is_header)
                yield from self._below(rows[0], rows[1:size])
            elif has_label_left(rows[0]):
                size = 1
                yield from self._beside(rows[0])
            else:
                size = _count_until(rows, _holds_labels)
                yield from self._side_by_side(rows[:size])
            rows = rows[size:]

    def _below(self, header: Row, rows: list[Row]) -> Iterator[LetterLine]:
        """The cells below each label."""
        labels = [cell.mere_label for cell in header]
        yield from self._stacked(header, rows, labels)

    def _beside(self, row: Row) -> Iterator[LetterLine]:
        """The cells of one row, each with the label to its left."""
        self._column += 1
        label: Label | None = None
        for cell in row:
            if own := cell.mere_label:
                label = own
            else:
                yield from self._lines(cell, label)

    def _side_by_side(self, rows: list[Row]) -> Iterator[LetterLine]:
        """Columns that no label heads."""
        if len(rows) == 1 or _is_barred(rows):
            # Bars part what goes on in the next line; only labels make columns of them.
            yield from self.as_one(rows)
        else:
            widest = max(rows, key=len)
            yield from self._stacked(widest, rows, [None] * len(widest))

    def _stacked(self, header: Row, rows: list[Row], labels: Sequence[Label | None]) -> Iterator[LetterLine]:
        """The cells column by column, each below the cell of the header that it stands nearest to."""
        columns: list[Row] = [[] for _ in header]
        for row in rows:
            for cell in row:
                columns[_nearest(header, cell)].append(cell)
        for label, column in zip(labels, columns, strict=True):
            self._column += 1
            for cell in column:
                yield from self._lines(cell, label)

    def _lines(self, cell: TextCell, label: Label | None = None) -> list[LetterLine]:
        return [LetterLine(span, cell.role, self._column, label) for span in cell.spans]


def _nearest(header: Row, cell: TextCell) -> int:
    """The column of the header's cell that begins nearest to where this one does."""
    distances = [abs(label.at - cell.at) for label in header]
    return distances.index(min(distances))


def _begins_with_header(rows: list[Row]) -> bool:
    """Whether the first row labels those below it."""
    return len(rows) > 1 and is_header(rows[0]) and not is_header(rows[1])


def _holds_labels(row: Row) -> bool:
    """Whether the row ends plain columns."""
    return is_header(row) or has_label_left(row)


def _count_until(rows: list[Row], ends: Callable[[Row], bool]) -> int:
    """How many rows there are up to the next one, the first aside, that ends them."""
    for size, row in enumerate(rows[1:], 1):
        if ends(row):
            return size
    return len(rows)


def _is_barred(rows: list[Row]) -> bool:
    """Whether bars part cells: *Anna Ek | rektor*."""
    return any(cell.barred for row in rows for cell in row)


def _runs(rows: Iterable[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Rows of several cells and rows of one, by turns, with whether they have several."""
    for several, run in groupby(_by_width(rows), key=itemgetter(0)):
        yield several, [row for _, row in run]


def _by_width(rows: Iterable[Row]) -> Iterator[tuple[bool, Row]]:
    """Each row with whether it has several cells; a lone cell in a column's place belongs to the rows above."""
    several = False
    for row in rows:
        several = len(row) > 1 or (several and _is_in_column(row))
        yield several, row


def _is_in_column(row: Row) -> bool:
    """Whether what stands alone on its line stands where a column does."""
    return all(cell.role in {Role.HEADER, Role.FOOTER} or cell.at > _INDENT for cell in row)
