"""Where a finding's words are drawn on a PDF's pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from klarsprak.letter import Anchor, Block
from klarsprak.readers.pdf.page import DrawnPage, Glyph

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import RectangleObject

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

_SPACE = re.compile(r"\s+")


class _Share(NamedTuple):
    """A line's share of the words: code points ``start`` to ``end`` of the line's text."""

    anchor: Anchor
    line: str
    start: int
    end: int


def find_boxes(block: Block, start: int, end: int, pages: dict[int, DrawnPage]) -> Iterator[tuple[int, Box]]:
    """The page and the box of each line's share of the words."""
    for share in _shares(block, start, end):
        number, box = share.anchor.page, share.anchor.box
        if number is not None and box is not None:
            glyphs = _glyphs_in(box, pages.get(number))
            yield number, _words_box(box, glyphs, share)


def _shares(block: Block, start: int, end: int) -> Iterator[_Share]:
    """What each line holds of the block's code points from ``start`` to ``end``.

    A finding without words, where ``start`` is ``end``, has its share in the lines that meet there.
    """
    last = Anchor(len(block.text))
    for anchor, following in pairwise([*block.place.anchors, last]):
        first = max(start, anchor.start)
        stop = min(end, following.start)
        if first < stop or first == stop == start == end:
            line = block.text[anchor.start : following.start]
            yield _Share(anchor, line, first - anchor.start, stop - anchor.start)


def _glyphs_in(box: Box, page: DrawnPage | None) -> list[Glyph]:
    """The upright glyphs of the page whose middle is in the box, from left to right."""
    if page is None:
        return []
    inside = [glyph for glyph in page.glyphs if _is_in(glyph, box)]
    return sorted(inside, key=attrgetter("x0"))


def _words_box(box: Box, glyphs: list[Glyph], share: _Share) -> Box:
    """The box of the words; that of the line where the glyphs don't tell."""
    words = _SPACE.sub("", share.line[share.start : share.end])
    before = len(_SPACE.sub("", share.line[: share.start]))
    signs, owners = _drawn(glyphs)
    first = _find(signs, words, before)
    if first < 0 or not words:
        return box
    own = owners[first : first + len(words)]
    left = min(map(attrgetter("x0"), own))
    right = max(map(attrgetter("x1"), own))
    return left, box[1], right, box[3]


def _drawn(glyphs: list[Glyph]) -> tuple[str, list[Glyph]]:
    """The code points that the glyphs stand for, and the glyph of each."""
    signs = ""
    owners: list[Glyph] = []
    for glyph in glyphs:
        text = _signs(glyph)
        signs += text
        owners += [glyph] * len(text)
    return signs, owners


def _find(drawn: str, words: str, expected: int) -> int:
    """Where the words begin among the signs that are drawn; -1 where that isn't plain.

    They do so at the ``expected`` index, or, where signs were drawn besides those of the text, at their only place.

    >>> _find("Duharduhar", "har", 7), _find("•Duhar", "har", 2), _find("•harhar", "har", 0)
    (7, 3, -1)
    """
    if drawn.startswith(words, expected):
        return expected
    return drawn.find(words) if drawn.count(words) == 1 else -1


def _signs(glyph: Glyph) -> str:
    """The code points that a glyph stands for in the letter's text: a ligature's are several."""
    return normalize("NFC", _SPACE.sub("", normalize("NFKC", glyph.text)))


def _is_in(glyph: Glyph, box: Box) -> bool:
    """Whether the glyph is upright and its middle in the box."""
    left, bottom, right, top = box
    x = (glyph.x0 + glyph.x1) / 2
    y = (glyph.y0 + glyph.y1) / 2
    is_within = left <= x <= right and bottom <= y <= top
    return is_within and glyph.upright


def on_page(page: PageObject, box: Box, frame: RectangleObject | None = None) -> Box:
    """The box in the page's own coordinates, from those of the page as it is shown.

    What is shown is counted from the lower left corner of ``frame``, the media box if None.
    """
    left, bottom, right, top = map(float, page.mediabox if frame is None else frame)
    x0, y0, x1, y1 = box
    match page.rotation % 360:
        case 90:
            return right - y1, x0 + bottom, right - y0, x1 + bottom
        case 180:
            return right - x1, top - y1, right - x0, top - y0
        case 270:
            return y0 + left, top - x1, y1 + left, top - x0
    return x0 + left, y0 + bottom, x1 + left, y1 + bottom


def in_upper_left(page: PageObject, size: float, margin: float, number: int) -> Box:
    """A square at the upper left of the page as it is shown, in the page's own coordinates.

    It stands beside ``number`` others, each ``size`` wide, ``margin`` points from them and from the edges.
    """
    frame = page.cropbox
    height = float(frame.width if page.rotation % 180 else frame.height)
    left, top = margin + number * (size + margin), height - margin
    return on_page(page, (left, top - size, left + size, top), frame)


def around(boxes: list[Box]) -> Box:
    """The box around all of them.

    >>> around([(0, 10, 50, 20), (5, 0, 60, 9)])
    (0, 0, 60, 20)
    """
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def corners(box: Box) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that viewers expect, whatever the standard says."""
    x0, y0, x1, y1 = box
    return x0, y1, x1, y1, x0, y0, x1, y0
