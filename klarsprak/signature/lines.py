"""The letter as lines: one for each line of a block, cell of a table, or column between tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from klarsprak.letter import Letter
from klarsprak.signature.cells import Row, TextCell, has_label_left, is_header, is_in_column, rows_of_letter
from klarsprak.signature.model import Label, LetterLine
from klarsprak.signature.run_together import lines_run_together


def split_into_lines(letter: Letter) -> list[LetterLine]:
    """All lines of the letter that the writer wrote, side by side columns one after the other.

    *Anna Ek* and *rektor* of the left column come before *Norrlida kommun* and *Box 34* of the right one.
    """
    columns = _Columns()
    lines: list[LetterLine] = []
    for rows in rows_of_letter(letter):
        for several, run in _runs(rows):
            order = columns.put_in_order if several else columns.as_one
            lines.extend(order(run))
    return lines


class _Columns:
    """Gives the cells of rows their columns, which are numbered through the letter."""

    def __init__(self) -> None:
        self._column = 0

    def as_one(self, rows: list[Row]) -> Iterator[LetterLine]:
        """The cells row by row, all in one new column.

        Lines of text, of which each cell follows the one to its left.
        """
        self._column += 1
        return chain.from_iterable(map(self._lines, chain.from_iterable(rows)))

    def put_in_order(self, rows: list[Row]) -> Iterator[LetterLine]:
        """Rows of several cells: labels above values, labels left of values, or plain columns.

        Each layout lasts until the next one begins.
        """
        while rows:
            size = _count_rows_of_layout(rows)
            yield from self._lay_out(rows[:size])
            rows = rows[size:]

    def _lay_out(self, rows: list[Row]) -> Iterator[LetterLine]:
        """Rows of one layout.

        What its first row is tells which one.
        """
        if _begins_with_header(rows):
            return self._below(rows[0], rows[1:])
        if has_label_left(rows[0]):
            return self._beside(rows[0])
        return self._side_by_side(rows)

    def _below(self, header: Row, rows: list[Row]) -> Iterator[LetterLine]:
        """The cells below each label: *Telefon* above *0980-319 214*.

        So *0980-319 214* is known to be a number's even without area code.
        """
        labels = [cell.mere_label for cell in header]
        return self._stacked(header, rows, labels)

    def _beside(self, row: Row) -> Iterator[LetterLine]:
        """The cells of one row, each with the label to its left: *Telefon* beside *0980-319 214*."""
        self._column += 1
        label: Label | None = None
        for cell in row:
            own = cell.mere_label
            if own:
                label = own
            else:
                yield from self._lines(cell, label)

    def _side_by_side(self, rows: list[Row]) -> Iterator[LetterLine]:
        """Columns that no label heads.

        Bars part what goes on in the next line, *Anna Ek | rektor*; only labels make columns of them.
        """
        if len(rows) == 1 or _are_barred(rows):
            return self.as_one(rows)
        widest = max(rows, key=len)
        unlabelled = [None] * len(widest)
        return self._stacked(widest, rows, unlabelled)

    def _stacked(self, header: Row, rows: list[Row], labels: Sequence[Label | None]) -> Iterator[LetterLine]:
        """The cells column by column, each below the cell of the header that it stands nearest to.

        Of two cells of one row that stand nearest to the same one, both come there, in their order.
        """
        columns: list[Row] = [[] for _ in header]
        places = {label.at: place for place, label in reversed(list(enumerate(header)))}
        for cell in chain.from_iterable(rows):
            place = places.get(cell.at)  # as all cells of a table have
            columns[_nearest(header, cell) if place is None else place].append(cell)
        for label, column in zip(labels, columns, strict=True):
            self._column += 1
            for cell in column:
                yield from self._lines(cell, label)

    def _lines(self, cell: TextCell, label: Label | None = None) -> list[LetterLine]:
        """The lines of a cell, in the column that is being filled."""
        role, column = cell.role, self._column
        spans = chain.from_iterable(map(lines_run_together, cell.spans))
        return [LetterLine(line, role, column, label) for line in spans]


def _nearest(header: Row, cell: TextCell) -> int:
    """The column of the header's cell that begins nearest to where this one does.

    Whoever makes columns with spaces seldom hits the same place twice.
    """
    distances = [abs(label.at - cell.at) for label in header]
    return distances.index(min(distances))


def _count_rows_of_layout(rows: list[Row]) -> int:
    """How many rows the layout that begins with the first one lasts.

    Labels above values last until the next such labels, a row with labels to the left is a layout of its own.
    """
    if _begins_with_header(rows):
        return _count_until(rows, is_header)
    return 1 if has_label_left(rows[0]) else _count_until(rows, _holds_labels)


def _begins_with_header(rows: list[Row]) -> bool:
    """Whether the first row labels those below it, which aren't labels themselves.

    Labels above labels are a form's two columns, each with its value to the right.
    """
    if len(rows) == 1 or not is_header(rows[0]):
        return False
    return not is_header(rows[1])


def _holds_labels(row: Row) -> bool:
    """Whether the row ends plain columns.

    *Telefon* above or to the left of what follows.
    """
    return is_header(row) or has_label_left(row)


def _count_until(rows: list[Row], ends: Callable[[Row], bool]) -> int:
    """How many rows there are up to the next one, the first aside, that ends them.

    The layout that begins with the first row lasts at least that long.
    """
    for size, row in enumerate(rows[1:], 1):
        if ends(row):
            return size
    return len(rows)


def _are_barred(rows: list[Row]) -> bool:
    """Whether bars part the cells."""
    return any(cell.barred for cell in chain.from_iterable(rows))


def _runs(rows: Iterable[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Rows of several cells and rows of one, by turns, with whether they have several.

    A letterhead in two columns, then text, then a signature in two columns.  A lone cell in a column's place belongs
    to the rows above: *Box 34* far to the right, below *Norrlida kommun* in a letterhead's right column.
    """
    several, run = False, list[Row]()
    for row in rows:
        is_wide = len(row) > 1 or (several and all(map(is_in_column, row)))
        if is_wide is not several and run:
            yield several, run
            run = []
        several = is_wide
        run.append(row)
    if run:
        yield several, run
