"""Safe fixes in a plain text file, which keeps its character set and its line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple
from unicodedata import normalize

from klarsprak.editing.fixes import Fix
from klarsprak.letter import Letter, Place, ReadError
from klarsprak.readers.text.charset import decode
from klarsprak.readers.text.composing import origins

_CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "latin-1", "mac_roman", "cp850")
_MARK = "\ufeff"
_LAYOUT = re.compile("[\\s\u00a0\u00ad\u200b\u200e\u200f\u2060\u2011\ufeff-]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")
_REST_OF_WORD = re.compile(r"\S*[ \t]*")


class TextFile(NamedTuple):
    """A text file's content, and the character set that it is written in."""

    text: str
    charset: str

    def encoded(self) -> bytes:
        """The file's bytes; raises ``ReadError`` for a text that the character set can't hold."""
        try:
            return self.text.encode(self.charset)
        except UnicodeEncodeError as error:
            sign = self.text[error.start]
            raise ReadError(f"Filens teckenkodning saknar tecknet ”{sign}”. Spara filen som UTF-8 först.") from error


def open_text(data: bytes) -> TextFile:
    """The text as it is written, byte order mark and all; raises ``ReadError``."""
    known = decode(data).rstrip("\x1a\x00")
    for charset in _CHARSETS:
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        if normalize("NFC", text.removeprefix(_MARK)).rstrip("\x1a\x00") == known:
            return TextFile(text, charset)
    raise ReadError("Filen har tecken som inte går att skriva tillbaka. Spara den som UTF-8 och försök igen.")


def fixed(file: TextFile, letter: Letter, fixes: list[Fix]) -> tuple[TextFile, list[Fix]]:
    """The file with the fixes put in, and those that were.

    One is left out where the file's text isn't plainly the words that the finding names.
    """
    lines = _Lines(file.text)
    text, made = file.text, []
    for start, end, fix in sorted(_stretches(lines, letter, fixes), reverse=True):
        if _squeezed(text[start:end]) == _squeezed(fix.old):
            text = _replaced(text, start, end, fix.new)
            made.append(fix)
    return TextFile(text, file.charset), made[::-1]


def diff(old: TextFile, new: TextFile, name: str) -> Iterator[str]:
    """A unified diff, line by line."""
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", file.text.removeprefix(_MARK)) for file in (old, new))
    for line in unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


class _Lines:
    """Where the lines of a text begin, and where in it a column stands."""

    def __init__(self, text: str) -> None:
        first = int(text.startswith(_MARK))
        ends = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [first, *(end for _, end in ends)]
        self._texts = [
            text[a:b] for a, b in zip(self._starts, [*(start for start, _ in ends), len(text)], strict=True)
        ]

    def stretch(self, place: Place, offset: int) -> tuple[int, int] | None:
        """The stretch of the text that the block's code point at ``offset`` stands for."""
        line, column = place.at(offset).line, place.at(offset).column
        if line is None or column is None or line > len(self._starts):
            return None
        composed = origins(self._texts[line - 1])
        if column > len(composed):
            return None
        start, end = composed[column - 1]
        return self._starts[line - 1] + start, self._starts[line - 1] + end


def _stretches(lines: _Lines, letter: Letter, fixes: list[Fix]) -> Iterator[tuple[int, int, Fix]]:
    for fix in fixes:
        place = letter.blocks[fix.block].place
        first, last = lines.stretch(place, fix.start), lines.stretch(place, fix.end - 1)
        if first is not None and last is not None:
            yield first[0], last[1], fix


def _squeezed(text: str) -> str:
    return normalize("NFC", _LAYOUT.sub("", text))


def _replaced(text: str, start: int, end: int, new: str) -> str:
    """The text with ``new`` in it; a line end within the words comes after the word that they end."""
    line_end = _BREAK.search(text, start, end)
    if line_end is None:
        return text[:start] + new + text[end:]
    rest = _REST_OF_WORD.match(text, end)
    assert rest is not None
    if not text[rest.end() :].strip(" \t") or _LINE_END.match(text, rest.end()):
        return text[:start] + new + text[end:]  # nothing follows on the line
    return text[:start] + new + rest.group().rstrip() + line_end.group() + text[rest.end() :]
