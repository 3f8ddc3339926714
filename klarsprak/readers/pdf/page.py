"""What the layout works on: glyphs, and lines made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple


class Glyph(NamedTuple):
    """A drawn character, or the value of a form field; coordinates in points from the page's lower left corner."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    """Height of the baseline."""
    size: float
    font: int
    """Number of the font in the letter: two fonts of one name may differ in encoding."""
    bold: bool
    show: int = -1
    """Number of the operator that showed it: a line is often shown by one, two columns never are."""
    upright: bool = True


GlyphRun = list[Glyph]
"""Glyphs side by side, from left to right."""


class RuledLine(NamedTuple):
    """A drawn horizontal line, such as between the rows of a table."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class DrawnPage:
    """What is drawn on a page; ``number`` counts from 1, ``image_share`` is the part of its area under images."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    ruled_lines: list[RuledLine] = field(default_factory=list)
    image_share: float = 0.0
    drawings: int = 0
    """Paths that are drawn, ruled lines aside: text may have been turned into outlines."""
    damaged: bool = False
    """Whether the page's instructions break off."""
    pins_file: bool = False
    """Whether a file is pinned to the page."""


@dataclass(slots=True)
class PrintedLine:
    """Glyphs side by side, without a gap wide enough for a column; ``text`` is in NFC."""

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    bold: bool
    stretched: bool = False
    """Whether a few words were drawn out to fill the line: the writer broke it."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top, in points with a decimal."""
        return (round(self.x0, 1), round(self.y0, 1), round(self.x1, 1), round(self.y1, 1))

    @property
    def width(self) -> float:
        """Points."""
        return self.x1 - self.x0

    def pitch_to(self, below: PrintedLine) -> float:
        """How far below its baseline that of another line lies, in ems of the lower one."""
        return (self.base - below.base) / below.size


def drawn_of(run: Iterable[Glyph]) -> GlyphRun:
    """The run's glyphs that show something, spaces aside.

    A form field's value is one glyph, which may hold spaces: *Anna Åberg*.
    """
    return [glyph for glyph in run if not glyph.text.isspace()]


def text_of(run: Iterable[Glyph]) -> str:
    """What the glyphs say, one after the other."""
    return "".join([glyph.text for glyph in run])


_EDGES = attrgetter("x0", "y0", "x1", "y1")

LineRow = list[PrintedLine]
"""Lines side by side, from left to right."""


class Bounds(NamedTuple):
    """The edges of the smallest box that holds some lines, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Points."""
        return self.right - self.left


def bounds_of(lines: Iterable[PrintedLine]) -> Bounds:
    """The box around some lines, at least one."""
    edges = map(_EDGES, lines)
    lefts, bottoms, rights, tops = zip(*edges, strict=True)
    return Bounds(min(lefts), min(bottoms), max(rights), max(tops))


def name_pages(numbers: Sequence[int]) -> str:
    """The pages in Swedish words: ``sidan 2``, ``sidorna 1, 2 och 5``."""
    if len(numbers) == 1:
        return f"sidan {numbers[0]}"
    *others, last = map(str, numbers)
    return f"sidorna {', '.join(others)} och {last}"
