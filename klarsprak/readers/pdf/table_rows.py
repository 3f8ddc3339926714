"""Where the rows of a table on a page begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from klarsprak.readers.pdf.page import LineRow, RuledLine, bounds_of

LEFT_OF_TABLE = 20
"""How far to the right of a table's text its ruled lines may begin, in points."""


def lines_across(rows: Sequence[LineRow], ruled_lines: Sequence[RuledLine], margin: float = 0.0) -> list[RuledLine]:
    """The ruled lines that cross the rows from their left edge, with those so near as to be their frame.

    ``margin`` is how far above and below the rows they may stand, in points.
    """
    first_lines = [row[0] for row in rows]
    left = bounds_of(first_lines).left
    top = bounds_of(rows[0]).top + margin
    bottom = bounds_of(rows[-1]).bottom - margin
    at_height = [ruled for ruled in ruled_lines if bottom < ruled.y < top]
    return [ruled for ruled in at_height if ruled.x0 < left + LEFT_OF_TABLE]


def table_rows(band: Sequence[LineRow], ruled_lines: Sequence[RuledLine]) -> list[list[LineRow]]:
    """The rows of a table, each with the rows of text that its cells hold."""
    inner = lines_across(band, ruled_lines)
    least = _least_pitch(band)
    groups = [[band[0]]]
    for above, below in pairwise(band):
        if _begins_row(above, below, inner, least):
            groups.append([])
        groups[-1].append(below)
    return groups


def _least_pitch(band: Sequence[LineRow]) -> float | None:
    """The pitch above which a row of the table begins, in points; None where all of the band's are alike.

    A cell's own lines stand closer to each other than to those of the next row.
    """
    pitches = [above[0].base - below[0].base for above, below in pairwise(band)]
    least = 1.15 * min(pitches, default=0.0)
    widest = max(pitches, default=0.0)
    return least if widest > least else None


def _begins_row(above: LineRow, below: LineRow, inner: Sequence[RuledLine], least: float | None) -> bool:
    """Whether a row of text begins a row of the table.

    It does below a ruled line, where the table has some; else after white, where there is more here and less there;
    else wherever several cells have a line, as a cell that goes on does so alone.
    """
    top, bottom = above[0].base, below[0].base
    if inner:
        return any(bottom < ruled.y < top for ruled in inner)
    if least is not None:
        return top - bottom > least
    return len(below) > 1
