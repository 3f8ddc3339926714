"""Word documents that hold pictures where the text should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klarsprak.letter import Block, ReadError
from klarsprak.readers.docx.markup import Element
from klarsprak.readers.scanned import FEW_LETTERS, FULL_PAGE, LARGE, MOST_OF_PAGE, count_letters, outside_margins

PAGE = 21.0 * 29.7 * 360_000**2
"""Area of an A4 page in EMU, the unit of Word's drawings: 360,000 to a centimetre."""

_EMPTY = "Word-dokumentet har ingen text. Kontrollera att det är rätt fil."
_PICTURES = (
    "Word-dokumentet har bilder och nästan ingen text, till exempel inskannade sidor. Skriv texten i Word, eller kör "
    "textigenkänning (OCR) på bilderna först."
)


def refuse_without_text(blocks: Iterable[Block], body: Element, notes: Iterable[str]) -> None:
    """Raises ``ReadError`` for a document of pictures only, and for one without any text.

    ``notes`` say in Swedish what could not be read: where nothing else is there, the first of them is the reason.
    """
    own = list(blocks)
    letters = count_letters(outside_margins(own))
    if letters >= FEW_LETTERS:
        return
    if _show_pages(body) if letters else _has_pictures(body):
        raise ReadError(_PICTURES)
    if not count_letters(own):
        raise ReadError(next(iter(notes), _EMPTY))


def note_full_pages(body: Element) -> Iterator[str]:
    """That nobody reads a picture which fills the better part of a page: a scanned page, or a photograph."""
    if any(area > MOST_OF_PAGE * PAGE for area in _areas(body)):
        yield FULL_PAGE


def _has_pictures(body: Element) -> bool:
    """Whether there is a picture at all, of today's kind, of Word 97's, or an object that shows itself as one."""
    return next(body.iter("{*}pic", "{*}imagedata", "{*}blip"), None) is not None


def _show_pages(body: Element) -> bool:
    """Whether the pictures together would fill a good part of a page; a logotype or a signature doesn't."""
    return sum(_areas(body)) > LARGE * PAGE


def _areas(body: Element) -> Iterator[float]:
    """The area of each drawing that holds a picture, in square EMU: ``<wp:extent cx="5760000" cy="7920000"/>``."""
    for extent in body.iter("{*}extent"):
        drawing = extent.getparent()
        sides = extent.get("cx", ""), extent.get("cy", "")
        if drawing is not None and all(map(str.isdecimal, sides)) and _has_pictures(drawing):
            across, up = map(float, sides)
            yield across * up
