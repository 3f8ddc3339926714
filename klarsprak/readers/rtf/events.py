"""The bytes of an RTF → its control words, its groups, and its text in Unicode: one reading for letters and mails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from klarsprak.letter import ReadError
from klarsprak.readers.rtf.code_pages import RtfFonts, codec_of
from klarsprak.readers.rtf.tokens import RtfToken, tokens

DEEPEST = 10_000
"""So many groups may stand in each other; Word's own files have some fifty."""
_TOO_DEEP = "Rtf-filen är skadad och går inte att läsa. Öppna den i Word, spara den som docx och kör igen."
_MOST_INSTEAD = 8
"""So many signs may stand for one in Unicode."""
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"-": "\u00ad"}
_WORDS = {b"\r": "par", b"\n": "par", b"\t": "tab"}
"""Control symbols that mean the same as a word."""
_FILES_OWN = -1
"""The number of no font: text in it has the file's code page."""
_HALVES = re.compile("[\ud800-\udfff]")
"""The two halves in which signs beyond the first 65,536 are written."""


class RtfKind(Enum):
    """What is met in the file."""

    TEXT = auto()
    WORD = auto()
    OPEN = auto()
    CLOSE = auto()
    MAY_SKIP = auto()
    """*\\**: who doesn't know the word that comes next leaves its group out."""


class RtfEvent(NamedTuple):
    """Text, or a control word with its number; ``end`` is where in the file it was met."""

    kind: RtfKind
    text: str = ""
    number: int | None = None
    end: int = 0


def events(data: bytes) -> Iterator[RtfEvent]:
    """What stands in the file, in its order.

    Text comes whole up to the next word or brace, be it written in bytes, in hexadecimal or in numbers, without what
    stands in for a Unicode sign.  Soft and no-break hyphens and no-break spaces are signs.  Words that only say how
    to read bytes are left out.  Raises ``ReadError`` for groups that lie absurdly deep.
    """
    return _Decoder().events(data)


class _Decoder:
    """Goes through a file once."""

    def __init__(self) -> None:
        self._fonts = RtfFonts()
        self._font = 0
        self._usual_font = 0
        self._instead = 1
        self._names_font = False
        self._around: list[tuple[int, int, bool]] = []
        self._left_out = 0
        self._bytes = bytearray()
        self._text: list[str] = []

    def events(self, data: bytes) -> Iterator[RtfEvent]:
        """What stands in the file."""
        for token in tokens(data):
            if token.text:
                self._add_bytes(token.text)
                continue
            event = self._event_of(token)
            if event is not None:
                yield from self._flushed()
                yield event
        yield from self._flushed()

    def _event_of(self, token: RtfToken) -> RtfEvent | None:
        """What a mark that is no text means to those who read; None where it only adds text, or tells how to."""
        if token.brace:
            return self._take_brace(token)
        word = token.word or _WORDS.get(token.symbol, "")
        if token.symbol == b"*":
            self._names_font = False  # such as a font's other name
            return RtfEvent(RtfKind.MAY_SKIP)
        sign = _SIGNS.get(word) or _SYMBOLS.get(token.symbol)
        if sign is not None:
            self._add_sign(sign)
            return None
        return self._take_word(word, token) if word else None

    def _take_word(self, word: str, token: RtfToken) -> RtfEvent | None:
        """Do what a word says of bytes and signs; the others, and a few of these, are for those who read."""
        order = _ORDERS.get(word)
        if order is not None:
            order(self, token.number)
        if order is not None and word not in _TOLD_TOO:
            return None
        return RtfEvent(RtfKind.WORD, word, token.number, token.end)

    def _take_brace(self, token: RtfToken) -> RtfEvent:
        """A group begins or ends; the text before it was in the fonts of the one that is left."""
        self._decode()
        self._left_out = 0
        if token.brace == b"{":
            if len(self._around) >= DEEPEST:
                raise ReadError(_TOO_DEEP)
            self._around.append((self._font, self._instead, self._names_font))
            return RtfEvent(RtfKind.OPEN, end=token.end)
        if self._around:
            self._font, self._instead, self._names_font = self._around.pop()
        return RtfEvent(RtfKind.CLOSE, end=token.end)

    # --- text

    def _add_bytes(self, data: bytes) -> None:
        """Add text, but for what stands in for a Unicode sign."""
        if self._left_out:
            data, self._left_out = data[self._left_out :], max(0, self._left_out - len(data))
        self._bytes += data

    def _add_sign(self, sign: str) -> None:
        """Add a sign that a word stands for, unless it stands in for a Unicode one itself."""
        if self._left_out:
            self._left_out -= 1
            return
        self._decode()
        self._text.append(sign)

    def _decode(self) -> None:
        """Decode the bytes that have come together: a sign may be of two."""
        if not self._bytes:
            return
        text = self._fonts.decode(self._font, bytes(self._bytes))
        self._bytes.clear()
        self._text.append(text)
        if self._names_font:
            self._fonts.set_name(self._font, text)

    def _flushed(self) -> Iterator[RtfEvent]:
        """The text that has come together."""
        self._decode()
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        yield RtfEvent(RtfKind.TEXT, text if text.isascii() else _joined(text))

    # --- words that say how to read

    def _choose_page(self, number: int | None) -> None:
        self._decode()
        self._fonts.page = codec_of(number or 0)

    def _choose_mac(self, _: int | None) -> None:
        self._fonts.page = "mac_roman"

    def _choose_dos(self, _: int | None) -> None:
        self._fonts.page = "cp437"

    def _choose_later_dos(self, _: int | None) -> None:
        self._fonts.page = "cp850"

    def _choose_font(self, number: int | None) -> None:
        self._decode()
        self._font = number or 0

    def _choose_usual_font(self, number: int | None) -> None:
        self._usual_font = self._font = number or 0

    def _choose_own_page(self, _: int | None) -> None:
        self._decode()
        self._font = _FILES_OWN

    def _begin_plain(self, _: int | None) -> None:
        self._choose_font(self._usual_font)

    def _begin_fonts(self, _: int | None) -> None:
        self._names_font = True

    def _set_charset(self, number: int | None) -> None:
        self._fonts.set_charset(self._font, number or 0)

    def _set_font_page(self, number: int | None) -> None:
        self._fonts.set_page(self._font, number or 0)

    def _set_instead(self, number: int | None) -> None:
        self._instead = min(max(number or 0, 0), _MOST_INSTEAD)

    def _add_unicode(self, number: int | None) -> None:
        """A sign by its number; a negative one is 65,536 less than it should be."""
        self._decode()
        code = number or 0
        sign = chr(code if 0 <= code <= 0x10FFFF else code % 0x10000)
        if sign >= " ":
            self._text.append(self._fonts.show(self._font, sign))
        self._left_out = self._instead


def _joined(text: str) -> str:
    """Text whose signs are whole: one of those beyond the first 65,536 is written as two halves."""
    if _HALVES.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_ORDERS: dict[str, Callable[[_Decoder, int | None], None]] = {
    "ansicpg": _Decoder._choose_page,
    "cpg": _Decoder._set_font_page,
    "deff": _Decoder._choose_usual_font,
    "f": _Decoder._choose_font,
    "fcharset": _Decoder._set_charset,
    "fonttbl": _Decoder._begin_fonts,
    "htmltag": _Decoder._choose_own_page,
    "mac": _Decoder._choose_mac,
    "pc": _Decoder._choose_dos,
    "pca": _Decoder._choose_later_dos,
    "plain": _Decoder._begin_plain,
    "u": _Decoder._add_unicode,
    "uc": _Decoder._set_instead,
}
_TOLD_TOO = ("fonttbl", "htmltag", "plain")
"""Words that say more than how to read."""
