"""What a template leaves behind that is no text: prompts that nobody has replaced, labels without a value."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from klarsprak.language.analysis import Analysis
from klarsprak.letter import Block, Letter

Stretch = tuple[int, int, int]
"""Block, first code point, last code point plus one."""


def prompts(analysis: Analysis) -> Iterator[Stretch]:
    """The prompt texts of content controls that nobody has filled in."""
    for block in analysis.blocks:
        for start, end in block.placeholders:
            if block.block.text[start:end].strip():
                yield block.index, start, end


def empty_values(letter: Letter, labels: Collection[str]) -> Iterator[Stretch]:
    """The labels in tables, lower case in ``labels``, whose value to the right or below is an empty cell."""
    cells = {(b.cell.table, b.cell.row, b.cell.column): b for b in letter.blocks if b.cell is not None}

    def is_label(block: Block | None) -> bool:
        return block is not None and block.text.strip().rstrip(":").lower() in labels

    for index, block in enumerate(letter.blocks):
        if block.cell is None or not is_label(block):
            continue
        table, row, column = block.cell
        right, below = cells.get((table, row, column + 1)), cells.get((table, row + 1, column))
        value = below if right is None or is_label(right) else right
        # A value may also stand below, with an empty cell to the right.
        elsewhere = below is not None and below.text.strip() and not is_label(below)
        if value is not None and not value.text.strip() and not elsewhere:
            yield index, 0, len(block.text)
