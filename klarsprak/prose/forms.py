"""Parts of a letter that its reader fills in: a form asks, and what stands empty there is no left-over.

*Svarsblankett* and all that follows; a table of *Namn │ (empty)* with *Fylls i av sökanden* in it or right above it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from klarsprak.letter import Block, Letter, Role

LONGEST_HEADING = 80
"""Most code points of the heading of a form."""
ABOVE = 2
"""How many blocks above a table may say that the reader is to fill it in."""
MANY = 3
"""Least number of empty answers that make a table a form: a letter's own head seldom holds so many labels."""
LEAST_WORDS = 5
"""Fewest words of a sentence that is a letter's body."""

_HEADING = re.compile(
    r"(?:svars?(?:blankett|talong|kort|formulär)|talong|mottagningsbevis|delgivningskvitto|anmälningsblankett|blankett)\b",
    re.IGNORECASE,
)
"""How the heading of a form begins: *Svarsblankett*, *Mottagningsbevis – sänd tillbaka*."""
_ASKS = re.compile(r"\b(?:fylls? i\b|ifyll|besvaras? (?:av|här|nedan)|(?:ditt|ert) svar\b)", re.IGNORECASE)
"""What asks the reader to fill in: *Fylls i av sökanden*, *Fyll i uppgifterna här nedan*."""

Table = list[tuple[int, Block]]
"""A table's blocks, each with its place in the letter."""


def find_answers(letter: Letter) -> frozenset[int]:
    """The places in the letter of the blocks that its reader fills in."""
    blocks = letter.blocks
    answers = set(_after_heading(blocks))
    for table in _tables(blocks):
        if _is_asked(table, blocks) or _is_unanswered(table, blocks):
            answers.update(number for number, _ in table)
    answers.update(_asked_lines(blocks))
    return frozenset(answers)


def _after_heading(blocks: Sequence[Block]) -> range:
    """All that follows the heading of a form: *Svarsblankett*."""
    for number, block in enumerate(blocks):
        text = block.text.strip()
        if len(text) <= LONGEST_HEADING and block.role is not Role.QUOTED and _HEADING.match(text):
            return range(number + 1, len(blocks))
    return range(0)


def _tables(blocks: Iterable[Block]) -> Iterable[Table]:
    """The tables of the letter's text; those in the page's head and foot hold the letter's own data."""
    tables: defaultdict[int, Table] = defaultdict(list)
    for number, block in enumerate(blocks):
        if block.cell is not None and block.role is Role.TABLE_CELL:
            tables[block.cell.table].append((number, block))
    return tables.values()


def _is_asked(table: Table, blocks: Sequence[Block]) -> bool:
    """Whether the table, or what stands right above it, asks the reader to fill it in."""
    start = table[0][0]
    around = [*blocks[max(0, start - ABOVE) : start], *(block for _, block in table)]
    return any(_ASKS.search(block.text) for block in around)


def _is_unanswered(table: Table, blocks: Sequence[Block]) -> bool:
    """Whether the table is labels with nothing beside them, below the letter's text or where there is no text.

    Above the text such a table is the letter's own head, which the writer has left empty.
    """
    empty, filled = _count_rows(table)
    if empty < MANY:
        return False
    start = table[0][0]
    if not any(map(_is_body, blocks)):
        return filled < empty
    return not filled and any(map(_is_body, blocks[:start]))


def _count_rows(table: Table) -> tuple[int, int]:
    """How many rows hold a label and nothing beside it, and how many are filled; the first one may be a heading."""
    rows: defaultdict[int, dict[int, bool]] = defaultdict(dict)
    for _, block in table:
        assert block.cell is not None
        row = rows[block.cell.row]
        column = block.cell.column
        row[column] = row.get(column, False) or bool(block.text.strip())
    first, *others = [list(row.values()) for _, row in sorted(rows.items())]
    several = [row for row in others if len(row) > 1 and row[0]]
    empty = [row for row in several if not any(row[1:])]
    first_is_empty = len(first) > 1 and first[0] and not any(first[1:])
    return len(empty) + first_is_empty, len(several) - len(empty)


def _is_body(block: Block) -> bool:
    """Whether a block is a sentence of the letter's text: *Vi har fått din ansökan om bygglov.*"""
    text = block.text.rstrip()
    return block.role is Role.PARAGRAPH and text.endswith((".", "?", "!")) and len(text.split()) >= LEAST_WORDS


def _asked_lines(blocks: Sequence[Block]) -> Iterator[int]:
    """The labels on lines of their own right below what asks the reader to fill them in.

    *Fyll i uppgifterna:*, and then *Namn:* and *Telefon:*.
    """
    asked = False
    for number, block in enumerate(blocks):
        if _ASKS.search(block.text):
            asked = True
        elif asked and block.text.rstrip(" _.…").endswith(":"):
            yield number
        else:
            asked = False
