"""Tables while their rows come in: RTF tells where each cell ends on the line, not in which column it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from klarsprak.letter import Block, Cell, Role

_ALIKE = 120
"""Twips, two millimetres: edges that lie nearer to each other are the same column's."""
_MOST_CELLS = 1_000
"""Cells whose edges a row tells of; Word has no more than 63."""


@dataclass(slots=True)
class CellShape:
    """What a row says of a cell before the cell comes."""

    right: int = 0
    """Where it ends, in twips."""
    goes_on_above: bool = False
    """Whether it is the lower part of a cell that began in a row above."""
    goes_on_before: bool = False
    """Whether it belongs to the cell before it."""
    is_deleted: bool = False
    """Whether a tracked change took it away."""


@dataclass(slots=True)
class RowShape:
    """How a row is divided into cells."""

    left: int = 0
    """Where it begins, in twips."""
    cells: list[CellShape] = field(default_factory=list)
    next: CellShape = field(default_factory=CellShape)
    """The cell whose end isn't told yet."""

    def begin(self) -> None:
        """A row of another shape is told of."""
        self.left = 0
        self.cells = []
        self.next = CellShape()

    def end_cell(self, right: int) -> None:
        """The cell that has been told of ends there."""
        if len(self.cells) < _MOST_CELLS:
            self.next.right = right
            self.cells.append(self.next)
        self.next = CellShape()

    def edges(self, count: int) -> list[int] | None:
        """Where each of so many cells begins; None where the row doesn't tell of all of them."""
        if count > len(self.cells):
            return None
        return [self.left, *(cell.right for cell in self.cells[: count - 1])]


class OpenTable:
    """A table while its rows come in; ``cell`` takes the blocks of the cell that is open."""

    def __init__(self, number: int) -> None:
        self.cell: list[Block] = []
        self._number = number
        self._row: list[list[Block]] = []
        self._rows: list[tuple[list[list[Block]], list[int] | None]] = []

    def end_cell(self) -> None:
        """A cell is over."""
        self._row.append(self.cell)
        self.cell = []

    def end_row(self, shape: RowShape, role: Role) -> None:
        """A row is over: an empty cell is a block too, unless it only goes on with another one."""
        if not self._row:
            return
        row, self._row = self._row, []
        for blocks, cell in zip(row, shape.cells, strict=False):
            if not blocks and not (cell.goes_on_above or cell.goes_on_before):
                blocks.append(Block("", role))
        for blocks in row[len(shape.cells) :]:
            if not blocks:
                blocks.append(Block("", role))
        if any(not cell.is_deleted for cell in shape.cells) or not shape.cells:
            self._rows.append((row, shape.edges(len(row))))

    def blocks(self, shape: RowShape, role: Role) -> list[Block]:
        """The table is over: the blocks of its cells, each with its place; those of inner tables have theirs."""
        if self.cell:
            self.end_cell()
        self.end_row(shape, role)
        columns = _find_columns([edges for _, edges in self._rows if edges is not None])
        found: list[Block] = []
        for number, (row, edges) in enumerate(self._rows):
            for index, blocks in enumerate(row):
                column = index if edges is None else bisect_right(columns, edges[index]) - 1
                _place(blocks, Cell(self._number, number, column))
                found += blocks
        return found


def _place(blocks: list[Block], cell: Cell) -> None:
    """Give the blocks of a cell their place."""
    for block in blocks:
        if block.cell is None:
            block.cell = cell


def _find_columns(rows: list[list[int]]) -> list[int]:
    """Where the columns begin, in twips, of the places where the cells of each row begin.

    >>> _find_columns([[0, 1000, 2000], [0, 2010]])
    [0, 1000, 2000]
    """
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row}):
        if not columns or edge - columns[-1] > _ALIKE:
            columns.append(edge)
    return columns
