"""Tables, and the wrappers that decide whether something is shown at all."""

from __future__ import annotations

from dataclasses import dataclass

from klarsprak.letter import Cell
from klarsprak.readers.docx.markup import MC, VAL, Element, W, child, first, is_on

_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
)


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
        self.column = 0 if properties is None else _number(child(properties, W + "gridBefore"), 0)

    def next_cell(self, element: Element, paragraph: int, outer: OpenCell | None) -> OpenCell:
        """Open a cell, and go on by as many columns as it spans; ``paragraph`` is the number of its first one."""
        properties = first(element, W + "tcPr")
        cell = Cell(self.number, max(self.row, 0), self.column)
        if properties is None:
            self.column += 1
            return OpenCell(cell, paragraph, outer)
        self.column += max(_number(child(properties, W + "gridSpan"), 1), 1)
        merge = child(properties, W + "vMerge")
        return OpenCell(cell, paragraph, outer, goes_on=merge is not None and merge.get(VAL) != "restart")


@dataclass(slots=True)
class OpenCell:
    """A cell while its paragraphs come in."""

    cell: Cell
    paragraph: int
    outer: OpenCell | None
    goes_on: bool = False
    """Whether it is the lower part of a cell that began in a row above."""
    filled: bool = False


def is_gone(row: Element) -> bool:
    """Whether a table row is hidden, or deleted by a tracked change."""
    properties = child(row, W + "trPr")
    return properties is not None and (
        child(properties, W + "del") is not None or is_on(child(properties, W + "hidden"))
    )


def has_no_end(properties: Element | None) -> bool:
    """Whether a paragraph's mark is deleted or hidden, so that the next paragraph goes on in the same line."""
    mark = None if properties is None else child(properties, W + "rPr")
    if mark is None:
        return False
    if child(mark, W + "del") is not None or child(mark, W + "moveFrom") is not None:
        return True
    return is_on(child(mark, W + "vanish")) or is_on(child(mark, W + "specVanish"))


def shown_branch(alternatives: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` that Word shows: the first that it understands."""
    choices = (item for item in alternatives.iterchildren(MC + "Choice") if _is_understood(item))
    shown = next(choices, None)
    return child(alternatives, MC + "Fallback") if shown is None else shown


def _is_understood(choice: Element) -> bool:
    names = (choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split())
    return all(name.startswith(_UNDERSTOOD) for name in names)


def _number(element: Element | None, default: int) -> int:
    value = "" if element is None else element.get(VAL, "")
    return int(value) if value.isdecimal() and len(value) < 6 else default
