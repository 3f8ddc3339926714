"""A letter as text that somebody can go on writing in: paragraphs with blank lines between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from klarsprak.letter import Block, Cell, Letter, Role
from klarsprak.readers.text.line import MARKER

_ON_EVERY_PAGE = frozenset({Role.HEADER, Role.FOOTER})
_NOT_OWN = frozenset({Role.QUOTED, Role.CONTENTS})
"""What isn't checked, and which the writer doesn't write: an earlier mail, a table of contents."""


def as_text(letter: Letter) -> str:
    """The letter's text.

    Lines that stood below each other without a blank line still do; a table's row is a line with tabs; what is
    quoted is left out.
    """
    chunks = list(_chunks(list(_own_blocks(letter))))
    return "\n\n".join("\n".join(lines) for lines in chunks)


def _own_blocks(letter: Letter) -> Iterator[Block]:
    """What the writer has written, the same head and foot of several pages once."""
    seen: set[tuple[Role, str, Cell | None]] = set()
    for block in letter.blocks:
        on_page = (block.role, block.text, block.cell and block.cell._replace(table=0))
        if not block.text.strip() or block.role in _NOT_OWN or on_page in seen:
            continue
        if block.role in _ON_EVERY_PAGE:
            seen.add(on_page)
        yield block


def _chunks(blocks: Sequence[Block]) -> Iterator[list[str]]:
    """The lines of the text, those together that no blank line parts."""
    lines: list[str] = []
    last: Block | None = None
    for group in _in_rows(blocks):
        if last is not None and not _stands_under(group[0], last):
            yield lines
            lines = []
        lines += _lines(group)
        last = group[-1]
    if lines:
        yield lines


def _in_rows(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks one by one, but those of a table's row together."""
    for row, group in groupby(enumerate(blocks), key=_row_or_number):
        members = [block for _, block in group]
        if row[0] is None:
            yield members
        else:
            yield from _as_row(members)


def _row_or_number(numbered: tuple[int, Block]) -> tuple[Cell | None, int]:
    """What is the same for the blocks of a table's row and nothing else."""
    number, block = numbered
    if block.cell is None:
        return None, number
    return block.cell._replace(column=0), 0


def _as_row(members: list[Block]) -> Iterator[list[Block]]:
    """A row's blocks; cell by cell where a cell holds several: *Datum* above *3 juni*."""
    cells = [list(cell) for _, cell in groupby(members, key=lambda block: block.cell)]
    if all(len(cell) == 1 for cell in cells):
        yield members
    else:
        yield from ([block] for cell in cells for block in cell)


def _lines(group: Sequence[Block]) -> list[str]:
    """The lines of a block, or the line of a row."""
    if len(group) > 1:
        return ["\t".join(" ".join(block.text.split()) for block in group)]
    (block,) = group
    text = block.text.strip("\n")
    if block.role is Role.LIST_ITEM and not MARKER.match(text):
        text = f"- {text}"
    return text.split("\n")


def _stands_under(block: Block, above: Block) -> bool:
    """Whether no blank line parts the blocks: items of a list, rows of a table, lines under each other in a text."""
    if block.role is Role.LIST_ITEM and above.role is Role.LIST_ITEM:
        return True
    if block.cell is not None and above.cell is not None:
        return _is_same_or_next_row(block.cell, above.cell)
    return block.is_right_below(above)


def _is_same_or_next_row(cell: Cell, above: Cell) -> bool:
    """Rows of one table stand together; cells that hold several lines are parted."""
    if cell.table != above.table:
        return False
    return cell == above or cell.row != above.row
