"""OpenDocument texts that hold pictures where the text should be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klarsprak.letter import Block, ReadError
from klarsprak.readers.odt.markup import DRAW, SVG, Element
from klarsprak.readers.scanned import FEW_LETTERS, FULL_PAGE, LARGE, MOST_OF_PAGE, count_letters, outside_margins

_PAGE = 21.0 * 29.7
"""Area of an A4 page in square centimetres."""
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt)")
"""A length: *17.5cm*."""
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}

_EMPTY = "Dokumentet har ingen text. Kontrollera att det är rätt fil."
_PICTURES = (
    "Dokumentet har bilder och nästan ingen text, till exempel inskannade sidor. Skriv texten i dokumentet, eller "
    "kör textigenkänning (OCR) på bilderna först."
)


def refuse_without_text(blocks: Iterable[Block], text: Element, notes: Iterable[str]) -> None:
    """Raises ``ReadError`` for a document of pictures only, and for one without any text.

    ``notes`` say in Swedish what could not be read: where nothing else is there, the first of them is the reason.
    """
    own = list(blocks)
    letters = count_letters(outside_margins(own))
    if letters >= FEW_LETTERS:
        return
    areas = list(_areas(text))
    fills_page = sum(areas) > LARGE * _PAGE
    if fills_page or (areas and not letters):
        raise ReadError(_PICTURES)
    if not count_letters(own):
        raise ReadError(next(iter(notes), _EMPTY))


def note_full_pages(text: Element) -> Iterator[str]:
    """That nobody reads a picture which fills the better part of a page: a scanned page, or a photograph."""
    if any(area > MOST_OF_PAGE * _PAGE for area in _areas(text)):
        yield FULL_PAGE


def _areas(text: Element) -> Iterator[float]:
    """The area of each picture in square centimetres: ``<draw:frame svg:width="17cm" svg:height="24cm">``."""
    for image in text.iter(DRAW + "image"):
        frame = image.getparent()
        if frame is not None:
            yield _length(frame, "width") * _length(frame, "height")


def _length(frame: Element, side: str) -> float:
    """A side of a frame in centimetres; 0 where the file gives none."""
    found = _LENGTH.fullmatch(frame.get(SVG + side, ""))
    return float(found[1]) * _CENTIMETRES[found[2]] if found else 0.0
