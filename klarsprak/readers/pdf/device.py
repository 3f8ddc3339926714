"""Collects what is drawn on a page: pdfminer's device, without the objects that nobody asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_rect

from klarsprak.readers.pdf.fonts import FontLoader
from klarsprak.readers.pdf.objects import TooMuchError
from klarsprak.readers.pdf.page import DrawnPage, Glyph, RuledLine
from klarsprak.readers.pdf.signs import BULLET

MAX_GLYPHS = 60_000
"""Most glyphs on a page; a dense A4 page has 8,000."""
MIN_SIZE = 0.5
"""Least size of type that can be seen, in points."""
MAX_FIGURES = 5_000
"""Most form XObjects and images on a page: nested ones can be made to multiply without end."""
THIN, LONG = 3, 20
"""A ruled line is thinner and longer than this, in points; narrower frames are boxes to tick."""

_SPACE = 32
"""The code whose width word spacing is added to, whatever it shows (ISO 32000-1, 9.3.3)."""
_BOLD_WORDS = ("bold", "black", "heavy", "fet", "semibd", "demi")

_UNUSED = {f"(cid:{code})" for code in (127, 129, 141, 143, 144, 157)}
"""The codes that Windows' encoding leaves free; they show a bullet (ISO 32000-1, D.2)."""


class _Face(NamedTuple):
    """A font, and what has been asked of it; holding it keeps its ``id`` its own."""

    number: int
    bold: bool
    font: PDFFont
    descent: float
    signs: dict[int, tuple[str, float]]
    """Character and width of a code."""


class _Row(NamedTuple):
    """What holds for all characters that an operator shows side by side; of the page, but for how wide it draws."""

    across: float
    """How wide it draws what is one wide, and how far in."""
    aside: float
    y0: float
    y1: float
    base: float
    size: float
    face: _Face


class GlyphDevice(PDFLayoutAnalyzer):
    """Collects the glyphs, ruled lines and images of one page after another.

    Set ``number`` before each page; after it ``page`` holds what was drawn, and ``page_matrix`` leads from the page's
    own coordinates to those of ``page``.
    """

    def __init__(self, resources: FontLoader) -> None:
        super().__init__(resources)
        self.number = 0
        self.page = DrawnPage(0, 0, 0)
        self.page_matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self._crop: Rect = (0, 0, 0, 0)
        self._faces: dict[int, _Face] = {}
        self._figures = 0
        self._shows = 0
        self._outer: list[Matrix] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """A page starts."""
        super().begin_page(page, ctm)
        self.page_matrix = ctm
        self._figures = 0
        self._stack.clear()  # a page that broke off within a figure never ended it
        self._outer.clear()
        self._crop = apply_matrix_rect(ctm, page.cropbox)
        self.page = DrawnPage(self.number, self.cur_item.width, self.cur_item.height)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """A form XObject or an image starts."""
        self._figures += 1
        if self._figures > MAX_FIGURES:
            raise TooMuchError
        self._outer.append(self.ctm)
        super().begin_figure(name, bbox, matrix)

    def end_figure(self, _: str) -> None:
        """It is over; pdfminer leaves its matrix behind."""
        super().end_figure(_)
        self.set_ctm(self._outer.pop())

    def render_image(self, name: str, stream: PDFStream) -> None:
        """An image: a square of one by one that the matrix draws out; only what lies on the page counts."""
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        left, bottom, right, top = self._crop
        width = min(x1, right) - max(x0, left)
        height = min(y1, top) - max(y0, bottom)
        seen = max(0.0, width) * max(0.0, height)
        whole = self.page.width * self.page.height
        self.page.image_share += seen / max(whole, 1)

    def paint_path(
        self, gstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        """A path: ruled lines, or some drawing."""
        points = [segment[-2:] for segment in path if len(segment) > 2]
        if not points:
            return
        box = self._place_points(points)
        ruled = _find_ruled(box, path, stroke, fill)
        self.page.ruled_lines += ruled
        if not ruled:
            self.page.drawings += 1

    def _place_points(self, points: Sequence[Sequence[Any]]) -> Rect:
        """The box on the page around some points."""
        xs, ys = zip(*points, strict=True)
        across = list(map(float, xs))
        up = list(map(float, ys))
        box = (min(across), min(up), max(across), max(up))
        return apply_matrix_rect(self.ctm, box)

    def render_string(self, *shown: Any, **named: Any) -> None:
        """An operator shows text."""
        self._shows += 1
        super().render_string(*shown, **named)

    def render_string_horizontal(
        self, seq: PDFTextSeq, matrix: Matrix, pos: Point, font: PDFFont, *how: Any
    ) -> Point:
        """Text from left to right, which nearly all is: what holds for all its characters is worked out once.

        This is most of the time that a PDF takes.  pdfminer's own way, from character to character, is gone only
        where type is turned, slanted or mirrored.
        """
        size, scaling, charspace, wordspace, rise, step = how[:6]
        if not _is_straight(matrix) or size < 0:
            return super().render_string_horizontal(seq, matrix, pos, font, *how)
        face = self._faces.get(id(font)) or self._add_face(font)
        x, y = pos
        row = _row(face, matrix, y, face.descent * size + rise, size)
        between: float = 0
        for shown in seq:
            if isinstance(shown, bytes):
                for code in font.decode(shown):
                    x += between
                    text, width = face.signs.get(code) or self._add_sign(face, code)
                    advance = width * size * scaling
                    self._keep_upright(text, x, advance, row)
                    x += advance
                    if code == _SPACE:
                        x += wordspace
                    between = charspace
            elif isinstance(shown, int | float):
                x -= shown * step
                between = charspace
        return x, y

    def _keep_upright(self, text: str, x: float, advance: float, row: _Row) -> None:
        """Puts a character of a row on the page, unless it stands outside or can't be seen.

        Raises ``TooMuchError`` beyond ``MAX_GLYPHS``.
        """
        across, aside, y0, y1, base, size, face = row
        x0 = x * across + aside
        x1 = across * advance + x0
        if x1 < x0:
            x0, x1 = x1, x0
        left, bottom, right, top = self._crop
        if not (left - 1 <= x0 <= right and bottom - 1 <= y0 <= top) or size < MIN_SIZE:
            return
        glyphs = self.page.glyphs
        if len(glyphs) >= MAX_GLYPHS:
            raise TooMuchError
        glyphs.append(Glyph(text, x0, y0, x1, y1, base, size, face.number, face.bold, self._shows))

    def render_char(
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
        """A character; returns how far it goes on to the next one."""
        face = self._faces.get(id(font)) or self._add_face(font)
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
        """A font that comes for the first time; its name says whether it is bold.

        *Arial-BoldMT* and *GaramondHalvfet* are.
        """
        name = font.fontname.lower()
        bold = any(word in name for word in _BOLD_WORDS)
        number = len(self._faces)
        face = _Face(number, bold, font, font.get_descent(), {})
        self._faces[id(font)] = face
        return face

    def _add_sign(self, face: _Face, cid: int) -> tuple[str, float]:
        """Character and width of a code that comes for the first time in its font."""
        try:
            text = normalize("NFC", face.font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(face.font, cid)
        if text in _UNUSED and isinstance(face.font, PDFSimpleFont):
            text = BULLET
        width = face.font.char_width(cid)
        face.signs[cid] = (text, width)
        return text, width

    def _keep(self, text: str, face: _Face, box: Rect, matrix: Matrix, size: float) -> None:
        """Puts a character on the page, unless it stands outside or can't be seen; ``size`` is its box's height.

        Raises ``TooMuchError`` beyond ``MAX_GLYPHS``.
        """
        x0, y0, x1, y1 = box
        left, bottom, right, top = self._crop
        if not (left - 1 <= x0 <= right and bottom - 1 <= y0 <= top):
            return
        if len(self.page.glyphs) >= MAX_GLYPHS:
            raise TooMuchError
        across, turn = matrix[:2]
        upright = across > 0 and abs(turn) < 0.3 * across  # pdfminer's own is led astray by rounding
        if not upright:
            size = x1 - x0
        if size >= MIN_SIZE:
            glyph = Glyph(text, x0, y0, x1, y1, matrix[5], size, face.number, face.bold, self._shows, upright)
            self.page.glyphs.append(glyph)


def _find_ruled(box: Rect, path: Sequence[PathSegment], stroke: bool, fill: bool) -> list[RuledLine]:
    """The ruled lines that a path in this box is: one, the two of a cell's frame, or none.

    Thin ones are often rectangles that are filled, so that they get the same width everywhere.
    """
    x0, y0, x1, y1 = box
    if x1 - x0 <= LONG:
        return []
    if y1 - y0 < THIN and (stroke or fill):
        return [RuledLine(x0, x1, (y0 + y1) / 2)]
    if stroke and _is_frame(path):
        return [RuledLine(x0, x1, y0), RuledLine(x0, x1, y1)]
    return []


def _is_frame(path: Sequence[PathSegment]) -> bool:
    """Whether a path is a rectangle, such as the frame of a cell: of four sides, and without curves.

    The last side may be drawn, or left to the operator that closes the path.
    """
    corners = sum(len(segment) > 2 for segment in path)
    if corners not in (4, 5):
        return False
    return all(segment[0] != "c" for segment in path)


def _is_straight(matrix: Matrix) -> bool:
    """Whether what is drawn so is neither turned nor slanted nor mirrored."""
    a, b, c, d, _, _ = matrix
    return a > 0 and d > 0 and not b and not c


def _row(face: _Face, matrix: Matrix, y: float, low: float, size: float) -> _Row:
    """The row of straight type at height ``y``, whose characters reach from ``low`` on up."""
    across, _, _, up, aside, above = matrix
    base = y * up + above
    y0, y1 = up * low + base, up * (low + size) + base
    return _Row(across, aside, y0, y1, base, y1 - y0, face)


def _place(matrix: Matrix, box: Rect) -> Rect:
    """The box on the page.

    On almost every page type is neither turned nor slanted nor mirrored, and its size isn't negative: then two
    corners are enough.
    """
    a, _, _, d, e, f = matrix
    x0, y0, x1, y1 = box
    if _is_straight(matrix) and x0 <= x1 and y0 <= y1:
        return a * x0 + e, d * y0 + f, a * x1 + e, d * y1 + f
    return apply_matrix_rect(matrix, box)
