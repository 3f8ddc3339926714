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
    texts = [column.lines for column in columns]
    style = measure_style(texts)
    headers = _make_running([parts.header for parts in parted], Role.HEADER, edge, style)
    body = _make_body(columns, style)
    footers = _make_running([parts.footer for parts in parted], Role.FOOTER, edge, style)
    known = whole_words(line.text for line in chain.from_iterable(texts))
    return [make_block(paragraph, known) for paragraph in chain(headers, body, footers)]


def _right_edge(pages: Sequence[DrawnPage], parted: Iterable[PartedPage]) -> float:
    """Where the text ends at the right; a letter or a page of short lines alone doesn't show it."""
    narrowest = min(page.width for page in pages)
    edge = LEAST_WIDTH * narrowest
    for parts in parted:
        for line in parts.body:
            edge = max(edge, line.x1)
    return edge


def _make_running(
    margins: Iterable[list[PrintedLine]], role: Role, edge: float, style: UsualStyle
) -> list[PrintedParagraph]:
    """The headers or footers of all pages, one paragraph for each of their columns.

    Nothing there is taken for a table: *Postadress*, *Besöksadress* and *Telefon* head columns.
    """
    running: list[PrintedParagraph] = []
    for lines in margins:
        columns = in_order(lines, None, edge)
        running += [_make_one(column, role, style) for column in columns]
    return running


def _make_one(column: TextColumn, role: Role, style: UsualStyle) -> PrintedParagraph:
    """A column of a header or footer as one block: its lines mean little alone.

    *Postadress*, *Box 14* and *998 21 Solberga* are three lines of it, while a sentence in small print is joined.
    """
    whole = PrintedParagraph([], role=role)
    for paragraph in make_paragraphs(column, style):
        whole.break_line()
        whole.add(paragraph)
    for number, line in enumerate(whole.lines[:-1], 1):
        is_narrow = len(line.text) < NARROW
        if is_narrow and not line.text.endswith("-"):
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
    """Whether a paragraph goes on at the top of the next page, or of the next column.

    *När vi har / fått den går vi vidare* does, and so does a full line of several at the end of a page.
    """
    above, below = before.last, after.first
    if not _may_run_over(before) or after.role is not Role.PARAGRAPH:
        return False
    if abs(above.size - below.size) >= 0.5:
        return False
    is_overleaf = below.page > above.page
    if is_overleaf and len(before.lines) > 1:
        return True
    is_higher = (below.page, below.base) > (above.page, above.base)
    return is_higher and _goes_on(above, below)


def _goes_on(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether a line goes on with the sentence or the word of another one.

    *ansök- / ningar* and *När vi har / fått den* do.
    """
    is_cut = above.text.endswith("-")
    return is_cut or below.text[:1].islower()


def _may_run_over(paragraph: PrintedParagraph) -> bool:
    """Whether the paragraph is text that isn't at its end.

    Headings and cells end where they end.
    """
    is_text = paragraph.role in (Role.PARAGRAPH, Role.LIST_ITEM)
    return is_text and paragraph.full
