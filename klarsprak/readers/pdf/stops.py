"""Places where columns begin: narrow ones are told by the rows above and below, which begin a column there too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from klarsprak.readers.pdf.page import GlyphRun

STOP_GAP = 0.3
"""Least gap before a place where columns begin in other rows, in ems."""
LEAST_SHARING = 3
"""Fewest rows that begin a column at the same place for it to be one."""


def find_stops(rows: Iterable[Sequence[GlyphRun]]) -> set[int]:
    """Where several rows begin a column, in whole points.

    Rounding may put the same place on either side of a whole point, so that its neighbours count too.
    """
    starts: Counter[int] = Counter()
    stops: set[int] = set()
    for row in rows:
        starts.update(round(run[0].x0) for run in row[1:])
    for x, count in starts.items():
        if count >= LEAST_SHARING:
            stops.update((x - 1, x, x + 1))
    return stops


def cut_at_stops(run: GlyphRun, stops: set[int]) -> list[GlyphRun]:
    """The run cut where a wider gap than its others leads to a place where other rows begin a column.

    *Hyra 4 500 kr* is cut before the figure where the rows around it have theirs at the same place.
    """
    gaps = _gaps_before(run) if stops else {}
    if not gaps:
        return [run]
    number = max(gaps, key=gaps.__getitem__)
    glyph, widest = run[number], gaps[number]
    next_widest = sorted([0.0, *gaps.values()])[-2]
    leads_there = round(glyph.x0) in stops
    is_gap = widest >= STOP_GAP * glyph.size
    if leads_there and is_gap and widest > 1.4 * next_widest:
        return [run[:number], run[number:]]
    return [run]


def _gaps_before(run: GlyphRun) -> dict[int, float]:
    """The gap before each drawn glyph but the first one, by the glyph's number in the run.

    Spaces count as gap: they are drawn in some files, and left out in others.
    """
    gaps: dict[int, float] = {}
    drawn = [number for number, glyph in enumerate(run) if not glyph.text.isspace()]
    for left, right in pairwise(drawn):
        gaps[right] = run[right].x0 - run[left].x1
    return gaps
