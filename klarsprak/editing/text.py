"""Safe fixes in a plain text file, which keeps its character set and its line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple
from unicodedata import normalize

from klarsprak.editing.fixes import Fix
from klarsprak.letter import Letter, ReadError
from klarsprak.readers.text.charset import decode
from klarsprak.readers.text.line import LINE_END
from klarsprak.readers.text.stretches import BYTE_ORDER_MARK, LineStretches

_CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "latin-1", "mac_roman", "cp850")
_LAYOUT = re.compile("[\\s\u00a0\u00ad\u200b\u200e\u200f\u2060\u2011\ufeff-]")
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
        if normalize("NFC", text.removeprefix(BYTE_ORDER_MARK)).rstrip("\x1a\x00") == known:
            return TextFile(text, charset)
    raise ReadError("Filen har tecken som inte går att skriva tillbaka. Spara den som UTF-8 och försök igen.")


def fixed(file: TextFile, letter: Letter, fixes: list[Fix]) -> tuple[TextFile, list[Fix]]:
    """The file with the fixes put in, and those that were.

    One is left out where the file's text isn't plainly the words that the finding names, or its character set lacks a
    sign of what is to be written: DOS has no dash.
    """
    text = file.text
    made: list[Fix] = []
    stretches = sorted(_stretches(LineStretches(text), letter, fixes), reverse=True)
    for start, end, fix in stretches:  # from the end on: what stands before a change keeps its place
        if _squeezed(text[start:end]) == _squeezed(fix.old) and _can_hold(file.charset, fix.new):
            text = replaced(text, start, end, fix.new)
            made.append(fix)
    return TextFile(text, file.charset), made[::-1]


def _can_hold(charset: str, text: str) -> bool:
    """Whether the character set has every sign of the text.

    >>> _can_hold("cp850", "8 §"), _can_hold("cp850", "9–12")
    (True, False)
    """
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def diff(old: TextFile, new: TextFile, name: str) -> Iterator[str]:
    """A unified diff, line by line."""
    for line in unified_diff(_lines_of(old), _lines_of(new), name, name):
        is_whole = line.endswith("\n")
        yield line if is_whole else line + "\n\\ No newline at end of file\n"


def _lines_of(file: TextFile) -> list[str]:
    """The file's lines with their line feeds; other line ends stand within them.

    >>> _lines_of(TextFile("ett\\r\\ntvå\\rtre", "utf-8"))
    ['ett\\r\\n', 'två\\rtre']
    """
    return re.findall(r"[^\n]*\n|[^\n]+", file.text.removeprefix(BYTE_ORDER_MARK))


def _stretches(lines: LineStretches, letter: Letter, fixes: list[Fix]) -> Iterator[tuple[int, int, Fix]]:
    """Where in the file's text each fix begins and ends, as far as the file has such lines and columns."""
    for fix in fixes:
        place = letter.blocks[fix.block].place
        first = lines.stretch(place, fix.start)
        last = lines.stretch(place, fix.end - 1)
        if first is not None and last is not None:
            yield first[0], last[1], fix


def _squeezed(text: str) -> str:
    """The text without what only lays it out: spaces, line ends, hyphens.

    >>> _squeezed("dröjs-\\n mål")
    'dröjsmål'
    """
    return normalize("NFC", _LAYOUT.sub("", text))


def replaced(text: str, start: int, end: int, new: str) -> str:
    """The text with ``new`` in it; a line end within the words comes after the word that they end.

    >>> replaced("i enlighet\\nmed lagen", 0, 14, "enligt")
    'enligt\\nlagen'
    >>> replaced("i enlighet\\nmed, lagen", 0, 14, "enligt")
    'enligt,\\nlagen'
    """
    line_end = _BREAK.search(text, start, end)
    rest_of_word = _REST_OF_WORD.match(text, end)
    if line_end is None or rest_of_word is None or _ends_line(text[rest_of_word.end() :]):
        return text[:start] + new + text[end:]
    rest, following = rest_of_word.group().rstrip(), text[rest_of_word.end() :]
    return text[:start] + new + rest + line_end.group() + following


def _ends_line(after: str) -> bool:
    """Whether nothing follows on the line."""
    return not after.strip(" \t") or LINE_END.match(after) is not None
