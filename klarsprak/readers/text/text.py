"""Plain text → letter."""

from __future__ import annotations

from klarsprak.letter import Letter, ReadError
from klarsprak.readers.text.charset import damage, decode
from klarsprak.readers.text.columns import split_lines
from klarsprak.readers.text.paragraphs import lay_out
from klarsprak.readers.text.plain_mail import blocks_of_saved
from klarsprak.swedish import number

LARGEST_TEXT = 10 * 1024 * 1024
"""Most bytes of a letter in plain text or HTML; a thousand pages."""
MOST_LINES = 200_000
"""Most lines of such a letter; each becomes a hundred times its size while the letter is read."""
MOST_TAGS = 1_000_000
"""Most tags of a letter in HTML."""


def read(data: bytes, source: str) -> Letter:
    """The letter in a text file of any usual character set; raises ``ReadError`` for what is no text."""
    check_size(data)
    text = decode(data)
    blocks = blocks_of_saved(text)
    if not blocks:
        blocks = lay_out(split_lines(text))
    if not blocks:
        raise ReadError("Filen har ingen text att granska." if text.strip() else "Filen är tom.")
    return Letter(source, "text", blocks, damage(text))


def check_size(data: bytes) -> None:
    """Raises ``ReadError`` for more than any letter holds."""
    if len(data) > LARGEST_TEXT:
        limit = LARGEST_TEXT // (1024 * 1024)
        raise ReadError(f"Texten är för lång. Den får vara högst {limit} MB.")
    if max(data.count(b"\n"), data.count(b"\r")) > MOST_LINES:
        raise ReadError(f"Texten har för många rader. Den får ha högst {number(MOST_LINES)}. Dela den.")
    if data.count(b"<") > MOST_TAGS:
        raise ReadError(f"Texten har för många taggar. Den får ha högst {number(MOST_TAGS)}. Dela den.")
