"""Pages of glyphs → the letter's blocks."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.letter import Block, Role
from klarsprak.readers.hyphens import whole_words
from klarsprak.readers.pdf.blocks import make_block
from klarsprak.readers.pdf.lines import make_lines
from klarsprak.readers.pdf.order import Column, in_order
from klarsprak.readers.pdf.page import Line, Page
from klarsprak.readers.pdf.paragraphs import Paragraph, paragraphs, style_of
from klarsprak.readers.pdf.running import part


def lay_out(pages: Sequence[Page]) -> list[Block]:
    """The blocks in reading order: headers first, footers last."""
    lines = [make_lines(page.glyphs, page.number) for page in pages]
    size = style_of(lines).size
    parted = part(pages, lines, size)
    columns = [_columns(page, part_.body) for page, part_ in zip(pages, parted, strict=True)]
    style = style_of([column.lines for own in columns for column in own])
    body: list[Paragraph] = []
    for own in columns:
        _append(body, [paragraph for column in own for paragraph in paragraphs(column, style)])
    head, foot = (
        [
            _with_role(paragraph, role)
            for page, part_ in zip(pages, parted, strict=True)
            for column in _columns(page, getattr(part_, role.value))
            for paragraph in paragraphs(column, style)
        ]
        for role in (Role.HEADER, Role.FOOTER)
    )
    known = whole_words(line.text for own in columns for column in own for line in column.lines)
    return [make_block(paragraph, known) for paragraph in (*head, *body, *foot)]


def _columns(page: Page, lines: list[Line]) -> list[Column]:
    edge = max((line.x1 for line in lines), default=0.0)
    return in_order(lines, page.rules, edge)


def _with_role(paragraph: Paragraph, role: Role) -> Paragraph:
    paragraph.role = role
    return paragraph


def _append(body: list[Paragraph], page: list[Paragraph]) -> None:
    """Adds a page's paragraphs; the first goes on with the last one where a sentence runs over the page break."""
    if body and page and _runs_over(body[-1], page[0]):
        body[-1].breaks |= {number + len(body[-1].lines) for number in page[0].breaks}
        body[-1].lines += page[0].lines
        body[-1].full = page[0].full
        page = page[1:]
    body += page


def _runs_over(before: Paragraph, after: Paragraph) -> bool:
    above, below = before.lines[-1], after.lines[0]
    return (
        before.full
        and after.role is Role.PARAGRAPH
        and before.role in (Role.PARAGRAPH, Role.LIST_ITEM)
        and abs(above.size - below.size) < 0.5
        and (below.text[:1].islower() or above.text.endswith("-") or len(before.lines) > 1)
    )
