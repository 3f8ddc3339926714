"""PDF → pages of glyphs, with pdfminer.six; the form fields' shown values too."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.utils import Matrix, PathSegment, Rect, apply_matrix_rect, mult_matrix

from klarsprak.readers.pdf.content import ContentInterpreter
from klarsprak.readers.pdf.fields import appearance_of, shown_fields, value_of
from klarsprak.readers.pdf.fonts import FontLoader
from klarsprak.readers.pdf.page import DrawnPage, Glyph, RuledLine
from klarsprak.readers.pdf.signs import BULLET

MAX_GLYPHS = 60_000
"""Most glyphs on a page; a dense A4 page has 8,000."""
MIN_SIZE = 0.5
"""Least size of type that can be seen, in points."""
MAX_CONTENT = 20_000_000
"""Most bytes of drawing instructions on a page."""
MAX_FIGURES = 5_000
"""Most form XObjects and images on a page: nested ones can be made to multiply without end."""

_BOLD_WORDS = ("bold", "black", "heavy", "fet", "semibd", "demi")

_UNUSED = {f"(cid:{code})" for code in (127, 129, 141, 143, 144, 157)}
"""The codes that Windows' encoding leaves free; they show a bullet (ISO 32000-1, D.2)."""


class TooMuchError(Exception):
    """A page draws more than any letter does."""


class _Face(NamedTuple):
    """A font, and what has been asked of it; holding it keeps its ``id`` its own."""

    number: int
    bold: bool
    font: PDFFont
    descent: float
    signs: dict[int, tuple[str, float]]
    """Character and width of a code."""


class _Device(PDFLayoutAnalyzer):
    """Collects the glyphs, rules and images of one page after another."""

    def __init__(self, resources: FontLoader) -> None:
        super().__init__(resources)
        self.faces: dict[int, _Face] = {}
        self.number = 0
        self.page = DrawnPage(0, 0, 0)
        self.page_matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self.crop: Rect = (0, 0, 0, 0)
        self.figures = self.shows = 0
        self._outer: list[Matrix] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        self.page_matrix, self.figures = ctm, 0
        self.crop = apply_matrix_rect(ctm, page.cropbox)
        self.page = DrawnPage(self.number, self.cur_item.width, self.cur_item.height)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        self.figures += 1
        if self.figures > MAX_FIGURES:
            raise TooMuchError
        self._outer.append(self.ctm)
        super().begin_figure(name, bbox, matrix)

    def end_figure(self, _: str) -> None:
        super().end_figure(_)
        self.set_ctm(self._outer.pop())  # pdfminer leaves the figure's own matrix behind

    def render_image(self, name: str, stream: PDFStream) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        area = max(0.0, min(x1, self.crop[2]) - max(x0, self.crop[0])) * max(
            0.0, min(y1, self.crop[3]) - max(y0, self.crop[1])
        )
        self.page.image_share += area / max(self.page.width * self.page.height, 1)

    def paint_path(
        self, gstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        points = [(p[-2], p[-1]) for p in path if len(p) > 2]
        if not points:
            return
        xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm, (min(xs), min(ys), max(xs), max(ys)))
        if (stroke or fill) and y1 - y0 < 3 and x1 - x0 > 20:
            self.page.ruled_lines.append(RuledLine(x0, x1, (y0 + y1) / 2))
        elif stroke and len(points) in (4, 5) and x1 - x0 > 20 and "c" not in {p[0] for p in path}:
            self.page.ruled_lines += [RuledLine(x0, x1, y0), RuledLine(x0, x1, y1)]  # the frame of a cell
        else:
            self.page.drawings += 1

    def render_string(self, *shown: Any, **named: Any) -> None:
        self.shows += 1
        super().render_string(*shown, **named)

    def render_char(  # pdfminer's own makes an object with much that nobody asks for
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        face = self.faces.get(id(font)) or self._add_face(font)
        if font.is_vertical():
            advance = super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)
            char: Any = self.cur_item._objs.pop()
            self._keep(char._text, face, char.bbox, matrix, char.width)
            return advance
        text, width = face.signs.get(cid) or self._add_sign(face, cid)
        advance = width * fontsize * scaling
        low = face.descent * fontsize + rise
        box = _place(matrix, (0, low, advance, low + fontsize))
        self._keep(text, face, box, matrix, box[3] - box[1])
        return advance

    def _add_face(self, font: PDFFont) -> _Face:
        bold = any(word in font.fontname.lower() for word in _BOLD_WORDS)
        face = _Face(len(self.faces), bold, font, font.get_descent(), {})
        self.faces[id(font)] = face
        return face

    def _add_sign(self, face: _Face, cid: int) -> tuple[str, float]:
        try:
            text = face.font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(face.font, cid)
        if text in _UNUSED and isinstance(face.font, PDFSimpleFont):
            text = BULLET
        return face.signs.setdefault(cid, (text, face.font.char_width(cid)))

    def _keep(self, text: str, face: _Face, box: Rect, matrix: Matrix, size: float) -> None:
        x0, y0, x1, y1 = box
        left, bottom, right, top = self.crop
        if not (left - 1 <= x0 <= right and bottom - 1 <= y0 <= top):
            return
        if len(self.page.glyphs) >= MAX_GLYPHS:
            raise TooMuchError
        across, turn = matrix[:2]
        upright = across > 0 and abs(turn) < 0.3 * across  # pdfminer's own is led astray by rounding
        if not upright:
            size = x1 - x0
        if size >= MIN_SIZE:
            glyph = Glyph(text, x0, y0, x1, y1, matrix[5], size, face.number, face.bold, self.shows, upright)
            self.page.glyphs.append(glyph)


def _place(matrix: Matrix, box: Rect) -> Rect:
    """The box on the page: on almost every page type is neither turned nor slanted nor mirrored."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    if b or c or a <= 0 or d <= 0 or x1 < x0 or y1 < y0:
        return apply_matrix_rect(matrix, box)
    return a * x0 + e, d * y0 + f, a * x1 + e, d * y1 + f


class PageDrawer:
    """Draws the pages of a document one by one."""

    def __init__(self) -> None:
        resources = FontLoader()
        self._device = _Device(resources)
        self._interpreter = ContentInterpreter(resources, self._device)

    def draw(self, page: PDFPage, number: int) -> DrawnPage:
        """The page as glyphs; pdfminer's own exceptions pass through."""
        self._device.number = number
        whole = [_is_whole(stream_value(content)) for content in page.contents]
        self._interpreter.process_page(page)
        for field in shown_fields(page):
            self._draw_field(field)
        self._device.page.damaged = not all(whole)
        return self._device.page

    def _draw_field(self, field: dict[str, Any]) -> None:
        rect = [float(resolve1(number)) for number in list_value(field["Rect"])]
        appearance = appearance_of(field)
        if appearance is not None:
            self._draw_appearance(appearance, rect)
        elif (value := value_of(field)) is not None:
            self._write(value, rect)

    def _draw_appearance(self, stream: PDFStream, rect: list[float]) -> None:
        """Lets the form XObject fill the field's rectangle (ISO 32000-1, 12.5.5)."""
        box = [float(resolve1(number)) for number in list_value(stream.get("BBox") or [0, 0, 0, 0])]
        matrix: Any = tuple(float(resolve1(n)) for n in list_value(stream.get("Matrix") or (1, 0, 0, 1, 0, 0)))
        x0, y0, x1, y1 = apply_matrix_rect(matrix, (box[0], box[1], box[2], box[3]))
        across = (rect[2] - rect[0]) / (x1 - x0) if x1 > x0 else 1.0
        up = (rect[3] - rect[1]) / (y1 - y0) if y1 > y0 else 1.0
        fit: Matrix = (across, 0, 0, up, rect[0] - x0 * across, rect[1] - y0 * up)
        ctm = mult_matrix(mult_matrix(matrix, fit), self._device.page_matrix)
        resources = dict_value(stream.get("Resources") or {})
        self._interpreter.subinterp().render_contents(resources, [stream], ctm=ctm)

    def _write(self, value: str, rect: list[float]) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(self._device.page_matrix, (rect[0], rect[1], rect[2], rect[3]))
        lines = value.splitlines()
        size = min(11.0, (y1 - y0) / max(len(lines), 1) * 0.9)
        for number, line in enumerate(lines):
            top = y1 - number * size * 1.1
            end = min(x1, x0 + len(line) * size / 2)
            self._device.page.glyphs.append(Glyph(line, x0, top - size, end, top, top - 0.8 * size, size, -1, False))


def _is_whole(stream: PDFStream) -> bool:
    """Whether a content stream unpacks to its end; pdfminer makes do with what it can get."""
    if stream.rawdata is None or [getattr(name, "name", "") for name, _ in stream.get_filters()][:1] != [
        "FlateDecode"
    ]:
        return True
    raw = stream.rawdata
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        raw = stream.decipher(stream.objid, stream.genno, raw, stream.attrs)
    unpacker = zlib.decompressobj()
    try:
        size = len(unpacker.decompress(raw, MAX_CONTENT + 1))
    except zlib.error:
        return False
    if size > MAX_CONTENT:
        raise TooMuchError
    return unpacker.eof
