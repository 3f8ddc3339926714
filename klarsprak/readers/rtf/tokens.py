"""The marks that RTF is written with: control words, control symbols, braces and bytes of text."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,32})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}]+)|\\")
"""*\\par*, *\\fs24* with the space that ends it; *\\'e5*; *\\~*; a brace; text; a lone backslash at the end."""
_NO_TEXT = bytes({*range(32), 127} - {ord("\t")})
"""Bytes of text that say nothing: line ends are the file's own, and no letter has other control signs."""
_LARGEST_NUMBER = 2**31 - 1


class RtfToken(NamedTuple):
    """One mark: of ``word``, ``symbol``, ``brace`` and ``text`` all but one are empty, or all of them."""

    word: str
    """A control word without its backslash: *par*."""
    number: int | None
    """The control word's number, within 32 bits."""
    symbol: bytes
    """The sign after the backslash of a control symbol: *~*, *\\**."""
    brace: bytes
    text: bytes
    """Bytes of text, those that are written in hexadecimal too, without line ends."""
    end: int
    """Where in the file it ends."""


def tokens(data: bytes) -> Iterator[RtfToken]:
    """The marks in a file, but for the raw bytes after *\\bin*, be they as many as the file says or as there are."""
    start: int | None = 0
    while start is not None:
        start = yield from _until_raw_bytes(data, start)


def _until_raw_bytes(data: bytes, start: int) -> Generator[RtfToken, None, int | None]:
    """The marks from there to the next *\\bin*; gives where its bytes end, or None at the end of the file."""
    for match in _TOKEN.finditer(data, start):
        word, digits, sign, symbol, brace, text = match.groups(b"")
        number = _number(digits)
        if word == b"bin":
            return match.end() + max(number or 0, 0)
        said = text or (bytes((int(sign, 16),)) if sign else b"")
        yield RtfToken(word.decode("ascii"), number, symbol, brace, said.translate(None, _NO_TEXT), match.end())
    return None


def _number(digits: bytes) -> int | None:
    """The number in a control word's digits; None where it has none."""
    if not digits:
        return None
    return min(max(int(digits), -_LARGEST_NUMBER), _LARGEST_NUMBER)
