"""Pages without a text layer: scanned, or with their text turned into outlines."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.letter import ReadError
from klarsprak.readers.pdf.page import DrawnPage, name_pages, text_of

IMAGE_SHARE = 0.4
"""Least part of a page under images that makes it a scan, if there is next to no text on it."""
OUTLINES = 300
"""Least number of drawn paths that may be text in outline."""
FEW_LETTERS = 60
"""A stamp or page number put on a scanned page has fewer letters."""

_EMPTY = "Pdf-filen har ingen text. Kontrollera att det är rätt fil."
_IMAGE = (
    "Pdf-filen är en bild utan text, till exempel en inskannad sida. Skapa om den från Word, eller kör "
    "textigenkänning (OCR) på den först."
)


def note_scans(pages: Sequence[DrawnPage]) -> list[str]:
    """Swedish notes that name the pages whose text is in an image, such as *sidan 2*.

    Raises ``ReadError`` where no page has text, or all are scans.
    """
    scans = list(filter(_is_scan, pages))
    letters = sum(map(_count_letters, pages))
    if not letters or len(scans) == len(pages):
        raise ReadError(_IMAGE if scans else _EMPTY)
    if not scans:
        return []
    numbers = [page.number for page in scans]
    return [f"På {name_pages(numbers)} är texten en bild. Den är inte granskad."]


def _is_scan(page: DrawnPage) -> bool:
    """Whether a page has next to no text, but what may show some.

    A fax or a photograph of a letter is one image; some programs export each letter as a curve.
    """
    if _count_letters(page) >= FEW_LETTERS:
        return False
    is_image = page.image_share > IMAGE_SHARE
    return is_image or page.drawings > OUTLINES


def _count_letters(page: DrawnPage) -> int:
    """How many letters the page's text layer has; digits and signs also stand on scans, as *Sida 1 (3)*."""
    text = text_of(page.glyphs)
    return sum(map(str.isalpha, text))
