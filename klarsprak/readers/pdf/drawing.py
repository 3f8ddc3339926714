"""PDF → pages of glyphs, with pdfminer.six; the form fields' shown values too."""

from __future__ import annotations

from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, stream_value
from pdfminer.utils import Matrix, apply_matrix_rect, mult_matrix

from klarsprak.readers.pdf.allowance import Allowance
from klarsprak.readers.pdf.content import ContentInterpreter
from klarsprak.readers.pdf.device import GlyphDevice
from klarsprak.readers.pdf.fields import appearance_of, pins_file, shown_fields, value_of
from klarsprak.readers.pdf.fonts import FontLoader
from klarsprak.readers.pdf.marks import join_marks
from klarsprak.readers.pdf.objects import BROKEN, is_whole, numbers_of
from klarsprak.readers.pdf.page import DrawnPage, Glyph

FIELD_SIZE = 11.0
"""Size of type that a form field's value is taken to have, at most, in points."""
PITCH = 1.1
"""Pitch of the value's lines, in ems."""
_NO_FONT = -1


class PageDrawer:
    """Draws the pages of a document one by one."""

    def __init__(self, allowance: Allowance) -> None:
        resources = FontLoader(allowance)
        self._device = GlyphDevice(resources)
        self._interpreter = ContentInterpreter(resources, self._device)

    def draw(self, page: PDFPage, number: int) -> DrawnPage:
        """The page as glyphs; pdfminer's own exceptions pass through, beside ``TooMuchError``."""
        self._device.number = number
        contents = {id(stream): stream for stream in map(stream_value, page.contents)}
        broken = [stream for stream in contents.values() if not is_whole(stream)]
        self._interpreter.process_page(page)
        drawn = self._device.page
        drawn.damaged = not self._draw_fields(page) or bool(broken)
        drawn.glyphs = join_marks(drawn.glyphs)
        drawn.pins_file = pins_file(page)
        return drawn

    def _draw_fields(self, page: PDFPage) -> bool:
        """Draws what lies over the page; False where some can't be drawn, which takes nothing else from the page."""
        is_whole_layer = True
        for field in shown_fields(page):
            try:
                self._draw_field(field)
            except BROKEN:
                is_whole_layer = False
        return is_whole_layer

    def _draw_field(self, field: dict[str, Any]) -> None:
        """A field as the file draws it, or else its value alone."""
        rect = numbers_of(field["Rect"])
        appearance = appearance_of(field)
        if appearance is not None:
            self._draw_appearance(appearance, rect)
        elif (value := value_of(field)) is not None:
            self._write(value, rect)

    def _draw_appearance(self, stream: PDFStream, rect: list[float]) -> None:
        """Lets the form XObject fill the field's rectangle (ISO 32000-1, 12.5.5)."""
        left, bottom, right, top = numbers_of(stream.get("BBox") or [0, 0, 0, 0])[:4]
        matrix: Any = tuple(numbers_of(stream.get("Matrix") or [1, 0, 0, 1, 0, 0]))
        drawn = apply_matrix_rect(matrix, (left, bottom, right, top))
        across = _stretch(drawn[0], drawn[2], rect[0], rect[2])
        up = _stretch(drawn[1], drawn[3], rect[1], rect[3])
        fit: Matrix = (across, 0, 0, up, rect[0] - drawn[0] * across, rect[1] - drawn[1] * up)
        in_field = mult_matrix(matrix, fit)
        on_page = mult_matrix(in_field, self._device.page_matrix)
        resources = dict_value(stream.get("Resources") or {})
        self._interpreter.subinterp().render_contents(resources, [stream], ctm=on_page)

    def _write(self, value: str, rect: list[float]) -> None:
        """Writes a value into a field's rectangle, line by line: a glyph each, as nothing says how it is set."""
        left, bottom, right, top = rect
        x0, y0, x1, y1 = apply_matrix_rect(self._device.page_matrix, (left, bottom, right, top))
        lines = value.splitlines()
        height = (y1 - y0) / max(len(lines), 1)
        size = min(FIELD_SIZE, height * 0.9)
        for number, line in enumerate(lines):
            upper = y1 - number * size * PITCH
            end = min(x1, x0 + len(line) * size / 2)
            base = upper - 0.8 * size
            glyph = Glyph(line, x0, upper - size, end, upper, base, size, _NO_FONT, bold=False)
            self._device.page.glyphs.append(glyph)


def _stretch(start: float, end: float, wanted_start: float, wanted_end: float) -> float:
    """What a side of a form is to be multiplied by; one that has no length stays so."""
    if end <= start:
        return 1.0
    return (wanted_end - wanted_start) / (end - start)
