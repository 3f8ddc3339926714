"""Which bands of a page are tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from statistics import median
from typing import NamedTuple

from klarsprak.readers.pdf.page import LineRow, PrintedLine, RuledLine, bounds_of
from klarsprak.readers.pdf.table_rows import lines_across

PROSE_LINES = 6
"""A column this long, filled with words, is running text, not an address or a table's column."""
FILLED = 0.75
"""Least width of a line that fills its column, against the column's."""
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
        lengths = list(map(len, self.rows))
        return len(lengths) - lengths.count(1)

    @property
    def size(self) -> float:
        """The type size of its first line."""
        return self.rows[0][0].size

    @property
    def pitches(self) -> list[float]:
        """How far below each other its rows stand, in points: one less than there are rows."""
        bases = [row[0].base for row in self.rows]
        return list(map(sub, bases, bases[1:]))


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
    for sign in TABLE_SIGNS:
        if sign.applies(band):
            return sign
    raise AssertionError("the last sign always applies")


def is_running(column: Sequence[PrintedLine]) -> bool:
    """Whether a column is running text: long, its lines filled with words.

    An address has short lines of few words; a table's column has few words or white after them.
    """
    if len(column) < PROSE_LINES:
        return False
    width = bounds_of(column).width
    full = sum(line.width > FILLED * width for line in column)
    words = median(len(line.text.split()) for line in column)
    return full >= 0.5 * len(column) and words >= 3


def _is_ruled(band: CutBand) -> bool:
    """Whether several ruled lines cross the band.

    A table of *Ärende │ Bygglov* and *Sökande │ Olle Sten* has them above, between and below; one line alone may be
    that of a letterhead.
    """
    crossing = lines_across(band.rows, band.ruled_lines, margin=2 * band.size)
    return len(crossing) >= 3


def _has_labels_only(band: CutBand) -> bool:
    """Whether the first column holds nothing but labels with a colon.

    *Namn:   Anna Berg* is one, and two such rows do.
    """
    labels = band.columns[0]
    if len(labels) != band.shared:
        return False
    return all(line.text.endswith(":") for line in labels)


def _shares_few_rows(band: CutBand) -> bool:
    """Whether hardly any rows have a line in several columns.

    A reader's address is so, beside *Datum* and *2025-03-17*.
    """
    return band.shared < LEAST_ROWS


def _is_text_in_columns(band: CutBand) -> bool:
    """Whether all columns are running text.

    A leaflet has such, and so has a page in two languages.
    """
    return all(map(is_running, band.columns))


def _is_glossary(band: CutBand) -> bool:
    """Whether a short entry stands beside each paragraph of the text.

    *Bygglov   Ett tillstånd att bygga, som du söker hos nämnden.* in several lines is such an entry with its text.
    """
    if len(band.columns) != 2:
        return False
    entries, texts = band.columns
    if is_running(entries) or not is_running(texts):
        return False
    openings = _paragraph_openings(texts)
    with_entry = sum(_has_line_at(entries, base) for base in openings)
    is_shorter = len(entries) < len(texts)
    return is_shorter and len(openings) > 2 and with_entry >= 0.8 * len(openings)


def _has_labels(band: CutBand) -> bool:
    """Whether half of the first column's lines are labels or questions.

    *Har du barn?   Ja, två* is a row of a form that was filled in.
    """
    labels = sum(line.text.endswith((":", "?")) for line in band.columns[0])
    return labels >= 0.5 * band.shared


def _is_airy(band: CutBand) -> bool:
    """Whether the rows stand further apart than lines of text do.

    *Hyra   4 500 kr* and *El   300 kr* with white between them are two rows of a table.
    """
    return median(band.pitches) > AIRY * band.size


def _has_many_columns(band: CutBand) -> bool:
    """Whether there are more columns than text is set in.

    *Månad   Timmar   Avgift* are three.
    """
    return len(band.columns) > 2


def _is_other(_: CutBand) -> bool:
    """Anything: what nothing says to be a table is read as columns.

    *Handläggare* and *Per Ål* beside *Inga Holm* and *Svängen 2* are such.
    """
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
    width = bounds_of(lines).width
    pitches = [above.base - below.base for above, below in pairwise(lines)]
    usual = median(pitches)
    openings = [lines[0].base]
    for (above, below), pitch in zip(pairwise(lines), pitches, strict=True):
        is_short = above.width < 0.8 * width
        if is_short or pitch > 1.25 * usual:
            openings.append(below.base)
    return openings


def _has_line_at(column: Sequence[PrintedLine], base: float) -> bool:
    """Whether a line of the column stands at that height.

    Programs set the baselines of a row to within a point or two.
    """
    return any(abs(line.base - base) < 2 for line in column)
