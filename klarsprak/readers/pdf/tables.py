"""Which bands of a page are tables, and where their rows end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from klarsprak.readers.pdf.page import LineRow, PrintedLine, RuledLine, left_edge, right_edge

PROSE_LINES = 6
"""A column this long, filled with words, is running text, not an address or a table's column."""
AIRY = 1.45
"""Least pitch of a table's rows, in ems."""
LEAST_ROWS = 3
"""Fewest rows with several cells that make a table."""


@dataclass(frozen=True, slots=True)
class CutBand:
    """A band's rows, the columns that it has been cut into, and the ruled lines of its page."""

    rows: Sequence[LineRow]
    columns: Sequence[list[PrintedLine]]
    ruled_lines: Sequence[RuledLine]

    @property
    def shared(self) -> int:
        """How many rows stand in several columns."""
        return sum(len(row) > 1 for row in self.rows)

    @property
    def size(self) -> float:
        """The type size of its first line."""
        return self.rows[0][0].size

    @property
    def pitches(self) -> list[float]:
        """How far below each other its rows stand, in points."""
        return [above[0].base - below[0].base for above, below in pairwise(self.rows)]


class TableSign(NamedTuple):
    """Something that says whether a band is a table."""

    name: str
    applies: Callable[[CutBand], bool]
    is_table: bool


def is_table(band: Sequence[LineRow], columns: Sequence[list[PrintedLine]], ruled_lines: Sequence[RuledLine]) -> bool:
    """Whether the band, cut into ``columns``, is read row by row."""
    return find_table_sign(CutBand(band, columns, ruled_lines)).is_table


def find_table_sign(band: CutBand) -> TableSign:
    """The first of ``TABLE_SIGNS`` that applies: it decides."""
    return next(sign for sign in TABLE_SIGNS if sign.applies(band))


def is_running(column: Sequence[PrintedLine]) -> bool:
    """Whether a column is running text: long, its lines filled with words."""
    if len(column) < PROSE_LINES:
        return False
    width = right_edge(column) - left_edge(column)
    full = sum(line.width > 0.75 * width for line in column)
    words = median(len(line.text.split()) for line in column)
    return full >= 0.5 * len(column) and words >= 3


def _is_ruled(band: CutBand) -> bool:
    """Whether several ruled lines cross the band: *Ärende │ Bygglov* and *Sökande │ Olle Sten* in frames."""
    crossing = _lines_across(band.rows, band.ruled_lines, margin=2 * band.size)
    return len(crossing) >= 3


def _has_labels_only(band: CutBand) -> bool:
    """Whether the first column holds nothing but labels with a colon: *Namn:   Anna Berg*."""
    labels = band.columns[0]
    if len(labels) != band.shared:
        return False
    return all(line.text.endswith(":") for line in labels)


def _shares_few_rows(band: CutBand) -> bool:
    """Whether hardly any rows have a line in several columns: *Olle Sten   Datum*, and the rest of an address."""
    return band.shared < LEAST_ROWS


def _is_text_in_columns(band: CutBand) -> bool:
    """Whether all columns are running text, as in a leaflet."""
    return all(map(is_running, band.columns))


def _is_glossary(band: CutBand) -> bool:
    """Whether a short entry stands beside each paragraph of the text: *Bygglov   Ett tillstånd att bygga …*."""
    if len(band.columns) != 2:
        return False
    entries, texts = band.columns
    if is_running(entries) or not is_running(texts) or len(entries) >= len(texts):
        return False
    openings = _paragraph_openings(texts)
    with_entry = [base for base in openings if _has_line_at(entries, base)]
    return len(openings) > 2 and len(with_entry) >= 0.8 * len(openings)


def _has_labels(band: CutBand) -> bool:
    """Whether half of the first column's lines are labels or questions: *Har du barn?   Ja, två*."""
    labels = sum(line.text.endswith((":", "?")) for line in band.columns[0])
    return labels >= 0.5 * band.shared


def _is_airy(band: CutBand) -> bool:
    """Whether the rows stand further apart than lines of text do: *Hyra* and *4 500 kr* with white below."""
    return median(band.pitches) > AIRY * band.size


def _has_many_columns(band: CutBand) -> bool:
    """Whether there are more columns than text is set in: *Månad   Timmar   Avgift*."""
    return len(band.columns) > 2


def _is_other(_: CutBand) -> bool:
    """Anything: what nothing says to be a table is read as columns, *an address beside a date*."""
    return True


TABLE_SIGNS = (
    TableSign("ruled", _is_ruled, is_table=True),
    TableSign("labels only", _has_labels_only, is_table=True),
    TableSign("few rows", _shares_few_rows, is_table=False),
    TableSign("text in columns", _is_text_in_columns, is_table=False),
    TableSign("glossary", _is_glossary, is_table=True),
    TableSign("labels", _has_labels, is_table=True),
    TableSign("airy", _is_airy, is_table=True),
    TableSign("many columns", _has_many_columns, is_table=True),
    TableSign("other", _is_other, is_table=False),
)
"""What tells tables from columns, the surest sign first."""


def _paragraph_openings(lines: Sequence[PrintedLine]) -> list[float]:
    """The baselines of the lines that begin a paragraph: after a short line, or after white."""
    width = right_edge(lines) - left_edge(lines)
    pitch = median(above.base - below.base for above, below in pairwise(lines))
    openings = [lines[0].base]
    for above, below in pairwise(lines):
        short = above.width < 0.8 * width
        apart = above.base - below.base > 1.25 * pitch
        if short or apart:
            openings.append(below.base)
    return openings


def _has_line_at(column: Sequence[PrintedLine], base: float) -> bool:
    """Whether a line of the column stands at that height."""
    return any(abs(line.base - base) < 2 for line in column)


def _lines_across(rows: Sequence[LineRow], ruled_lines: Sequence[RuledLine], margin: float = 0.0) -> list[RuledLine]:
    """The ruled lines that cross the rows from their left edge, with those so near as to be their frame."""
    top = max(line.y1 for line in rows[0]) + margin
    bottom = min(line.y0 for line in rows[-1]) - margin
    left = min(row[0].x0 for row in rows)
    return [ruled for ruled in ruled_lines if bottom < ruled.y < top and ruled.x0 < left + 20]


def table_rows(band: Sequence[LineRow], ruled_lines: Sequence[RuledLine]) -> list[list[LineRow]]:
    """The rows of a table, each with the rows of text that its cells hold."""
    inner = _lines_across(band, ruled_lines)
    least = _least_pitch(band)
    groups = [[band[0]]]
    for above, below in pairwise(band):
        if _begins_row(above, below, inner, least):
            groups.append([])
        groups[-1].append(below)
    return groups


def _least_pitch(band: Sequence[LineRow]) -> float | None:
    """The pitch above which a row of the table begins, in points; None where all of the band's are alike."""
    pitches = [above[0].base - below[0].base for above, below in pairwise(band)]
    wide = 1.15 * min(pitches, default=0.0)
    return wide if max(pitches, default=0.0) > wide else None


def _begins_row(above: LineRow, below: LineRow, inner: Sequence[RuledLine], least: float | None) -> bool:
    """Whether a row of text begins a row of the table: below a ruled line, after white, or with several cells."""
    top, bottom = above[0].base, below[0].base
    if inner:
        return any(bottom < ruled.y < top for ruled in inner)
    if least is not None:
        return top - bottom > least
    return len(below) > 1
