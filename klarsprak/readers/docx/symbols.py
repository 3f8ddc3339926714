"""Characters that Word writes as a place in a symbol font."""

from __future__ import annotations

from klarsprak.readers.docx.markup import Element, W

_PRIVATE = 0xF000  # symbol fonts lie in the private use area, at this much above their own codes

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
    code = _code(element.get(W + "char", ""))
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        known = _SYMBOLS.get(element.get(W + "font", "").lower(), {})
        return known.get(code - _PRIVATE, " ")
    return chr(code) if code >= 0x20 and chr(code).isprintable() else " "


def _code(digits: str) -> int:
    try:
        code = int(digits, 16)
    except ValueError:
        return 0
    return code if code <= 0xFFFF else 0
