"""A rich text file as a whole: a letter, or a page in HTML that Outlook has packed so."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from klarsprak.letter import Block, Letter, ReadError
from klarsprak.readers.html.page import blocks_of_html
from klarsprak.readers.rtf.events import events
from klarsprak.readers.rtf.page import holds_page, page_of_rtf
from klarsprak.readers.rtf.reader import RtfReader
from klarsprak.readers.rtf.words import BODY, NOWHERE
from klarsprak.readers.text.charset import damage
from klarsprak.readers.text.text import check_size

_CUT_OFF = "Rtf-filen är avkortad eller skadad. Det som saknas är inte granskat. Öppna den i Word och jämför."
_MORE = "Rtf-filen har mer innehåll efter sitt slut. Det syns inte i Word och är inte granskat."
_JUNK = "Rtf-filen är skadad och går inte att läsa. Öppna den i Word, spara den som docx och kör igen."
_EMPTY_PAGE = "Rtf-filen har ingen text. Kontrollera att det är rätt fil."
_NO_WORDS = b"\0\x1a\r\n\t "
"""What programs leave after a file's end."""


def letter_of(data: bytes, source: str) -> Letter:
    """The letter; raises ``ReadError`` as ``read`` does."""
    if holds_page(data):
        return _letter_of_page(data, source)
    reader = RtfReader(BODY, NOWHERE)
    reader.walk(events(data))
    blocks = reader.blocks()
    notes = [*reader.problems, *_notes_of_end(data, reader.end)]
    reader.pictures.refuse_without_text(blocks, reader.problems, reader.is_cut_off)
    return Letter(source, "rtf", blocks, [*notes, *reader.pictures.note_full_pages(), *_damage(blocks)])


def _letter_of_page(data: bytes, source: str) -> Letter:
    """The letter in a page that the file was made of."""
    check_size(data)
    notes = [] if data.rstrip(_NO_WORDS).endswith(b"}") else [_CUT_OFF]
    blocks = blocks_of_html(normalize("NFC", page_of_rtf(data)), notes)
    if not blocks:
        raise ReadError(_EMPTY_PAGE)
    return Letter(source, "rtf", blocks, [*notes, *_damage(blocks)])


def _notes_of_end(data: bytes, end: int | None) -> Iterator[str]:
    """That the file has no end, or goes on after it."""
    if end is None:
        yield _CUT_OFF
    elif data[end:].strip(_NO_WORDS + b"}"):
        yield _MORE


def _damage(blocks: list[Block]) -> list[str]:
    """A note where some bytes are no signs; raises ``ReadError`` where many aren't."""
    text = "\n".join(block.text for block in blocks)
    if text.count("\ufffd") > max(3, len(text) // 50):
        raise ReadError(_JUNK)
    return damage(text)
