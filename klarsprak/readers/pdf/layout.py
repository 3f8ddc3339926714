"""Pages of glyphs → the letter's blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from klarsprak.letter import Block, Role
from klarsprak.readers.pdf.blocks import make_block
from klarsprak.readers.pdf.lines import make_lines
from klarsprak.readers.pdf.order import TextColumn, in_order
from klarsprak.readers.pdf.page import DrawnPage, PrintedLine
from klarsprak.readers.pdf.paragraph import PrintedParagraph
from klarsprak.readers.pdf.paragraphs import make_paragraphs
from klarsprak.readers.pdf.running import PartedPage, part_pages
from klarsprak.readers.pdf.style import UsualStyle, measure_style
from klarsprak.readers.text.hyphens import whole_words

NARROW = 50
"""A line of a header or footer with fewer characters stands for itself."""
LEAST_WIDTH = 0.6
"""Least part of the page's width that text reaches to."""


def lay_out(pages: Sequence[DrawnPage]) -> list[Block]:
    """The blocks in reading order: headers first, footers last."""
    lines = [make_lines(page.glyphs, page.number) for page in pages]
    size = measure_style(lines).size
    parted = part_pages(pages, lines, size)
    edge = _right_edge(pages, parted)
    columns: list[TextColumn] = []
    for page, parts in zip(pages, parted, strict=True):
        columns += in_order(parts.body, page.ruled_lines, edge)
    style = measure_style([column.lines for column in columns])
    headers = _make_running((parts.header for parts in parted), Role.HEADER, edge, style)
    body = _make_body(columns, style)
    footers = _make_running((parts.footer for parts in parted), Role.FOOTER, edge, style)
    known = whole_words(line.text for column in columns for line in column.lines)
    return [make_block(paragraph, known) for paragraph in chain(headers, body, footers)]


def _right_edge(pages: Sequence[DrawnPage], parted: Iterable[PartedPage]) -> float:
    """Where the text ends at the right; a letter or a page of short lines alone doesn't show it."""
    ends = [line.x1 for parts in parted for line in parts.body]
    narrowest = min(page.width for page in pages)
    return max([*ends, LEAST_WIDTH * narrowest])


def _make_running(
    margins: Iterable[list[PrintedLine]], role: Role, edge: float, style: UsualStyle
) -> list[PrintedParagraph]:
    """The headers or footers of all pages, one for each of their columns; nothing there is a table."""
    running: list[PrintedParagraph] = []
    for lines in margins:
        columns = in_order(lines, None, edge)
        running += [_make_one(column, role, style) for column in columns]
    return running


def _make_one(column: TextColumn, role: Role, style: UsualStyle) -> PrintedParagraph:
    """A column of a header or footer as one block: its lines mean little alone, such as *Postadress*."""
    whole = PrintedParagraph([], role=role)
    for paragraph in make_paragraphs(column, style):
        whole.breaks.add(len(whole.lines))
        whole.add(paragraph)
    for number, line in enumerate(whole.lines[:-1], 1):
        narrow = len(line.text) < NARROW
        if narrow and not line.text.endswith("-"):
            whole.breaks.add(number)
    return whole


def _make_body(columns: Iterable[TextColumn], style: UsualStyle) -> list[PrintedParagraph]:
    """The paragraphs of all columns; a column's first one goes on with the last one where a sentence runs over."""
    body: list[PrintedParagraph] = []
    for column in columns:
        first, *others = make_paragraphs(column, style)
        if body and _runs_over(body[-1], first):
            body[-1].add(first)
            body[-1].full = first.full
        else:
            body.append(first)
        body += others
    return body


def _runs_over(before: PrintedParagraph, after: PrintedParagraph) -> bool:
    """Whether a paragraph goes on at the top of the next page, or of the next column: *När vi har / fått den*."""
    if not _may_run_over(before) or after.role is not Role.PARAGRAPH:
        return False
    above, below = before.lines[-1], after.lines[0]
    if abs(above.size - below.size) >= 0.5:
        return False
    if below.page > above.page and len(before.lines) > 1:
        return True
    further_up = (below.page, below.base) > (above.page, above.base)
    goes_on = below.text[:1].islower() or above.text.endswith("-")
    return further_up and goes_on


def _may_run_over(paragraph: PrintedParagraph) -> bool:
    """Whether the paragraph is text that isn't at its end."""
    return paragraph.full and paragraph.role in (Role.PARAGRAPH, Role.LIST_ITEM)
