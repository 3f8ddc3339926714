"""What a template leaves behind that is no text: prompts that nobody has replaced, labels without a value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from klarsprak.letter import Block, Letter, MarkKind, Role

Stretch = tuple[int, int, int]
"""Block, first code point, last code point plus one."""


def prompts(letter: Letter) -> Iterator[Stretch]:
    """The prompt texts of content controls that nobody has filled in, those of the page's head and foot too."""
    for index, block in enumerate(letter.blocks):
        for mark in block.marks if block.role is not Role.QUOTED else ():
            if mark.kind is MarkKind.PLACEHOLDER and block.text[mark.start : mark.end].strip():
                yield index, mark.start, mark.end


def empty_values(letter: Letter, labels: Collection[str]) -> Iterator[Stretch]:
    """The labels, lower case in ``labels``, that no value follows: in a table or on lines of their own."""
    longest = max(map(len, labels))
    cells: dict[tuple[int, int, int], Block] = {}
    for index, block in enumerate(letter.blocks):
        if len(block.text) > longest + _ROOM or not _is_label(block, labels):
            continue
        if block.role in _LAYOUT and not block.cell:
            continue
        cells = cells or {(b.cell.table, b.cell.row, b.cell.column): b for b in letter.blocks if b.cell}
        following = letter.blocks[index + 1] if index + 1 < len(letter.blocks) else None
        if _is_empty_cell(block, cells, labels) if block.cell else _lacks_value(block, following):
            yield index, 0, len(block.text)


def _is_label(block: Block | None, labels: Collection[str]) -> bool:
    return block is not None and block.text.strip().rstrip(":").rstrip().lower() in labels


def _is_empty_cell(block: Block, cells: dict[tuple[int, int, int], Block], labels: Collection[str]) -> bool:
    """Whether the cell to the right, or below where the right one is a label too, is empty."""
    assert block.cell is not None
    table, row, column = block.cell
    right, below = cells.get((table, row, column + 1)), cells.get((table, row + 1, column))
    value = below if right is None or _is_label(right, labels) else right
    # A value may also stand below, with an empty cell to the right.
    elsewhere = below is not None and below.text.strip() and not _is_label(below, labels)
    return value is not None and not value.text.strip() and not elsewhere


def _lacks_value(block: Block, following: Block | None) -> bool:
    """Whether a line that ends in a colon is followed by no short line that could be its value."""
    if not block.text.rstrip().endswith(":"):
        return False
    if following is None or following.role in _LAYOUT or following.role is Role.HEADING:
        return True
    line = following.text.strip()
    return _OTHER.match(line) is not None or line.endswith(".") or len(line.split()) > _LONGEST_VALUE


_ROOM = 20
"""White space, and the colon, that may stand around a label."""
_LAYOUT = frozenset({Role.HEADER, Role.FOOTER, Role.QUOTED})
_OTHER = re.compile(r"[A-ZÅÄÖ][\w/-]*(?: \w+)?:(?:\s|$)|(?:med )?vänliga? |hej\b", re.IGNORECASE)
"""Another label, a closing phrase or a greeting: no value of the label above."""
_LONGEST_VALUE = 8
