"""Pages of glyphs → the letter's blocks."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.letter import Block, Role
from klarsprak.readers.pdf.blocks import make_block
from klarsprak.readers.pdf.lines import make_lines
from klarsprak.readers.pdf.order import TextColumn, in_order
from klarsprak.readers.pdf.page import DrawnPage
from klarsprak.readers.pdf.paragraphs import PrintedParagraph, UsualStyle, paragraphs, style_of
from klarsprak.readers.pdf.running import PartedPage, part
from klarsprak.readers.text.hyphens import whole_words

NARROW = 50
"""A line of a header or footer with fewer characters stands for itself."""

LEAST_WIDTH = 0.6
"""Least part of the page's width that text reaches to."""


def lay_out(pages: Sequence[DrawnPage]) -> list[Block]:
    """The blocks in reading order: headers first, footers last."""
    lines = [make_lines(page.glyphs, page.number) for page in pages]
    size = style_of(lines).size
    parted = part(pages, lines, size)
    edge = _right_edge(pages, parted)
    columns = [in_order(part_.body, page.ruled_lines, edge) for page, part_ in zip(pages, parted, strict=True)]
    style = style_of([column.lines for own in columns for column in own])
    body: list[PrintedParagraph] = []
    for column in (column for own in columns for column in own):
        _append(body, paragraphs(column, style))
    head, foot = (
        [
            _running(column, role, style)
            for part_ in parted
            for column in in_order(getattr(part_, role.value), None, edge)
        ]
        for role in (Role.HEADER, Role.FOOTER)
    )
    known = whole_words(line.text for own in columns for column in own for line in column.lines)
    return [make_block(paragraph, known) for paragraph in (*head, *body, *foot)]


def _right_edge(pages: Sequence[DrawnPage], parted: Sequence[PartedPage]) -> float:
    """Where the text ends at the right; a letter or a page of short lines alone doesn't show it."""
    ends = [line.x1 for part_ in parted for line in part_.body]
    return max([*ends, LEAST_WIDTH * min(page.width for page in pages)])


def _running(column: TextColumn, role: Role, style: UsualStyle) -> PrintedParagraph:
    """A column of a header or footer as one block: its lines mean little alone, such as *Postadress*."""
    whole = PrintedParagraph([], role=role)
    for paragraph in paragraphs(column, style):
        start = len(whole.lines)
        whole.breaks |= {start, *(start + number for number in paragraph.breaks)}
        whole.lines += paragraph.lines
    for number, line in enumerate(whole.lines[:-1], 1):
        if len(line.text) < NARROW and not line.text.endswith("-"):
            whole.breaks.add(number)
    return whole


def _append(body: list[PrintedParagraph], column: list[PrintedParagraph]) -> None:
    """Adds a column's paragraphs; the first goes on with the last one where a sentence runs over to it."""
    if body and column and _runs_over(body[-1], column[0]):
        body[-1].breaks |= {number + len(body[-1].lines) for number in column[0].breaks}
        body[-1].lines += column[0].lines
        body[-1].full = column[0].full
        column = column[1:]
    body += column


def _runs_over(before: PrintedParagraph, after: PrintedParagraph) -> bool:
    above, below = before.lines[-1], after.lines[0]
    alike = (
        before.full
        and after.role is Role.PARAGRAPH
        and before.role in (Role.PARAGRAPH, Role.LIST_ITEM)
        and abs(above.size - below.size) < 0.5
    )
    overleaf = below.page > above.page and len(before.lines) > 1
    goes_on = below.text[:1].islower() or above.text.endswith("-")
    return alike and (overleaf or (goes_on and (below.page, below.base) > (above.page, above.base)))
