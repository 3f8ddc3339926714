"""Columns of lines → paragraphs: what belongs together, and what part it plays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from klarsprak.letter import Role
from klarsprak.readers.pdf.joint import Joint, ends_sentence
from klarsprak.readers.pdf.joints import WIDE_LINE, Between, find_joint_sign
from klarsprak.readers.pdf.order import TextColumn
from klarsprak.readers.pdf.page import PrintedLine, bounds_of
from klarsprak.readers.pdf.paragraph import PrintedParagraph
from klarsprak.readers.pdf.style import UsualStyle

HEADING_LENGTH = 160
"""Most characters of a heading."""
RAGGED = 6
"""Widest room at the end of a full line of unjustified text, in ems."""


def make_paragraphs(column: TextColumn, style: UsualStyle) -> list[PrintedParagraph]:
    """The column's paragraphs with their roles."""
    inner = _text_edge(column, style)
    made = _join_lines(column, inner, style)
    for paragraph in made:
        paragraph.role = _find_role(paragraph, style)
        paragraph.full = _is_full(paragraph.last, inner)
    return made


def _join_lines(column: TextColumn, inner: float, style: UsualStyle) -> list[PrintedParagraph]:
    """The column's lines, those joined that belong to one paragraph."""
    made = [PrintedParagraph([column.lines[0]], cell=column.cell)]
    for above, below in pairwise(column.lines):
        edge = inner if above.x1 < inner + 1 else column.edge
        between = find_joint_sign(Joint(made[-1], below, edge, style)).between
        if between is Between.BLOCK:
            made.append(PrintedParagraph([below], cell=column.cell))
            continue
        if between is Between.BREAK:
            made[-1].break_line()
        made[-1].lines.append(below)
    return made


def _is_full(last: PrintedLine, edge: float) -> bool:
    """Whether a paragraph's last line goes to the edge without ending its sentence.

    Such a paragraph may go on in the next column, or overleaf.
    """
    room = edge - last.x1
    return room < 8 * last.size and not ends_sentence(last.text)


def _text_edge(column: TextColumn, style: UsualStyle) -> float:
    """Where running text ends: short of the column's edge if that is set by a letterhead or a table.

    A date at the right edge of the page doesn't make the lines of a narrower letter look broken.
    """
    runs = _even_runs(column.lines, style)
    ends = [bounds_of(run).right for run in runs if _is_text(run)]
    furthest = max(ends, default=column.edge)
    return min(column.edge, furthest)


def _even_runs(lines: Sequence[PrintedLine], style: UsualStyle) -> list[list[PrintedLine]]:
    """The lines, cut where the pitch or the size of the type changes.

    Running text is even; what stands between its parts, such as headings, makes short runs.
    """
    runs = [[lines[0]]]
    for above, below in pairwise(lines):
        if not _is_even(above, below, style):
            runs.append([])
        runs[-1].append(below)
    return runs


def _is_even(above: PrintedLine, below: PrintedLine, style: UsualStyle) -> bool:
    """Whether two lines may be in one paragraph, by their size and pitch."""
    difference = abs(above.size - below.size)
    pitch = above.pitch_to(below)
    return difference < 0.5 and 0.5 < pitch < style.widest_pitch


def _is_text(run: Sequence[PrintedLine]) -> bool:
    """Whether the lines are long and, the last one aside, mostly full."""
    *others, _ = run
    end = bounds_of(run).right
    em = run[0].size
    if len(others) < 2 or end - run[0].x0 <= WIDE_LINE * em:
        return False
    full = sum(end - line.x1 < RAGGED * em for line in others)
    return full >= 0.6 * len(others)


def _find_role(paragraph: PrintedParagraph, style: UsualStyle) -> Role:
    """The part that the paragraph plays.

    A bold *Avgift* at the head of a table is a cell, and an item in a cell an item.
    """
    if not paragraph.cell and _is_heading(paragraph, style):
        return Role.HEADING
    if paragraph.is_item:
        return Role.LIST_ITEM
    if paragraph.cell:
        return Role.TABLE_CELL
    return Role.PARAGRAPH


def _is_heading(paragraph: PrintedParagraph, style: UsualStyle) -> bool:
    """Whether the paragraph is short and set in larger or bolder type than the text.

    *Vad händer nu?* is so; a sentence in bold ends with a full stop, and *2025-03-17* has no letter.
    """
    text = " ".join([line.text for line in paragraph.lines])
    if len(text) > HEADING_LENGTH or text.endswith((".", ",", ";")):
        return False
    has_letter = any(map(str.isalpha, text))
    return has_letter and _stands_out(paragraph.first, style)


def _stands_out(line: PrintedLine, style: UsualStyle) -> bool:
    """Whether a line is set in larger or bolder type than the letter's text.

    Small bold type is that of labels in a letterhead.
    """
    if line.size > 1.1 * style.size:
        return True
    is_bolder = line.bold and not style.bold
    return is_bolder and line.size > 0.95 * style.size
