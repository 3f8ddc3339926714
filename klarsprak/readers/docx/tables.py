"""What is done with tables: each cell is told by its place, and an empty one is told of."""

from __future__ import annotations

from klarsprak.letter import Anchor, Block, Place, Role
from klarsprak.readers.docx.grid import OpenCell, OpenTable
from klarsprak.readers.docx.markup import Children, Element, W, child, is_on
from klarsprak.readers.docx.story import Story


def begin_table(story: Story, element: Element) -> Children:
    """``w:tbl``: a table; the cell that it stands in isn't empty."""
    context = story.context
    story.flush()
    if context.cell is not None:
        context.cell.filled = True
    context.table = OpenTable(next(story.tables), context.table)
    return element


def end_table(story: Story, _: Element) -> None:
    """Its end."""
    table = story.context.table
    if table is not None:
        story.context.table = table.outer


def begin_row(story: Story, element: Element) -> Children:
    """``w:tr``: a row, left out where it is hidden or deleted."""
    if is_gone(element):
        story.pass_by(element)
        return None
    table = story.context.table
    if table is not None:
        table.next_row(element)
    return element


def is_gone(row: Element) -> bool:
    """Whether a table row is hidden, or deleted by a tracked change."""
    properties = child(row, W + "trPr")
    if properties is None:
        return False
    deletion = child(properties, W + "del")
    return deletion is not None or is_on(child(properties, W + "hidden"))


def begin_cell(story: Story, element: Element) -> Children:
    """``w:tc``: a cell; one outside any table makes no valid file, but its words count all the same."""
    context = story.context
    table = context.table
    if table is None:
        table = context.table = OpenTable(next(story.tables))
    context.cell = table.next_cell(element, story.paragraphs, context.cell)
    return element


def end_cell(story: Story, _: Element) -> None:
    """Its end: an empty cell is a block too, so that a label without its value can be seen."""
    story.flush()
    context = story.context
    cell = context.cell
    if cell is None:
        return
    if cell.is_empty:
        context.out.append(_make_empty_block(story, cell))
    context.cell = cell.outer


def _make_empty_block(story: Story, cell: OpenCell) -> Block:
    """The block of a cell that holds nothing, at its first paragraph."""
    inner_role = Role.TEXT_BOX if story.context.in_box else Role.TABLE_CELL
    anchor = Anchor(0, part=story.part, paragraph=cell.paragraph)
    return Block("", story.role or inner_role, Place((anchor,)), cell=cell.cell)
