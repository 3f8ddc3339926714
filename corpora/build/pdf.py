"""A letter as PDF: letterhead, running header, footer, one column or two, words broken at the line's end."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from corpora.build.inline import SOFT_HYPHEN, pieces

FONTS = {
    "sans": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    "serif": ("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf"),
    "dejavu": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
}
# A consonant before a vowel starts the new line, as in Swedish print, but not within a sound like ng or sk.
_BREAK = re.compile(r"(?<=[a-zåäö]{3})(?<!c(?=k))(?<!n(?=g))(?<!s(?=[kjt]))(?=[b-df-hj-np-tvxz][aeiouyåäö][a-zåäö])")
_LEFT, _RIGHT, _BOTTOM = 25 * mm, 22 * mm, 28 * mm


def pdf(source: dict[str, Any], fonts: Path) -> bytes:
    """The whole file; the same source and fonts always give the same bytes."""
    layout = Layout(source, fonts)
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer, pagesize=A4, title=source.get("title"), author=source.get("author"), invariant=1, lang="sv-SE"
    )
    document.addPageTemplates(layout.templates())
    document.build(layout.story())
    return buffer.getvalue()


class Layout:
    """Everything that stands on the pages of one letter."""

    def __init__(self, source: dict[str, Any], fonts: Path) -> None:
        self.source = source
        family = source.get("font", "sans")
        self.regular, self.bold = f"{family}", f"{family}-bold"
        for name, file in zip((self.regular, self.bold), FONTS[family], strict=True):
            pdfmetrics.registerFont(TTFont(name, fonts / file))
        pdfmetrics.registerFontFamily(family, self.regular, self.bold, self.regular, self.bold)
        size = source.get("size", 10.5)
        self.text = ParagraphStyle(
            "text",
            fontName=self.regular,
            fontSize=size,
            leading=size * 1.35,
            spaceAfter=size * 0.6,
            embeddedHyphenation=1,
            alignment=4 if source.get("justified") else 0,
        )
        self.heading = ParagraphStyle("heading", self.text, fontName=self.bold, fontSize=size + 1, spaceBefore=6)
        self.heading.spaceAfter = 2
        self.title = ParagraphStyle("title", self.heading, fontSize=size + 5, leading=size + 9, spaceAfter=8)
        self.item = ParagraphStyle("item", self.text, leftIndent=14, spaceAfter=2)
        self.small = ParagraphStyle("small", self.text, fontSize=8, leading=10, spaceAfter=0)

    def templates(self) -> list[PageTemplate]:
        width, height = A4
        top = self.source.get("first_top", 48) * mm
        body = width - _LEFT - _RIGHT
        later = Frame(_LEFT, _BOTTOM, body, height - 30 * mm - _BOTTOM, 0, 0, 0, 0)
        if self.source.get("columns") == 2:
            gap, head = 9 * mm, self.source.get("head", 20) * mm
            column, tall = (body - gap) / 2, height - top - head - _BOTTOM
            frames = [
                Frame(_LEFT, height - top - head, body, head, 0, 0, 0, 0),
                Frame(_LEFT, _BOTTOM, column, tall, 0, 0, 0, 0),
                Frame(_LEFT + column + gap, _BOTTOM, column, tall, 0, 0, 0, 0),
            ]
        else:
            frames = [Frame(_LEFT, _BOTTOM, body, height - top - _BOTTOM, 0, 0, 0, 0)]
        return [
            PageTemplate("first", frames, onPage=self._first_page),
            PageTemplate("later", [later], onPage=self._later_page),
        ]

    def _first_page(self, canvas: Canvas, _: Any) -> None:
        height = A4[1]
        canvas.setFillColor(HexColor("#1f3864"))
        canvas.rect(_LEFT, height - 26 * mm, 8 * mm, 10 * mm, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))
        name, *rest = self.source["letterhead"]
        canvas.setFont(self.bold, 13)
        canvas.drawString(_LEFT + 11 * mm, height - 20 * mm, name)
        canvas.setFont(self.regular, 9.5)
        for number, line in enumerate(rest):
            canvas.drawString(_LEFT + 11 * mm, height - (25 + 4.5 * number) * mm, line)
        for number, line in enumerate(self.source.get("reference", [])):
            canvas.drawString(120 * mm, height - (20 + 4.5 * number) * mm, line)
        self._foot(canvas)

    def _later_page(self, canvas: Canvas, document: Any) -> None:
        running = self.source.get("running")
        if running:
            canvas.setFont(self.regular, 9)
            canvas.drawString(_LEFT, A4[1] - 18 * mm, running)
            page = f"{document.page} ({self.source['pages']})"
            canvas.drawRightString(A4[0] - _RIGHT, A4[1] - 18 * mm, page)
        self._foot(canvas)

    def _foot(self, canvas: Canvas) -> None:
        """Each column of the footer is a list of lines, drawn under a rule."""
        columns = self.source.get("footer", [])
        if not columns:
            return
        canvas.setLineWidth(0.5)
        canvas.line(_LEFT, 23 * mm, A4[0] - _RIGHT, 23 * mm)
        step = (A4[0] - _LEFT - _RIGHT) / len(columns)
        for number, lines in enumerate(columns):
            for row, line in enumerate(lines):
                canvas.setFont(self.bold if row == 0 and len(lines) > 1 else self.regular, 8)
                canvas.drawString(_LEFT + number * step, (19 - 3.6 * row) * mm, line)

    def story(self) -> list[Flowable]:
        later = [] if self.source.get("columns") == 2 else [NextPageTemplate("later")]
        return [*later, *(flowable for block in self.source["body"] for flowable in self._block(block))]

    def _block(self, block: Any) -> list[Flowable]:  # noqa: C901, PLR0911 - a branch for each shape that YAML may hold
        if block == "break":
            return [FrameBreak()]
        if isinstance(block, str):
            return [Paragraph(self._markup(block), self.text)]
        ((kind, value),) = block.items()
        if kind in ("h", "title"):
            return [Paragraph(self._markup(value), self.heading if kind == "h" else self.title)]
        if kind == "li":
            return [Paragraph(self._markup(value), self.item, bulletText="•")]
        if kind == "ol":
            number, _, words = value.partition(" ")
            return [Paragraph(self._markup(words), self.item, bulletText=number)]
        if kind == "space":
            return [Spacer(1, value * mm)]
        if kind == "together":
            return [KeepTogether([flowable for inner in value for flowable in self._block(inner)])]
        if kind == "table":
            return [self._table(value)]
        raise ValueError(f"unknown block {kind!r}")

    def _table(self, rows: list[list[str]]) -> Flowable:
        cells = [[Paragraph(self._markup(cell), self.small) for cell in row] for row in rows]
        table = Table(
            cells,
            style=[("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#999999")), ("VALIGN", (0, 0), (-1, -1), "TOP")],
        )
        table.spaceAfter = 8
        return table

    def _markup(self, text: str) -> str:
        words = "".join(
            f"<b>{escape(piece.words)}</b>" if piece.kind == "b" else escape(piece.words) for piece in pieces(text)
        )
        if self.source.get("hyphenated"):
            words = re.sub(r"\b[A-Za-zÅÄÖåäö]{9,}\b", lambda word: _BREAK.sub(SOFT_HYPHEN, word[0]), words)
        return words.replace("\n", "<br/>").replace(SOFT_HYPHEN, "&shy;")
