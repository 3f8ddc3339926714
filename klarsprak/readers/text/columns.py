"""Columns that the writer of a plain text made with spaces: a letterhead, a footer, a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from klarsprak.readers.text.line import Line, is_marker

_WIDE = re.compile(r"(?: {4,}|[ ]*\t[ \t]*)(?=\S)")
_NARROW = re.compile(r"[ \t]{2,}(?=\S)")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_AMOUNT = re.compile(r"[\d  .,]*\d(?: ?(?:kr|kronor|:-|%|procent|st|m2|m²))?")


def split_lines(text: str) -> list[Line]:
    """The text's lines; empty ones too, so that their numbers are those of an editor."""
    lines: list[Line] = []
    above: frozenset[int] = frozenset()
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        row = place_line(raw, number, above=above)
        above = frozenset(line.column for line in row if line.cell)
        lines += row
    return lines


def place_line(raw: str, number: int, column: int = 1, above: frozenset[int] = frozenset()) -> list[Line]:
    """One line, or several where columns were made with spaces or tabs.

    Between columns stand four spaces or more, or two where the line ``above`` has a column that starts there.
    """
    text = raw.rstrip()
    gaps = [match for match in _NARROW.finditer(text) if column + match.end() in above] + list(_WIDE.finditer(text))
    starts = sorted({0} | {match.end() for match in gaps if not _keeps_gap(text[: match.start()])})
    pieces = [(start, text[start:stop]) for start, stop in pairwise([*starts, len(text)])]
    pieces = [(start + len(piece) - len(piece.lstrip()), piece.strip()) for start, piece in pieces if piece.strip()]
    return [Line(piece, number, column + start, cell=len(pieces) > 1) for start, piece in pieces] or [
        Line("", number)
    ]


def _keeps_gap(before: str) -> bool:
    """A label stays with its value, a marker with its item, a number with its heading."""
    before = before.strip()
    return not before or before.endswith(":") or is_marker(before) or bool(_NUMBER.fullmatch(before))


def by_column(group: Sequence[Line]) -> list[Line]:
    """The lines of a group in reading order: rows of cells one column after the other, other lines as they stand.

    Rows of amounts are a table and keep their order.
    """
    rows = [list(row) for _, row in groupby(group, key=lambda line: line.number)]
    ordered: list[Line] = []
    index = 0
    while index < len(rows):
        height = _height(rows, index)
        block = [line for row in rows[index : index + height] for line in row]
        if height > 1 and not any(_AMOUNT.fullmatch(line.text) for line in block):
            block = sorted((line._replace(cell=True) for line in block), key=lambda line: (line.column, line.number))
        ordered += block
        index += height
    return ordered


def _height(rows: list[list[Line]], first: int) -> int:
    """How many rows from the first on stand in the same columns."""
    if not rows[first][0].cell:
        return 1
    starts = sorted({line.column for line in rows[first]})
    height = 1
    while first + height < len(rows) and all(_fits(line, starts) for line in rows[first + height]):
        height += 1
    return height


def _fits(line: Line, starts: list[int]) -> bool:
    after = [start for start in starts if start > line.column]
    return line.column in starts and (not after or line.end < after[0])
