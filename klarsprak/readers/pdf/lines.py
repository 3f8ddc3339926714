"""Glyphs → lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from klarsprak.readers.pdf.doubles import without_doubles
from klarsprak.readers.pdf.marks import with_mark
from klarsprak.readers.pdf.page import Glyph, GlyphRun, PrintedLine, drawn_of
from klarsprak.readers.pdf.rows import WORD_GAP, cut_rows, is_stretched, letter_spacing
from klarsprak.readers.pdf.signs import OVERLAYS, clean

MOSTLY = 0.9
"""Least part of a line's glyphs in bold that makes the line bold; its full stop may not be."""

_SPACES = re.compile(r"[ \u2000-\u2009\u3000]+")


def make_lines(glyphs: Iterable[Glyph], page: int) -> list[PrintedLine]:
    """The page's lines, top to bottom and left to right; side text (turned) comes last, a line for each run.

    ``page`` is the page's number, which the lines keep.
    """
    upright: GlyphRun = []
    turned: GlyphRun = []
    for glyph in glyphs:
        (upright if glyph.upright else turned).append(glyph)
    runs = cut_rows(without_doubles(upright))
    runs += _cut_turned(turned)
    lines = [_make_line(run, page) for run in runs]
    return [line for line in lines if line.text]  # a run may hold nothing but control characters


def _cut_turned(glyphs: GlyphRun) -> list[GlyphRun]:
    """Turned text, cut where it goes on elsewhere on the page; runs of spaces are left out.

    Such is a case number along the edge of the page, or a stamp across it.
    """
    runs: list[GlyphRun] = []
    for glyph in glyphs:
        if not runs or _is_elsewhere(runs[-1][-1], glyph):
            runs.append([])
        runs[-1].append(glyph)
    return list(filter(drawn_of, runs))


def _is_elsewhere(before: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph doesn't follow the one before it, in whatever direction the text runs."""
    aside = abs(before.x0 - glyph.x0)
    above = abs(before.y0 - glyph.y0)
    return aside + above > 3 * glyph.size


def _make_line(glyphs: GlyphRun, page: int) -> PrintedLine:
    """The line that a run of glyphs makes; its box is that of the drawn ones, spaces aside."""
    drawn = drawn_of(glyphs)
    # One turn from rows to columns is faster than a walk over the glyphs for each of the line's properties.
    _, lefts, bottoms, rights, tops, _, sizes, _, bold, *_ = zip(*drawn, strict=True)
    return PrintedLine(
        text=_join_text(glyphs),
        page=page,
        x0=min(lefts),
        y0=min(bottoms),
        x1=max(rights),
        y1=max(tops),
        base=max(drawn, key=attrgetter("size")).base,
        size=_middle_size(sizes),
        bold=sum(bold) > MOSTLY * len(drawn),
        stretched=is_stretched(drawn),
    )


def _middle_size(sizes: Sequence[float]) -> float:
    """The size that half of the glyphs don't exceed, in points with a decimal."""
    return round(sorted(sizes)[len(sizes) // 2], 1)


def _join_text(glyphs: GlyphRun) -> str:
    """What the run says, in NFC: with a space at each gap as wide as one, and accents on their letters."""
    gap = max(WORD_GAP, 1.7 * letter_spacing(glyphs))
    accents = _find_accents(glyphs)
    if accents:
        glyphs = _without_overlays(glyphs, accents)
    pieces = [glyphs[0].text]
    for left, right in pairwise(glyphs):
        # Side by side doesn't mean left and right in turned text, which has spaces of its own.
        if left.upright and right.x0 - left.x1 > gap * max(left.size, right.size):
            pieces.append(" ")
        pieces.append(right.text)
    text = clean("".join(pieces))
    composed = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", composed).strip(" ")


def _find_accents(glyphs: Iterable[Glyph]) -> dict[str, str]:
    """The texts among the glyphs that are an accent over another one, with the combining mark that they stand for.

    *¨* stands for U+0308; a combining mark for itself.
    """
    texts = {glyph.text for glyph in glyphs}
    drawn_over = {text: OVERLAYS[text] for text in texts & OVERLAYS.keys()}
    combining = {text: text for text in filter(_is_combining, texts)}
    return drawn_over | combining


def _is_combining(text: str) -> bool:
    """Whether a glyph's text is a mark that Unicode puts on the letter before it."""
    return unicodedata.combining(text[:1] or " ") > 0


def _without_overlays(glyphs: GlyphRun, accents: Mapping[str, str]) -> GlyphRun:
    """The run with each accent on its letter: *o* and *¨* are one glyph *ö*, as wide as the two."""
    joined = glyphs[:1]
    for glyph in glyphs[1:]:
        accented = _overlay(joined[-1], glyph, accents)
        if accented is None:
            joined.append(glyph)
        else:
            joined[-1] = accented
    return joined


def _overlay(left: Glyph, right: Glyph, accents: Mapping[str, str]) -> Glyph | None:
    """The accented letter where one of two glyphs is an accent over the other: *o* and *¨* are *ö*.

    Typesetters draw the accent before the letter or after it.
    """
    for accent, letter in ((left, right), (right, left)):
        mark = accents.get(accent.text)
        if mark is not None and _is_over(accent, letter):
            return with_mark(letter, accent._replace(text=mark))
    return None


def _is_over(accent: Glyph, letter: Glyph) -> bool:
    """Whether the middle of an accent lies within the width of a letter."""
    if not letter.text.isalpha():
        return False
    middle = (accent.x0 + accent.x1) / 2
    return letter.x0 - 0.1 <= middle <= letter.x1 + 0.1
