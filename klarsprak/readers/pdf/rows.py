"""Glyphs → rows, cut into pieces where a column ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from klarsprak.readers.pdf.page import Glyph
from klarsprak.readers.pdf.signs import clean

WORD_GAP = 0.14
"""Least gap between two words, in ems; kerning stays below, the narrowest justified space above."""
COLUMN_GAP = 0.9
"""Least gap that may part two columns, in ems; justified text seldom has so wide spaces."""
STRETCH = 2.5
"""Least space that makes a line a drawn out one, in ems."""
MARKER_GAP = 6.0
"""Widest gap between a list marker and its text, in ems."""
STOP_GAP = 0.3
"""Least gap before a place where columns begin in other rows, in ems."""

MARKER = re.compile(r"(?:[•·‣▪■●○◦➢➤✓\-–—*]|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|\(?[a-zåäöA-ZÅÄÖ][.)]|[ivx]{1,4}[.)])")
"""What a fragment to the left of its own text looks like: a bullet or the number of a list item or heading."""

Run = list[Glyph]


def cut_rows(glyphs: Iterable[Glyph]) -> list[Run]:
    """Runs of glyphs side by side, top to bottom and left to right; a gap wide enough for a column parts two runs."""
    rows = [_joined_if_justified(_parts(_without_false_spaces(row))) for row in _rows(list(glyphs))]
    stops = _stops(rows)
    return [run for row in rows for part in row for run in _cut_at_stops(part, stops)]


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda g: (-g.base, g.x0)):
        small = glyph.size < 0.8 * size or size < 0.8 * glyph.size
        if not rows or base - glyph.base > (0.5 if small else 0.3) * min(max(size, glyph.size), 40):
            rows.append([])
            base, size = glyph.base, glyph.size
        elif glyph.size > size:
            base, size = glyph.base, glyph.size
        rows[-1].append(glyph)
    return [sorted(row, key=lambda g: g.x0) for row in rows]


def _parts(row: Run) -> list[Run]:
    """The row cut at gaps as wide as between columns; a list marker stays with its text."""
    parts: list[Run] = []
    drawn = space = None
    for glyph in row:
        if glyph.text.isspace():
            space = glyph
            if parts:
                parts[-1].append(glyph)
            continue
        if drawn is None or (_is_wide(drawn, space, glyph) and not _is_marker(parts[-1], glyph.x0 - drawn.x1)):
            parts.append([])
        parts[-1].append(glyph)
        drawn = glyph
    return parts


def _is_wide(left: Glyph, space: Glyph | None, right: Glyph) -> bool:
    """Whether there is a column's gap between two glyphs, and not a space stretched to fill the line."""
    stretched = space is not None and left.show == space.show == right.show >= 0
    return right.x0 - left.x1 > COLUMN_GAP * right.size and not stretched


def letter_spacing(run: Run) -> float:
    """The space that spaced-out capitals have between their letters, in ems; 0 for other text."""
    if len(run) < 4 or not all(glyph.text.isalpha() for glyph in run):
        return 0.0
    return max(0.0, median((right.x0 - left.x1) / right.size for left, right in pairwise(run)))


def is_stretched(drawn: Run) -> bool:
    """Whether there are spaces in the line that no justified line of more words has."""
    return any(
        right.x0 - left.x1 > STRETCH * right.size and not _is_marker(drawn[:number], 0.0)
        for number, (left, right) in enumerate(pairwise(drawn), 1)
    )


def _is_marker(part: list[Glyph], gap: float) -> bool:
    text = clean("".join(g.text for g in part)).strip()
    return len(text) < 12 and gap < MARKER_GAP * part[0].size and bool(MARKER.fullmatch(text))


def _without_false_spaces(row: Run) -> Run:
    """The row less the spaces of another text drawn over it."""
    kept: Run = []
    spaces: Run = []
    end = float("-inf")
    for glyph in row:
        if glyph.text.isspace():
            spaces.append(glyph)
            continue
        if glyph.x0 - end > 0.03 * glyph.size:
            kept += spaces
        kept.append(glyph)
        spaces, end = [], max(end, glyph.x1)
    return kept


def _joined_if_justified(parts: list[Run]) -> list[Run]:
    """A single run where all the gaps are alike: a line of few words that was stretched to the edge."""
    gaps = [right[0].x0 - _end(left) for left, right in pairwise(parts)]
    if len(gaps) < 3 or max(gaps) - min(gaps) > 0.15 * parts[0][0].size:
        return parts
    words = sum(any(glyph.text.isalpha() for glyph in part) for part in parts)
    whole = not any(" " in "".join(glyph.text for glyph in part).strip() for part in parts)
    return [[glyph for part in parts for glyph in part]] if whole and words > len(parts) / 2 else parts


def _end(run: Run) -> float:
    return max(glyph.x1 for glyph in run if not glyph.text.isspace())


def _stops(rows: Iterable[Sequence[Run]]) -> set[int]:
    """Where at least three rows begin a column, in whole points."""
    starts = Counter(round(part[0].x0) for row in rows for part in row[1:])
    return {x + by for x, count in starts.items() if count >= 3 for by in (-1, 0, 1)}


def _cut_at_stops(run: Run, stops: set[int]) -> list[Run]:
    """The run cut where a wider gap than its others leads to a place where other rows begin a column."""
    drawn = [number for number, glyph in enumerate(run) if not glyph.text.isspace()]
    gaps = {right: run[right].x0 - run[left].x1 for left, right in pairwise(drawn)}
    for right, gap in gaps.items():
        if round(run[right].x0) not in stops or gap < STOP_GAP * run[right].size:
            continue
        if gap > 1.4 * max((other for number, other in gaps.items() if number != right), default=0.0):
            return [run[:right], run[right:]]
    return [run]
