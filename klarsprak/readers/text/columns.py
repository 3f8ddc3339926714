"""Columns that the writer of a plain text made with spaces: a letterhead, a footer, a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from operator import attrgetter

from klarsprak.readers.text.line import LINE_END, TextLine, is_marker

_WIDE = re.compile(r"(?: {4,}|[ ]*\t[ \t]*)(?=\S)")
_NARROW = re.compile(r"[ \t]{2,}(?=\S)")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_AMOUNT = re.compile(r"[\d  .,]*\d(?: ?(?:kr|kronor|:-|%|procent|st|m2|m²))?")

_Row = list[TextLine]
"""The pieces of one line of the text, side by side."""


def split_lines(text: str) -> list[TextLine]:
    """The text's lines; empty ones too, so that their numbers are those of an editor."""
    lines: list[TextLine] = []
    columns_above: frozenset[int] = frozenset()
    for number, raw in enumerate(LINE_END.split(text), 1):
        row = place_line(raw, number, above=columns_above)
        columns_above = _starts(row) if row[0].cell else frozenset()
        lines += row
    return lines


def place_line(raw: str, number: int, column: int = 1, above: frozenset[int] = frozenset()) -> list[TextLine]:
    """One line, or several where columns were made with spaces or tabs.

    Between columns stand four spaces or more, or two where the line ``above`` has a column that starts there.
    """
    text = raw.rstrip()
    pieces = list(_pieces(text, _cuts(text, column, above)))
    if not pieces:
        return [TextLine("", number)]
    is_row = len(pieces) > 1
    return [TextLine(piece, number, column + start, cell=is_row) for start, piece in pieces]


def _starts(row: Iterable[TextLine]) -> frozenset[int]:
    """The columns at which the pieces of a row start."""
    return frozenset(map(attrgetter("column"), row))


def _cuts(text: str, column: int, above: frozenset[int]) -> list[int]:
    """The offsets at which the columns of a line begin, 0 among them.

    ``column`` is that of the line's first character, and ``above`` holds those that start a column above.
    """
    cuts = {0}
    for gap in _gaps(text, column, above):
        if not _keeps_gap(text[: gap.start()]):
            cuts.add(gap.end())
    return sorted(cuts)


def _gaps(text: str, column: int, above: frozenset[int]) -> Iterator[re.Match[str]]:
    """The wide gaps of a line, and the narrow ones that end where a column above starts.

    The narrow ones are the rule in a letterhead: *031-390 06 40  031-390 06 41* below *Telefon        Telefax*.
    """
    yield from _WIDE.finditer(text)
    if not above:
        return
    for gap in _NARROW.finditer(text):
        if column + gap.end() in above:
            yield gap


def _keeps_gap(before: str) -> bool:
    """Whether a gap parts no columns, by what stands before it on the line.

    A label stays with its value (*När:   tisdag*), a marker with its item (*a)   en ritning*), a number with its
    heading (*1.2   Bakgrund*).
    """
    words = before.strip()
    if not words:
        return True
    is_labelling = words.endswith(":") or is_marker(words)
    return is_labelling or bool(_NUMBER.fullmatch(words))


def _pieces(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What stands between the cuts, and where that begins.

    White space around a piece is none of it; where there is nothing else, there is no piece.
    """
    for start, end in pairwise([*cuts, len(text)]):
        words = text[start:end].lstrip()
        if words:
            yield end - len(words), words.rstrip()


def by_column(group: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a group in reading order.

    Rows of cells are read one column after the other, other lines as they stand.
    """
    rows = [list(row) for _, row in groupby(group, key=attrgetter("number"))]
    ordered: list[TextLine] = []
    first = 0
    while first < len(rows):
        below = _end_of_table(rows, first)
        ordered += _in_reading_order(rows[first:below])
        first = below
    return ordered


def _in_reading_order(rows: Sequence[_Row]) -> list[TextLine]:
    """The pieces of rows in the same columns, column by column.

    A letterhead reads so: *Postadress*, *Box 18*, *Telefon*.  Rows of amounts are a table and keep their order:
    *Bygglov*, *1 200 kr*, *Rivningslov*.
    """
    pieces = list(chain.from_iterable(rows))
    is_one_row = len(rows) == 1
    if is_one_row or _hold_amount(pieces):
        return pieces
    cells = [piece._replace(cell=True) for piece in pieces]
    return sorted(cells, key=attrgetter("column", "number"))


def _hold_amount(pieces: Iterable[TextLine]) -> bool:
    """Whether one of the pieces is an amount: *1 200 kr*."""
    return any(_AMOUNT.fullmatch(piece.text) for piece in pieces)


def _end_of_table(rows: Sequence[_Row], first: int) -> int:
    """The index of the row below those that stand in the same columns as the first one.

    A row may leave columns empty, but have none of its own; a line without columns stands by itself.
    """
    below = first + 1
    if not rows[first][0].cell:
        return below
    starts = sorted(_starts(rows[first]))
    while below < len(rows) and _fits_columns(rows[below], starts):
        below += 1
    return below


def _fits_columns(row: _Row, starts: Sequence[int]) -> bool:
    """Whether every piece of the row starts a column and leaves the next one free."""
    return all(_fits(piece, starts) for piece in row)


def _fits(piece: TextLine, starts: Sequence[int]) -> bool:
    """Whether the piece starts at one of ``starts``, sorted, and ends before the next one."""
    if piece.column not in starts:
        return False
    following = bisect_right(starts, piece.column)
    is_in_last_column = following == len(starts)
    return is_in_last_column or piece.end < starts[following]
