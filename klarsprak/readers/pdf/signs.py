"""What a PDF's glyphs say: characters made plain, and glyphs that have none."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
"""Stands for a glyph without a character."""
BULLET = "•"

# Accents that old typesetters draw as a glyph of their own over a letter.
OVERLAYS = {
    "\u00a8": "\u0308",  # ¨
    "\u00b0": "\u030a",  # °
    "\u02da": "\u030a",  # ˚
    "\u00b4": "\u0301",  # ´
    "\u0060": "\u0300",  # `
    "\u02c6": "\u0302",  # ˆ
    "\u02dc": "\u0303",  # ˜
}
# Bullets of the symbol fonts that Word uses, in the private use area.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF06F: "○", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "–", 0xF0A8: "□", 0xF06E: "■"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_PLAIN = {0x09: " ", 0x2010: "-", 0x2011: "-", 0x2028: " ", 0x2029: " ", 0xFEFF: None, 0x200B: None}
_CLEAN = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]) | _SYMBOLS | _LIGATURES | _PLAIN

_CID = re.compile(r"\(cid:\d+\)")
_NO_CHARACTER = ("Co", "Cc", "Cn")
"""Unicode's categories for private use, control and unassigned."""


def clean(text: str) -> str:
    """``text`` with ligatures resolved and control characters gone; a soft hyphen and NBSP stay."""
    return text.translate(_CLEAN)


def is_unmapped(text: str) -> bool:
    """Whether a glyph has no character.

    It has none where ``text`` is empty, pdfminer's ``(cid:12)``, for private use, or a control character.
    """
    if not text or _CID.fullmatch(text):
        return True
    return any(map(_says_nothing, text))


def _says_nothing(character: str) -> bool:
    """Whether a character stands for none.

    *U+E001*, for private use, does; *U+F0B7* doesn't: it is Word's bullet.
    """
    if ord(character) in _SYMBOLS or character.isspace():
        return False
    category = unicodedata.category(character)
    return character == REPLACEMENT or category in _NO_CHARACTER
