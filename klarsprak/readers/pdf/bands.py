"""Lines of a page → bands: runs of rows that all leave the same gutter free, or single lines below each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import attrgetter

from klarsprak.readers.pdf.gutters import (
    FreeSpan,
    cut_columns,
    find_cuts,
    find_free_between,
    find_free_in_all,
    keep_free,
)
from klarsprak.readers.pdf.page import LineRow, PrintedLine, bounds_of
from klarsprak.readers.pdf.tables import is_running

STRIP_GAP = 2.6
"""White across the page that ends a band, in ems."""
TIGHT = 1.45
"""Widest pitch of lines that go on with each other, in ems."""

Band = list[LineRow]


def make_bands(lines: Iterable[PrintedLine]) -> list[Band]:
    """The lines in bands, top to bottom.

    A single line right above or below columns belongs to one of them: *Postadress* over the lines of an address.
    """
    return _settle(_gather(make_rows(lines)))


def make_rows(lines: Iterable[PrintedLine]) -> list[LineRow]:
    """The lines in rows, top to bottom, and from left to right in a row."""
    rows: list[LineRow] = []
    from_left = sorted(lines, key=attrgetter("x0"))
    for line in sorted(from_left, key=attrgetter("base"), reverse=True):
        if rows and rows[-1][0].base - line.base < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=attrgetter("x0"))
    return rows


def _gather(rows: Iterable[LineRow]) -> list[Band]:
    """Runs of rows: with a gutter in common, or single lines.

    ``gutters`` is what all rows of the latest band leave free; nothing, in a band of single lines.
    """
    bands: list[Band] = []
    gutters: list[FreeSpan] = []
    for row in rows:
        shared = keep_free(gutters, row)
        if bands and _goes_on(bands[-1], row, gutters, shared):
            bands[-1].append(row)
            gutters = shared
        else:
            bands.append([row])
            gutters = find_free_between(row)
    return bands


def _goes_on(band: Band, row: LineRow, gutters: list[FreeSpan], shared: list[FreeSpan]) -> bool:
    """Whether a row belongs to the band above it; ``shared`` is what it leaves free of the band's gutters.

    A single line goes on with single lines, and with columns if it doesn't reach over the gutter.
    """
    if not gutters:
        return len(row) == 1
    return bool(shared) and not _is_cut_off(band, row)


def _is_cut_off(band: Band, row: LineRow) -> bool:
    """Whether there is white across the page between a band and the row below it, as under a letterhead.

    Running text goes on below white: it may be that of a picture, or of a heading.
    """
    bottom = bounds_of(band[-1]).bottom
    top = bounds_of(row).top
    white = bottom - top
    return white > STRIP_GAP * row[0].size and not _is_prose(band)


def _is_prose(band: Sequence[LineRow]) -> bool:
    """Whether a band's columns are running text: long, and with lines that fill them."""
    cuts = find_cuts(band)
    if not cuts:
        return False
    first, second = cut_columns(band, cuts)[:2]
    return is_running(first) and is_running(second)


def _settle(bands: Iterable[Band]) -> list[Band]:
    """The bands after single lines have gone to the columns that they belong to, and others have left them."""
    settled: list[Band] = []
    for band in bands:
        count = _count_joining(settled, band)
        if count:
            above = settled.pop()
            band = [*above[-count:], *band]
            if count < len(above):
                settled.append(above[:-count])
        settled += _trim(band)
    return settled


def _count_joining(settled: Sequence[Band], band: Band) -> int:
    """How many of the single lines right above a band of columns begin one of these."""
    gutters = find_free_in_all(band)
    if not gutters or not settled:
        return 0
    above = settled[-1]
    if find_free_in_all(above):  # columns themselves
        return 0
    return _count_tight(reversed(above), band[0], gutters)


def _count_tight(rows: Iterable[LineRow], start: LineRow, gutters: list[FreeSpan]) -> int:
    """How many rows, going from ``start``, go on with its columns; none where the run ends in a full line."""
    count = 0
    neighbour = start
    for row in rows:
        if not _belongs(row, neighbour):
            break
        if not keep_free(gutters, row):
            return 0
        count += 1
        neighbour = [*neighbour, *row]
    return count


def _trim(band: Band) -> list[Band]:
    """The band and, apart from it, the single lines below its columns.

    Those right below a column end it: *Box 14, 998 21 Solberga* under *Solberga kommun*.
    """
    if not find_cuts(band) or _is_prose(band):
        return [band]
    end = len(band) - _count_single(reversed(band))
    while end < len(band) and _belongs(band[end], band[end - 1]):
        end += 1
    columns, below = band[:end], band[end:]
    return [columns, below] if below else [columns]


def _count_single(rows: Iterable[LineRow]) -> int:
    """How many rows hold but one line, before the first that holds more."""
    single = takewhile(lambda row: len(row) == 1, rows)
    return len(list(single))


def _belongs(row: LineRow, neighbour: LineRow) -> bool:
    """Whether every line of the row goes on with one in the neighbour, without white between them.

    *Box 14   Rådhusgatan 1* goes on with *Postadress   Besöksadress*.
    """
    return all(_find_partner(line, neighbour) for line in row)


def _find_partner(line: PrintedLine, row: LineRow) -> PrintedLine | None:
    """The first line of the row that stands right above or below another one, in type of the same size.

    A date in small type above an address is no part of it.
    """
    for other in row:
        difference = abs(line.size - other.size)
        if difference < 0.15 * other.size and _is_near(line, other):
            return other
    return None


def _is_near(line: PrintedLine, other: PrintedLine) -> bool:
    """Whether there is no white between two lines, and one lies over the other."""
    pitch = abs(other.base - line.base)
    em = max(line.size, other.size)
    left = max(line.x0, other.x0)
    right = min(line.x1, other.x1)
    return left < right and pitch < TIGHT * em
