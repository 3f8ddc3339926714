"""Which tables of an HTML page are tables, and which only lay the page out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import html

from klarsprak.letter import Cell

_LONGEST_CELL = 300
"""A cell with more text than this holds a part of the letter."""


class Tables:
    """The cells of a page's tables of data, each with its place; the other tables are left out."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.cells: dict[html.HtmlElement, Cell] = {}
        self.empty: dict[html.HtmlElement, Cell] = {}
        """Those without text."""
        for element, cell in _data_cells(root):
            self.cells[element] = cell
            if _length(element) == 0:
                self.empty[element] = cell


def _data_cells(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, Cell]]:
    """The cells of all tables of data in reading order, each with its place.

    A cell that spans several columns counts as one.
    """
    tables = filter(_holds_data, root.iter("table"))
    for number, table in enumerate(tables):
        for row, line in enumerate(table.iter("tr")):
            for column, element in enumerate(_cells(line)):
                yield element, Cell(number, row, column)


def _cells(row: html.HtmlElement) -> list[html.HtmlElement]:
    """The cells of a row, those of its headings too."""
    return list(row.iterchildren("td", "th"))


def _length(cell: html.HtmlElement) -> int:
    """How much text the cell holds."""
    return len(cell.text_content().strip())


def _holds_data(table: html.HtmlElement) -> bool:
    """Whether the table has rows and columns of short cells, and no table within.

    Mail programs and newsletters lay the whole page out in tables: in one row, in one column, or in cells that hold
    a part of the letter.
    """
    is_layout = table.get("role") == "presentation"
    if is_layout or _holds_table(table):
        return False
    rows = list(map(_cells, table.iter("tr")))
    widest = max(map(len, rows), default=0)
    if len(rows) < 2 or widest < 2:
        return False
    longest = max(map(_length, chain.from_iterable(rows)))
    return longest <= _LONGEST_CELL


def _holds_table(table: html.HtmlElement) -> bool:
    """Whether another table stands in one of the cells."""
    return next(table.iterdescendants("table"), None) is not None
