"""Tables while their rows and cells come in."""

from __future__ import annotations

from dataclasses import dataclass

from klarsprak.letter import Cell
from klarsprak.readers.docx.markup import VAL, Element, W, child, first

_LONGEST_NUMBER = 5
"""Digits; Word has no more than 63 columns."""


@dataclass(slots=True)
class OpenTable:
    """A table while its rows come in; ``outer`` is the one whose cell it stands in."""

    number: int
    outer: OpenTable | None = None
    row: int = -1
    column: int = 0

    def next_row(self, row: Element) -> None:
        """Go to a row, past the columns that it leaves out in front."""
        self.row += 1
        properties = child(row, W + "trPr")
        before = None if properties is None else child(properties, W + "gridBefore")
        self.column = _number(before, default=0)

    def next_cell(self, element: Element, paragraph: int, outer: OpenCell | None) -> OpenCell:
        """Open a cell, and go on by as many columns as it spans; ``paragraph`` is the number of its first one."""
        properties = first(element, W + "tcPr")
        cell = Cell(self.number, max(self.row, 0), self.column)
        if properties is None:
            self.column += 1
            return OpenCell(cell, paragraph, outer)
        span = _number(child(properties, W + "gridSpan"), default=1)
        self.column += max(span, 1)
        merge = child(properties, W + "vMerge")
        goes_on = merge is not None and merge.get(VAL) != "restart"
        return OpenCell(cell, paragraph, outer, goes_on)


@dataclass(slots=True)
class OpenCell:
    """A cell while its paragraphs come in."""

    cell: Cell
    paragraph: int
    outer: OpenCell | None
    goes_on: bool = False
    """Whether it is the lower part of a cell that began in a row above."""
    filled: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it, nor in the cell above that it goes on with.

        The upper part tells for the whole cell.
        """
        return not self.filled and not self.goes_on


def _number(element: Element | None, default: int) -> int:
    """The number that an element holds; the default where it holds none, or an absurd one."""
    if element is None:
        return default
    value = element.get(VAL, "")
    if not value.isdecimal() or len(value) > _LONGEST_NUMBER:
        return default
    return int(value)
