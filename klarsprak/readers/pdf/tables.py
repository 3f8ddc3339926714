"""Which bands of a page are tables, and where their rows end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from klarsprak.readers.pdf.page import PrintedLine, RuledLine

PROSE_LINES = 6
"""A column this long, filled with words, is running text, not an address or a table's column."""

LineRow = list[PrintedLine]


def is_running(column: Sequence[PrintedLine]) -> bool:
    """Whether a column is running text: long, its lines filled with words."""
    width = max(line.x1 for line in column) - min(line.x0 for line in column)
    full = sum(line.width > 0.75 * width for line in column)
    words = median(len(line.text.split()) for line in column)
    return len(column) >= PROSE_LINES and full >= 0.5 * len(column) and words >= 3


def is_table(band: Sequence[LineRow], columns: list[list[PrintedLine]], rules: Sequence[RuledLine]) -> bool:
    """Whether the band, cut into ``columns``, is read row by row."""
    if len(_rules_within(band, rules, 2 * band[0][0].size)) >= 3:
        return True
    shared = sum(len(row) > 1 for row in band)
    if shared == len(columns[0]) and all(line.text.endswith(":") for line in columns[0]):
        return True
    if shared < 3 or all(is_running(column) for column in columns):
        return False
    if len(columns) == 2 and _is_glossary(columns):
        return True
    labels = sum(line.text.endswith((":", "?")) for line in columns[0])
    airy = median(above[0].base - below[0].base for above, below in pairwise(band)) > 1.45 * band[0][0].size
    return labels >= 0.5 * shared or airy or len(columns) > 2


def _is_glossary(columns: list[list[PrintedLine]]) -> bool:
    """Whether the left column has a short entry for each paragraph of the right one."""
    entries, texts = columns
    if is_running(entries) or not is_running(texts) or len(entries) >= len(texts):
        return False
    width = max(line.x1 for line in texts) - min(line.x0 for line in texts)
    opening = [texts[0].base]
    for above, below in pairwise(texts):
        ended = above.width < 0.8 * width or above.base - below.base > 1.25 * _pitch(texts)
        if ended:
            opening.append(below.base)
    with_entry = sum(any(abs(entry.base - base) < 2 for entry in entries) for base in opening)
    return len(opening) > 2 and with_entry >= 0.8 * len(opening)


def _pitch(lines: list[PrintedLine]) -> float:
    return median(above.base - below.base for above, below in pairwise(lines))


def _rules_within(band: Sequence[LineRow], rules: Sequence[RuledLine], margin: float = 0.0) -> list[RuledLine]:
    """The rules that cross the band from its left edge, with those so near as to be its frame."""
    top = max(line.y1 for line in band[0]) + margin
    bottom = min(line.y0 for line in band[-1]) - margin
    left = min(row[0].x0 for row in band)
    return [rule for rule in rules if bottom < rule.y < top and rule.x0 < left + 20]


def table_rows(band: Sequence[LineRow], rules: Sequence[RuledLine]) -> list[list[LineRow]]:
    """The rows of a table, each with the rows of text that its cells hold."""
    inner = _rules_within(band, rules)
    gaps = [above[0].base - below[0].base for above, below in pairwise(band)]
    wide = 1.15 * min(gaps, default=0.0)
    spaced = max(gaps, default=0.0) > wide
    groups = [[band[0]]]
    for above, below in pairwise(band):
        if inner:
            opens = any(below[0].base < rule.y < above[0].base for rule in inner)
        else:
            opens = above[0].base - below[0].base > wide if spaced else len(below) > 1
        if opens:
            groups.append([below])
        else:
            groups[-1].append(below)
    return groups
