"""Which tables of an HTML page are tables, and which only lay the page out."""

from __future__ import annotations

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
        data = [table for table in root.iter("table") if _holds_data(table)]
        for number, table in enumerate(data):
            for row, line in enumerate(table.iter("tr")):
                for column, element in enumerate(_cells(line)):
                    cell = Cell(number, row, column)
                    self.cells[element] = cell
                    if not element.text_content().strip():
                        self.empty[element] = cell


def _cells(row: html.HtmlElement) -> list[html.HtmlElement]:
    return [child for child in row if child.tag in ("td", "th")]


def _holds_data(table: html.HtmlElement) -> bool:
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [_cells(row) for row in table.iter("tr")]
    if max((len(row) for row in rows), default=0) < 2 or len(rows) < 2:
        return False
    return all(len(cell.text_content().strip()) <= _LONGEST_CELL for row in rows for cell in row)
