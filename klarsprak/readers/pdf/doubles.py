"""Letters that are drawn twice, a hair's breadth apart, to look bold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from klarsprak.readers.pdf.page import Glyph

_Square = tuple[str, int, int]
"""What a glyph says, and the column and row of squares in which it begins."""

GRID = 2.5
"""Widest distance between the two drawings of a letter, in points; the page is looked up in squares of that side."""


def without_doubles(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The glyphs, each letter once."""
    drawn: dict[_Square, Glyph] = {}
    ends: dict[int, float] = {}  # how far right each row of squares is filled: most glyphs go on from there
    for glyph in glyphs:
        x0, base = glyph.x0, glyph.base
        near = min(0.12 * glyph.size, GRID)
        left, row = x0 - near, int(base / GRID)
        low, high = int((base - near) / GRID), int((base + near) / GRID)
        filled = ends.get(low, left) > left or ends.get(row, left) > left or ends.get(high, left) > left
        if filled and _has_double(glyph, near, drawn):
            continue
        drawn[glyph.text, int(x0 / GRID), row] = glyph
        ends[row] = max(ends.get(row, x0), x0)
        yield glyph


def _has_double(glyph: Glyph, near: float, drawn: Mapping[_Square, Glyph]) -> bool:
    """Whether the same letter already stands as near as that, in points."""
    columns = _squares(glyph.x0, near)
    rows = _squares(glyph.base, near)
    for x, y in product(columns, rows):
        other = drawn.get((glyph.text, x, y))
        if other is not None and _are_near(glyph, other, near):
            return True
    return False


def _squares(middle: float, near: float) -> range:
    """The numbers of the squares that lie so near, along one side of the page.

    They are two or three, as ``near`` is no more than the side of a square.
    """
    first = int((middle - near) / GRID)
    last = int((middle + near) / GRID)
    return range(first, last + 1)


def _are_near(glyph: Glyph, other: Glyph, near: float) -> bool:
    """Whether two glyphs are a hair's breadth apart."""
    aside = abs(other.x0 - glyph.x0)
    above = abs(other.base - glyph.base)
    return aside < near and above < near
