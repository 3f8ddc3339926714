"""Plain text → letter."""

from __future__ import annotations

from klarsprak.letter import Letter, ReadError
from klarsprak.readers.text.charset import damage, decode
from klarsprak.readers.text.columns import split_lines
from klarsprak.readers.text.paragraphs import lay_out
from klarsprak.readers.text.plain_mail import blocks_of_saved

LARGEST_TEXT = 10 * 1024 * 1024
"""Most bytes of a letter in plain text or HTML; a thousand pages."""


def read(data: bytes, source: str) -> Letter:
    """The letter in a text file of any usual character set; raises ``ReadError`` for what is no text."""
    check_size(data)
    text = decode(data)
    blocks = blocks_of_saved(text)
    if not blocks:
        blocks = lay_out(split_lines(text))
    if not blocks:
        raise ReadError("Filen är tom.")
    return Letter(source, "text", blocks, damage(text))


def check_size(data: bytes) -> None:
    """Raises ``ReadError`` for more than any letter holds."""
    if len(data) <= LARGEST_TEXT:
        return
    limit = LARGEST_TEXT // (1024 * 1024)
    raise ReadError(f"Texten är för lång. Den får vara högst {limit} MB.")
