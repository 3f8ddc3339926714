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

    def edges(self, count: int) -> list[int]:
        """Where each of so many cells begins, as far as the row tells."""
        rights = [cell.right for cell in self.cells[:count]]
        left = min(self.left, *rights[:1]) if rights else self.left
        return [left, *rights[:-1]] if len(rights) == count else []


_Row = tuple[list[list[Block]], list[int]]
"""The blocks of each cell of a row, and where each cell begins; empty where the row doesn't tell."""


class OpenTable:
    """A table while its rows come in; ``cell`` takes the blocks of the cell that is open."""

    def __init__(self, number: int) -> None:
        self.cell: list[Block] = []
        self.place = Cell(number, 0, 0)
        """Where blocks of its cells stand until it is known in which column."""
        self._row: list[list[Block]] = []
        self._rows: list[_Row] = []

    def end_cell(self) -> None:
        """A cell is over."""
        self._row.append(self.cell)
        self.cell = []

    def end_row(self, shape: RowShape, role: Role) -> None:
        """A row is over: an empty cell is a block too, unless it only goes on with another one."""
        if not self._row:
            return
        row, self._row = self._row, []
        if shape.cells and all(cell.is_deleted for cell in shape.cells):
            return
        for blocks, cell in zip(row, shape.cells, strict=False):
            if not blocks and not (cell.goes_on_above or cell.goes_on_before):
                blocks.append(Block("", role, cell=self.place))
        for blocks in row[len(shape.cells) :]:
            if not blocks:
                blocks.append(Block("", role, cell=self.place))
        self._rows.append((row, shape.edges(len(row))))

    def blocks(self, shape: RowShape, role: Role) -> list[Block]:
        """The table is over: the blocks of its cells, each with its place; those of inner tables have theirs."""
        if self.cell:
            self.end_cell()
        self.end_row(shape, role)
        widest = max(self._rows, key=_width, default=([], []))
        found: list[Block] = []
        for number, row in enumerate(self._rows):
            for blocks, column in zip(row[0], _columns(row, widest), strict=True):
                _place(blocks, Cell(self.place.table, number, column))
                found += blocks
        return found


def _place(blocks: list[Block], cell: Cell) -> None:
    """Give the blocks of a cell their place, but for text boxes and inner tables in it."""
    for block in blocks:
        if block.cell is not None and block.cell.table == cell.table:
            block.cell = cell


def _width(row: _Row) -> int:
    """How many cells a row has."""
    return len(row[0])


def _columns(row: _Row, widest: _Row) -> list[int]:
    """The column of each cell of a row: where the widest row of the table has a cell that begins at the same place.

    >>> blocks = [[], [], []]
    >>> _columns((blocks[:2], [0, 2010]), (blocks, [0, 1000, 2000]))
    [0, 2]
    """
    count, edges = _width(row), row[1]
    if count == _width(widest) or not (edges and widest[1]):
        return list(range(count))
    columns: list[int] = []
    for edge in edges:
        column = bisect_right(widest[1], edge + _ALIKE) - 1
        columns.append(max(column, columns[-1] + 1 if columns else 0))
    return columns
