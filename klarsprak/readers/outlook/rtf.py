"""The text of a mail that Outlook keeps as compressed RTF → a page, be it the page that the RTF was made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

import compressed_rtf

from klarsprak.letter import ReadError
from klarsprak.readers.text.text import check_size

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_LARGEST_RATIO = 20
_SMALL = 2**20
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object filetbl listtable listoverridetable revtbl rsidtbl generator"
    " themedata datastore header footer headerl headerr footerl footerr xmlnstbl latentstyles".split()
)
"""Groups that hold no text of the mail."""
_SIGNS = {
    "tab": "\t",
    "cell": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
}
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"-": "\u00ad"}
_PAGES = {128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 177: 1255, 178: 1256, 186: 1257, 204: 1251}
_PAGES |= {222: 874, 238: 1250}
"""Code pages of the fonts' character sets; the others have the file's own."""
_BROKEN = "Mejlets text är skadad och går inte att läsa. Öppna det i Outlook, spara det på nytt och kör igen."


def page_of(data: bytes) -> str:
    """The text of compressed RTF as HTML; raises ``ReadError`` for what is broken."""
    check_size(data)
    stated = int.from_bytes(data[4:8], "little")
    if len(data) < 16 or stated > max(_SMALL, _LARGEST_RATIO * len(data)):
        raise ReadError(_BROKEN)
    try:
        rtf = compressed_rtf.decompress(data)
    except Exception as error:  # the library checks with assertions and plain exceptions
        raise ReadError(_BROKEN) from error
    check_size(rtf)
    return _Reader(is_page=b"\\fromhtml" in rtf[:1000]).read(rtf)


@dataclass(slots=True)
class _State:
    """What holds in a group: whether its text counts, how many signs follow a Unicode one, and the font."""

    is_skipped: bool = False
    is_hidden: bool = False
    is_rtf_only: bool = False
    """What an RTF made of a page says a second time in RTF's own way."""
    is_tag: bool = False
    instead: int = 1
    font: int = 0


class _Reader:
    """Goes through RTF once."""

    def __init__(self, is_page: bool) -> None:
        self._is_page = is_page
        self._state = _State()
        self._around: list[_State] = []
        self._out: list[str] = []
        self._bytes = bytearray()
        self._page = 1252
        self._fonts: dict[int, int] = {}
        self._left_out = 0
        self._may_be_skipped = False

    def read(self, rtf: bytes) -> str:
        """The page."""
        for match in _TOKEN.finditer(rtf):
            word, number, sign, symbol, brace, text = match.groups()
            if text or sign:
                self._add_bytes(text or bytes([int(sign, 16)]))
                continue
            self._flush()
            if word:
                self._obey(word.decode("ascii"), None if number is None else int(number))
            elif brace:
                self._open() if brace == b"{" else self._close()
            elif symbol:
                self._add_symbol(symbol)
        self._flush()
        whole = "".join(self._out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole if self._is_page else f"<p>{whole}</p>"

    # --- groups

    def _open(self) -> None:
        self._around.append(replace(self._state))
        self._left_out = 0

    def _close(self) -> None:
        if self._around:
            self._state = self._around.pop()
        self._left_out = 0

    # --- text

    def _counts(self) -> bool:
        """Whether text is the mail's here; of an RTF made of a page, tags and what stands outside of RTF's own."""
        state = self._state
        return not (state.is_skipped or state.is_hidden or state.is_rtf_only)

    def _add_bytes(self, data: bytes) -> None:
        """Add text, but for what stands in for a Unicode sign."""
        if self._left_out:
            data, self._left_out = data[self._left_out :], max(0, self._left_out - len(data))
        if self._counts():
            self._bytes += data

    def _flush(self) -> None:
        """Decode the text that has come together: a sign may be of two bytes."""
        if self._bytes:
            page = self._fonts.get(self._state.font, self._page) if not self._state.is_tag else self._page
            try:
                text = self._bytes.decode(f"cp{page}", "replace")
            except LookupError:
                text = self._bytes.decode("cp1252", "replace")
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        if self._counts():
            self._out.append(text if self._is_page else escape(text, quote=False))

    def _add_symbol(self, symbol: bytes) -> None:
        """What a backslash and a sign stand for; ``\\*`` says that who doesn't know the group may skip it."""
        if symbol == b"*":
            self._may_be_skipped = True
        elif symbol in b"\r\n":
            self._end_line("par")
        else:
            self._add(_SYMBOLS.get(symbol, ""))

    def _end_line(self, word: str) -> None:
        """The end of a paragraph or a line."""
        if self._counts():
            ends = {"line": "<br>", "softline": "<br>"}
            self._out.append("\r\n" if self._is_page else ends.get(word, "</p><p>"))

    # --- control words

    def _obey(self, word: str, number: int | None) -> None:
        """Do what a control word says."""
        may_be_skipped, self._may_be_skipped = self._may_be_skipped, False
        order = _ORDERS.get(word)
        if order is not None:
            order(self, word, number)
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif may_be_skipped or word in _SKIPPED:
            self._state.is_skipped = True

    def _tag(self, word: str, number: int | None) -> None:
        self._state.is_tag = True

    def _rtf_only(self, word: str, number: int | None) -> None:
        self._state.is_rtf_only = self._is_page and number != 0

    def _hide(self, word: str, number: int | None) -> None:
        self._state.is_hidden = number != 0

    def _show(self, word: str, number: int | None) -> None:
        self._state.is_hidden = False

    def _code_page(self, word: str, number: int | None) -> None:
        self._page = number or 1252

    def _choose_font(self, word: str, number: int | None) -> None:
        self._state.font = number or 0

    def _font_charset(self, word: str, number: int | None) -> None:
        self._fonts[self._state.font] = _PAGES.get(number or 0, self._page)

    def _instead(self, word: str, number: int | None) -> None:
        self._state.instead = min(max(number or 0, 0), 8)

    def _unicode(self, word: str, number: int | None) -> None:
        self._add(chr((number or 0) % 0x10000))
        self._left_out = self._state.instead


_ORDERS: dict[str, Callable[[_Reader, str, int | None], None]] = {
    "ansicpg": _Reader._code_page,
    "deleted": _Reader._hide,
    "f": _Reader._choose_font,
    "fcharset": _Reader._font_charset,
    "htmlrtf": _Reader._rtf_only,
    "htmltag": _Reader._tag,
    "line": lambda reader, word, _: reader._end_line(word),
    "par": lambda reader, word, _: reader._end_line(word),
    "plain": _Reader._show,
    "row": lambda reader, word, _: reader._end_line(word),
    "u": _Reader._unicode,
    "uc": _Reader._instead,
    "v": _Reader._hide,
}
