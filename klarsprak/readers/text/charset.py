"""Bytes → text, for Swedish.

General detectors take short Swedish texts for Czech or Turkish; for one language a few strict rules are surer.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from klarsprak.letter import ReadError

JUNK = "Filen innehåller inte läsbar text."

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")
"""In order of preference: Windows, old Macintosh, DOS.  ISO-8859-1 is part of Windows-1252."""

_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "unicode": "utf-16"}
_LETTERS = frozenset("åäöÅÄÖéÉüÜ")
_COMMON = frozenset("åäöÅÄÖ")
_SIGNS = frozenset("§–—”“’‘»«°½¼…·•´€£×²³\u00a0\u00ad")
_OTHER_LETTERS = frozenset("àáâèêëíîóôõúçñæøÆØßÁÈ")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(data: bytes) -> str:
    """The text in NFC, whatever code page it is in; raises ``ReadError`` for what is no text."""
    return _checked(_decode(data))


def decode_as(data: bytes, charset: str | None) -> tuple[str, bool]:
    """The text by its declared character set, and whether that one held; else as ``decode`` finds it."""
    if charset is None:
        return decode(data), True
    for bom, name in _BOMS:  # a byte order mark is surer than a label
        if data.startswith(bom):
            return _checked(data.decode(name, "replace")), True
    name = charset.strip("\"' ").lower()
    try:
        info = codecs.lookup(_ALIASES.get(name, name))
        if not info._is_text_encoding:
            raise LookupError(name)
        if info.name == "cp1252":
            return decode(data), True  # labelled so by habit; what it is shows
        return _checked(info.decode(data)[0]), True
    except (LookupError, UnicodeError, ValueError):
        return decode(data), False


def damage(text: str) -> list[str]:
    """A note for the letter if some of the text's bytes were no characters."""
    return ["Några tecken är trasiga och går inte att läsa."] if "\ufffd" in text else []


def _decode(data: bytes) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    if utf16 := _utf16_without_mark(data):
        return data.decode(utf16, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _damaged_utf8(data, error):
            return data.decode("utf-8", "replace")
    text = max((_try(data, name) for name in _SINGLE_BYTE), key=_likeness)
    foreign = sum(not sign.isascii() for sign in text)
    if foreign > 3 and _likeness(text) < -foreign / 2:
        raise ReadError(JUNK)
    return text


def _utf16_without_mark(data: bytes) -> str | None:
    """In UTF-16 most of the high bytes of Western text are zero."""
    sample = data[:4000]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half >= 4 and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if half >= 4 and even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether most of what isn't ASCII is UTF-8 all the same: a text cut in a letter, or pasted together."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return error.start > 0 and sum(not c.isascii() for c in text) - wrong > 2 * wrong


def _try(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return data.decode("latin-1") if name == "cp1252" else data.decode(name, "replace")


def _likeness(text: str) -> int:
    """How much the text looks Swedish: its own letters within words count for, odd signs against."""
    score = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        sign = match.group()
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if sign in _LETTERS:
            cased_oddly = sign.isupper() and before.islower()
            in_word = before.isalpha() or after.isalpha()
            score += -3 if cased_oddly else 1 + (sign in _COMMON) + (sign in _COMMON and in_word)
        elif sign in _SIGNS:
            score += -1 if before.islower() and after.islower() and sign not in "’´\u00ad" else 1
        elif sign in _OTHER_LETTERS:
            score += 0
        else:
            score -= 3
    return score


def _checked(text: str) -> str:
    text = text.removeprefix("\ufeff").rstrip("\x1a\x00")
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > max(2, len(text) // 500) or text.count("\ufffd") > max(3, len(text) // 50):
        raise ReadError(JUNK)
    return unicodedata.normalize("NFC", _CONTROL.sub("", text) if controls else text)
