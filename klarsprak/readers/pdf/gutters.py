"""What rows of lines leave free between them, from top to bottom: gutters, where a page can be cut into columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain, product
from operator import attrgetter

from klarsprak.readers.pdf.page import LineRow, PrintedLine

GUTTER = 0.3
"""Least width of a gutter, in ems."""

FreeSpan = tuple[float, float]
"""Left and right end of what a row leaves free, in points; infinite beside its outermost lines."""

_BY_PLACE = attrgetter("x0", "x1", "size")


def find_free(row: LineRow) -> list[FreeSpan]:
    """What the row leaves free, from edge to edge.

    That is one more than the row has lines; the outermost ones have no end.
    """
    ends = [float("-inf"), *map(attrgetter("x1"), row)]
    starts = [*map(attrgetter("x0"), row), float("inf")]
    return list(zip(ends, starts, strict=True))


def find_free_between(row: LineRow) -> list[FreeSpan]:
    """What the row leaves free between its lines: nothing where it has but one."""
    return find_free(row)[1:-1]


def keep_free(spans: Sequence[FreeSpan], row: LineRow) -> list[FreeSpan]:
    """The parts of the spans that the row leaves free too, as far as they are wide enough for a gutter."""
    least = GUTTER * row[0].size
    kept: list[FreeSpan] = []
    for span, own in product(spans, find_free(row)):
        left = max(span[0], own[0])
        right = min(span[1], own[1])
        if right - left >= least:
            kept.append((left, right))
    return kept


def find_free_in_all(band: Iterable[LineRow]) -> list[FreeSpan]:
    """What all the rows of a band leave free, from the last one on that shares nothing with those above it."""
    free: list[FreeSpan] = []
    for row in band:
        free = keep_free(free, row) if free else find_free_between(row)
    return free


def find_cuts(band: Sequence[LineRow]) -> list[float]:
    """Where the band can be cut into columns: the middle of every gutter between lines, from left to right."""
    most = max(map(len, band), default=0)
    if most < 2:
        return []
    first, *others = sorted(chain.from_iterable(band), key=_BY_PLACE)
    cuts: list[float] = []
    end = first.x1
    for line in others:
        if line.x0 - end >= GUTTER * line.size:
            cuts.append((end + line.x0) / 2)
        end = max(end, line.x1)
    return cuts


def cut_columns(band: Iterable[LineRow], cuts: Sequence[float]) -> list[list[PrintedLine]]:
    """The band's lines column by column, one more than there are cuts."""
    columns: list[list[PrintedLine]] = [[] for _ in range(len(cuts) + 1)]
    for line in chain.from_iterable(band):
        columns[bisect_left(cuts, line.x0)].append(line)
    return columns
