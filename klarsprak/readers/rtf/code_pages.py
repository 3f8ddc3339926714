"""Which code page the bytes of an RTF are in: the file's own, or that of the font."""

from __future__ import annotations

from klarsprak.readers.docx.symbols import has_symbols, symbol_of

_WESTERN = "cp1252"
_BY_CHARSET = {
    77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5", 83: "mac_arabic", 85: "mac_greek",
    86: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""Code pages of the fonts' character sets (*\\fcharset*); the others have the file's own."""
_BY_NUMBER = {
    0: _WESTERN, 1361: "johab", 10000: "mac_roman", 10001: "shift_jis", 10004: "mac_arabic", 10006: "mac_greek",
    10007: "mac_cyrillic", 10029: "mac_latin2", 10081: "mac_turkish", 20127: _WESTERN, 28591: _WESTERN,
    65001: "utf-8",
}  # fmt: skip
"""Code pages (*\\ansicpg*, *\\cpg*) that Python has under other names."""
_SYMBOLS = 2
_PRIVATE = 0xF000


def codec_of(page: int) -> str:
    """The name of the codec for a code page's number; that of Western Europe for one that nobody knows."""
    name = _BY_NUMBER.get(page, f"cp{page}")
    try:
        b"".decode(name)
        "".encode(name)
    except (LookupError, ValueError):
        return _WESTERN
    return name


class RtfFonts:
    """The file's code page, and what its table of fonts says."""

    def __init__(self) -> None:
        self.page = _WESTERN
        """The codec of what stands in no font that has a code page of its own."""
        self._pages: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._symbols: set[int] = set()

    def set_charset(self, font: int, charset: int) -> None:
        """A font is of a character set: *\\fcharset238*."""
        if charset == _SYMBOLS:
            self._symbols.add(font)
        page = _BY_CHARSET.get(charset)
        if page is not None:
            self._pages[font] = page

    def set_page(self, font: int, page: int) -> None:
        """A font has a code page: *\\cpg1250*."""
        self._pages[font] = codec_of(page)

    def set_name(self, font: int, text: str) -> None:
        """A font's name, which stands before a semicolon; what comes after the first one is another's."""
        name = text.partition(";")[0].strip().lower()
        if name:
            self._names.setdefault(font, name)

    def decode(self, font: int, data: bytes) -> str:
        """Bytes of text in a font."""
        name = self._symbol_font(font)
        if name is not None:
            return "".join(symbol_of(name, code) for code in data)
        return data.decode(self._pages.get(font, self.page), "replace")

    def show(self, font: int, sign: str) -> str:
        """A sign that is given by its number; symbol fonts have theirs in the area for private use."""
        name = self._symbol_font(font)
        code = ord(sign)
        if name is None or not _PRIVATE <= code <= _PRIVATE + 0xFF:
            return sign
        return symbol_of(name, code - _PRIVATE)

    def _symbol_font(self, font: int) -> str | None:
        """The name of a font that has pictures in place of letters; None for others, and for one nobody knows."""
        name = self._names.get(font, "")
        return name if font in self._symbols and has_symbols(name) else None
