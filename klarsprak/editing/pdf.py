"""A report as highlights and notes in the PDF that it is about; the PDF's own content stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from klarsprak.editing import notes
from klarsprak.finding import Finding, Report
from klarsprak.letter import Anchor, Block, ReadError
from klarsprak.readers import pdf
from klarsprak.readers.pdf.page import DrawnPage, Glyph

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.annotations import MarkupAnnotation

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

_COLOUR = "ffe066"
_NOTE_SIZE, _MARGIN = 20, 12
_SPACE = re.compile(r"\s+")
_LOCKED = "Pdf-filen är skyddad mot ändringar. Spara en kopia utan skydd och försök igen."
_UNUSUAL = "Pdf-filen är byggd så att det inte går att anteckna i den. Skriv ut den till en ny pdf och försök igen."


def annotate(data: bytes, report: Report, when: datetime) -> bytes:
    """The PDF with a highlight on the words of each finding and a note on the whole letter.

    ``report`` is on the same PDF.  Raises ``ReadError``.
    """
    from pypdf import PdfWriter  # only here is a PDF written
    from pypdf.errors import PyPdfError

    letter, drawn = pdf.read_pages(data, report.file)
    out = BytesIO()
    try:
        writer = PdfWriter(BytesIO(data), incremental=True)
        _Notes(writer, {page.number: page for page in drawn}, when).add(report, letter.blocks)
        writer.write(out)
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        NotImplementedError,
        TypeError,
        ValueError,
    ) as error:
        # pypdf raises all of these on files that break the format's rules.
        raise ReadError(_LOCKED if b"/Encrypt" in data else _UNUSUAL) from error
    return out.getvalue()


class _Notes:
    def __init__(self, writer: PdfWriter, pages: dict[int, DrawnPage], when: datetime) -> None:
        self._writer = writer
        self._pages = pages
        self._when = f"D:{when:%Y%m%d%H%M%S}"

    def add(self, report: Report, blocks: list[Block]) -> None:
        """A note at the top of the first page, then a highlight for each finding and page."""
        self._add_note("\n".join(notes.overall(report)))
        for finding in report.findings:
            if finding.place is not None:
                self._add_highlights(finding, blocks[finding.place.block])

    def _add_note(self, text: str) -> None:
        from pypdf.annotations import Text

        box = self._writer.pages[0].cropbox
        left, top = float(box.left) + _MARGIN, float(box.top) - _MARGIN
        self._put(0, Text(rect=(left, top - _NOTE_SIZE, left + _NOTE_SIZE, top), text=text), text)

    def _add_highlights(self, finding: Finding, block: Block) -> None:
        from pypdf.annotations import Highlight
        from pypdf.generic import ArrayObject, FloatObject

        place = finding.place
        assert place is not None
        boxes = list(_boxes(block, place.start, place.end, self._pages))
        text = "\n".join(notes.says(finding))
        for number, group in groupby(boxes, key=lambda pair: pair[0]):
            page = self._writer.pages[number - 1]
            mine = [_on_page(page, box) for _, box in group]
            corners = [FloatObject(round(value, 2)) for box in mine for value in _corners(box)]
            rect = tuple(f(values) for f, values in zip((min, min, max, max), zip(*mine, strict=True), strict=True))
            highlight = Highlight(rect=rect, quad_points=ArrayObject(corners), highlight_color=_COLOUR, printing=True)
            self._put(number - 1, highlight, text)

    def _put(self, page: int, annotation: MarkupAnnotation, text: str) -> None:
        from pypdf.generic import NameObject, TextStringObject

        for key, value in (("/Contents", text), ("/T", notes.AUTHOR), ("/M", self._when)):
            annotation[NameObject(key)] = TextStringObject(value)
        self._writer.add_annotation(page, annotation)


def _boxes(block: Block, start: int, end: int, pages: dict[int, DrawnPage]) -> Iterator[tuple[int, Box]]:
    """The page and the box of each line's share of the words."""
    last = Anchor(len(block.text))
    for anchor, following in pairwise([*block.place.anchors, last]):
        first, stop = max(start, anchor.start), min(end, following.start)
        if anchor.page is None or anchor.box is None or first > stop or (first == stop and start != end):
            continue
        line = block.text[anchor.start : following.start]
        page = pages.get(anchor.page)
        glyphs = [] if page is None else [glyph for glyph in page.glyphs if _is_in(glyph, anchor.box)]
        yield anchor.page, _words_box(anchor.box, glyphs, line, first - anchor.start, stop - anchor.start)


def _words_box(box: Box, glyphs: list[Glyph], line: str, start: int, end: int) -> Box:
    """The box of a line's code points from ``start`` to ``end``; that of the line where the glyphs don't tell."""
    words = _SPACE.sub("", line[start:end])
    letters = [(sign, glyph) for glyph in sorted(glyphs, key=lambda glyph: glyph.x0) for sign in _signs(glyph)]
    drawn = "".join(sign for sign, _ in letters)
    first = len(_SPACE.sub("", line[:start]))
    if drawn[first : first + len(words)] != words:
        first = drawn.find(words) if drawn.count(words) == 1 else -1
    if first < 0 or not words:
        return box
    own = [glyph for _, glyph in letters[first : first + len(words)]]
    return min(glyph.x0 for glyph in own), box[1], max(glyph.x1 for glyph in own), box[3]


def _signs(glyph: Glyph) -> str:
    return normalize("NFC", _SPACE.sub("", normalize("NFKC", glyph.text)))


def _is_in(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
    return glyph.upright and box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _on_page(page: PageObject, box: Box) -> Box:
    """The box in the page's own coordinates, from those of the page as it is shown."""
    media = page.mediabox
    left, bottom, right, top = float(media.left), float(media.bottom), float(media.right), float(media.top)
    x0, y0, x1, y1 = box
    match page.rotation % 360:
        case 90:
            return right - y1, x0 + bottom, right - y0, x1 + bottom
        case 180:
            return right - x1, top - y1, right - x0, top - y0
        case 270:
            return y0 + left, top - x1, y1 + left, top - x0
    return x0 + left, y0 + bottom, x1 + left, y1 + bottom


def _corners(box: Box) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that viewers expect, whatever the standard says."""
    x0, y0, x1, y1 = box
    return x0, y1, x1, y1, x0, y0, x1, y0
