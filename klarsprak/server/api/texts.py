"""A file's text, to be written on in an editor."""

from __future__ import annotations

from typing import Any

from klarsprak.letter import Letter, Role, Unreadable
from klarsprak.readers import read_bytes
from klarsprak.readers.text.charset import decode
from klarsprak.readers.text.stretches import BYTE_ORDER_MARK
from klarsprak.server.api.as_text import as_text
from klarsprak.server.api.questions import FileQuestion

_QUOTED = "Tidigare mejl i tråden är inte med: de granskas inte."


def text_of(question: FileQuestion) -> dict[str, Any]:
    """The text of the letter in a file, and of those attached to it."""
    letters = read_bytes(question.data, question.name)
    return {"letters": [_letter(each, question.data) for each in letters]}


def _letter(letter: Letter | Unreadable, data: bytes) -> dict[str, Any]:
    """One letter's part of the answer; ``error`` says why there is no text."""
    about = {"file": letter.source, "format": letter.format}
    if isinstance(letter, Unreadable):
        return {**about, "text": "", "notes": [], "error": letter.reason}
    return {**about, "text": _text(letter, data), "notes": [*letter.notes, *_left_out(letter)], "error": None}


def _text(letter: Letter, data: bytes) -> str:
    """A text file's as it is written, line by line."""
    if letter.format == "text" and "#" not in letter.source:
        return decode(data).removeprefix(BYTE_ORDER_MARK).rstrip("\x1a\x00")
    return as_text(letter)


def _left_out(letter: Letter) -> list[str]:
    """What the writer is told of text that isn't shown."""
    has_quoted = any(block.role is Role.QUOTED for block in letter.blocks)
    return [_QUOTED] if has_quoted else []
