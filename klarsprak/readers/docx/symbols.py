"""Characters that Word writes as a place in a symbol font."""

from __future__ import annotations

from klarsprak.readers.docx.markup import Element, W

_PRIVATE = 0xF000  # symbol fonts lie in the private use area, at this much above their own codes
_PLANE = 0xFFFF  # a code has four digits

_SYMBOLS = {
    "wingdings": {
        0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❒", 0x78: "☒", 0x9F: "•", 0xA7: "▪",
        0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x27: "☎", 0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "symbol": {0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•"},
}  # fmt: skip


def symbol(element: Element) -> str:
    """What a ``w:sym`` shows, as far as Unicode has it; else a space, which keeps the words beside it apart."""
    code = _read_code(element.get(W + "char", ""))
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        return symbol_of(element.get(W + "font", "").lower(), code - _PRIVATE)
    character = chr(code)
    return character if character.isprintable() else " "


def symbol_of(font: str, code: int) -> str:
    """What the code shows in a symbol font, whose name is in lower case; a space where Unicode has no such sign."""
    return _SYMBOLS.get(font, {}).get(code, " ")


def has_symbols(font: str) -> bool:
    """Whether it is known what the font shows."""
    return font in _SYMBOLS


def _read_code(digits: str) -> int:
    """The code in hexadecimal digits; 0 where they are none, or too many."""
    try:
        code = int(digits, 16)
    except ValueError:
        return 0
    return code if 0 <= code <= _PLANE else 0
