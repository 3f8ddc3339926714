"""Glyphs → rows, cut into runs where a column ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, pairwise
from operator import attrgetter
from statistics import median

from klarsprak.readers.pdf.page import Glyph, GlyphRun, drawn_of, text_of
from klarsprak.readers.pdf.signs import clean
from klarsprak.readers.pdf.stops import cut_at_stops, find_stops

WORD_GAP = 0.14
"""Least gap between two words, in ems; kerning stays below, the narrowest justified space above."""
COLUMN_GAP = 0.9
"""Least gap that may part two columns, in ems; justified text seldom has so wide spaces."""
STRETCH = 2.5
"""Least space that makes a line a drawn out one, in ems."""
MARKER_GAP = 6.0
"""Widest gap between a list marker and its text, in ems."""
JUSTIFIED = 0.15
"""Widest difference between the spaces of a justified line, in ems."""
LARGE = 40
"""Type of this size or more, in points, is a sign or a drop cap: it doesn't reach further down than that."""
LONGEST_MARKER = 11
"""Most characters of a list marker: *12.10.2.1.*"""

MARKER = re.compile(r"(?:[•·‣▪■●○◦➢➤✓\-–—*]|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|\(?[a-zåäöA-ZÅÄÖ][.)]|[ivx]{1,4}[.)])")
"""What a fragment to the left of its own text looks like: a bullet or the number of a list item or heading.

Such as *•*, *2.1*, *(3)*, *b)* and *iv.*
"""

_FROM_LEFT = attrgetter("x0")
_FROM_BOTTOM = attrgetter("base")
_RIGHT_END = attrgetter("x1")


def cut_rows(glyphs: Iterable[Glyph]) -> list[GlyphRun]:
    """Runs of glyphs side by side, top to bottom and left to right; a gap wide enough for a column parts two runs."""
    rows = [_cut_at_gaps(row) for row in _make_rows(glyphs)]
    stops = find_stops(rows)
    runs: list[GlyphRun] = []
    for run in chain.from_iterable(rows):
        runs += cut_at_stops(run, stops)
    return runs


def _make_rows(glyphs: Iterable[Glyph]) -> list[GlyphRun]:
    """The glyphs in rows, top to bottom and left to right.

    A row's largest glyph sets the baseline that the others are measured from.
    """
    rows: list[GlyphRun] = []
    base = size = 0.0
    # Sorting keeps the order of what is alike: so the second one leaves each height sorted from the left.
    from_left = sorted(glyphs, key=_FROM_LEFT)
    for glyph in sorted(from_left, key=_FROM_BOTTOM, reverse=True):
        below = not rows or base - glyph.base > _reach(size, glyph.size)
        if below:
            rows.append([])
        if below or glyph.size > size:
            base, size = glyph.base, glyph.size
        rows[-1].append(glyph)
    for row in rows:
        row.sort(key=_FROM_LEFT)
    return rows


def _reach(size: float, other: float) -> float:
    """How far apart the baselines of two glyphs in a row may lie, in points.

    Small ones are lowered or raised: *CO₂*, *m²*.
    """
    smaller, larger = sorted((size, other))
    ems = 0.5 if smaller < 0.8 * larger else 0.3
    return ems * min(larger, LARGE)


def _cut_at_gaps(row: GlyphRun) -> list[GlyphRun]:
    """The runs of a row, as the gaps in it part them."""
    own = _without_false_spaces(row)
    parts = _cut_at_wide_gaps(own)
    return _join_if_justified(parts)


def _without_false_spaces(row: GlyphRun) -> GlyphRun:
    """The row less the spaces of another text drawn over it."""
    kept: GlyphRun = []
    spaces: GlyphRun = []
    end = float("-inf")
    for glyph in row:
        if glyph.text.isspace():
            spaces.append(glyph)
            continue
        if glyph.x0 - end > 0.03 * glyph.size:  # else two glyphs touch, and the spaces lie under them
            kept += spaces
        kept.append(glyph)
        spaces, end = [], max(end, glyph.x1)
    return kept


def _cut_at_wide_gaps(row: GlyphRun) -> list[GlyphRun]:
    """The row cut at gaps as wide as between columns; a list marker stays with its text."""
    parts: list[GlyphRun] = []
    drawn = space = None
    for glyph in row:
        if glyph.text.isspace():
            space = glyph
            if parts:  # else the space indents the row
                parts[-1].append(glyph)
            continue
        if drawn is None or _begins_column(parts[-1], drawn, space, glyph):
            parts.append([])
        parts[-1].append(glyph)
        drawn = glyph
    return parts


def _begins_column(part: GlyphRun, left: Glyph, space: Glyph | None, right: Glyph) -> bool:
    """Whether the gap between two glyphs is that between columns; ``part`` goes up to ``left``.

    A space that was stretched to fill the line may be as wide: but the same operator shows both sides and the space.
    """
    gap = right.x0 - left.x1
    if gap <= COLUMN_GAP * right.size:
        return False
    if space is not None and left.show == space.show == right.show >= 0:
        return False
    return not _is_marker(part, gap)


def _is_marker(part: GlyphRun, gap: float) -> bool:
    """Whether a part of a row is the marker of the text after the gap.

    *•*, *2.1* and *b)* are, unless the text stands far away as in a table's next column.
    """
    if gap >= MARKER_GAP * part[0].size:
        return False
    text = clean(text_of(part)).strip()
    return len(text) <= LONGEST_MARKER and MARKER.fullmatch(text) is not None


def letter_spacing(run: GlyphRun) -> float:
    """The space that spaced-out capitals have between their letters, in ems; 0 for other text.

    *B E S L U T* drawn with gaps is one word, which the same gaps would cut into six.
    """
    if len(run) < 4 or not text_of(run).isalpha():
        return 0.0
    gaps: list[float] = []
    for left, right in pairwise(run):
        gap = right.x0 - left.x1
        gaps.append(gap / right.size)
    return max(0.0, median(gaps))


def is_stretched(drawn: GlyphRun) -> bool:
    """Whether there are spaces in the line that no justified line of more words has.

    *Per      Ål* is stretched: the writer broke the line, and Word drew it out all the same.
    """
    for number, (left, right) in enumerate(pairwise(drawn), 1):
        is_wide = right.x0 - left.x1 > STRETCH * right.size
        if is_wide and not _is_marker(drawn[:number], 0.0):
            return True
    return False


def _join_if_justified(parts: list[GlyphRun]) -> list[GlyphRun]:
    """A single run where the parts are the words of a short line that was stretched to the edge."""
    stretched = _have_even_gaps(parts) and _are_words(parts)
    if not stretched:
        return parts
    whole = list(chain.from_iterable(parts))
    return [whole]


def _have_even_gaps(parts: list[GlyphRun]) -> bool:
    """Whether all the gaps between the parts are alike, as those between the cells of a table aren't.

    Two gaps may be alike by chance, so that there must be three.
    """
    if len(parts) < 4:
        return False
    gaps = [right[0].x0 - _end(left) for left, right in pairwise(parts)]
    uneven = max(gaps) - min(gaps)
    return uneven <= JUSTIFIED * parts[0][0].size


def _are_words(parts: list[GlyphRun]) -> bool:
    """Whether each part is a single word, most of them with letters.

    *Du · kan · få · hjälp* are words; *4 · 12 · kr · 7* are the cells of a table.
    """
    texts = [text_of(part).strip() for part in parts]
    if any(" " in text for text in texts):
        return False
    words = sum(map(_has_letter, parts))
    return words > len(parts) / 2


def _has_letter(run: GlyphRun) -> bool:
    """Whether one of the run's glyphs is a letter.

    A ligature is a glyph of several: *fi*.
    """
    return any(glyph.text.isalpha() for glyph in run)


def _end(run: GlyphRun) -> float:
    """Where the run's last drawn glyph ends."""
    end: float = max(map(_RIGHT_END, drawn_of(run)))
    return end
