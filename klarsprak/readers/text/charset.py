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
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

_COMMON = frozenset("åäöÅÄÖ")
_LETTERS = frozenset("åäöÅÄÖéÉüÜ")
_SIGNS = frozenset("§–—”“’‘»«°½¼…·•´€£×²³\u00a0\u00ad")
_OTHER_LETTERS = frozenset("àáâèêëíîóôõúçñæøÆØßÁÈ")
_BETWEEN_WORDS = _SIGNS - frozenset("’´\u00ad")
"""Signs that no word has within; *ta’t* has an apostrophe there, and any word a soft hyphen."""

_POINTS = {
    **dict.fromkeys(_OTHER_LETTERS, 0),
    **dict.fromkeys(_SIGNS, 1),
    **dict.fromkeys(_LETTERS, 1),
    **dict.fromkeys(_COMMON, 2),
}
"""How much a sign by itself speaks for Swedish."""
_ODD = -3
"""What a sign counts that has no place in a Swedish text, or none where it stands."""


def decode(data: bytes) -> str:
    """The text in NFC, whatever code page it is in; raises ``ReadError`` for what is no text."""
    return _checked(_decode(data))


def decode_as(data: bytes, charset: str | None) -> tuple[str, bool]:
    """The text by its declared character set, and whether that one held; else as ``decode`` finds it."""
    if charset is None or _marked_encoding(data):  # a byte order mark is surer than a label
        return decode(data), True
    try:
        return _decode_by_label(data, charset), True
    except (LookupError, UnicodeError, ValueError):
        return decode(data), False


def damage(text: str) -> list[str]:
    """A note for the letter if some of the text's bytes were no characters."""
    return ["Några tecken är trasiga och går inte att läsa."] if "\ufffd" in text else []


def _decode_by_label(data: bytes, charset: str) -> str:
    """The text by its label alone; raises ``LookupError`` or ``ValueError`` where that is wrong."""
    name = charset.strip("\"' ").lower()
    codec = codecs.lookup(_ALIASES.get(name, name))
    if not codec._is_text_encoding:
        raise LookupError(name)
    if codec.name == "cp1252":
        return decode(data)  # labelled so by habit; what it is shows
    return _checked(codec.decode(data)[0])


def _decode(data: bytes) -> str:
    """The text by the surest sign there is: a mark, UTF-16's zeros, valid UTF-8, likeness to Swedish."""
    encoding = _marked_encoding(data) or _unmarked_utf16(data)
    if encoding:
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data, error.start):
            return data.decode("utf-8", "replace")
    return _decode_single_bytes(data)


def _marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells of."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    return None


def _unmarked_utf16(data: bytes) -> str | None:
    """In UTF-16 most of the high bytes of Western text are zero."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4:
        return None
    if _are_high_bytes(odd, even, half):
        return "utf-16-le"
    if _are_high_bytes(even, odd, half):
        return "utf-16-be"
    return None


def _are_high_bytes(zeros: int, zeros_between: int, half: int) -> bool:
    """Whether of every second byte so many are zero, and of those between so few; either are ``half`` of all."""
    return zeros > 0.7 * half and zeros_between < 0.05 * half


def _is_damaged_utf8(data: bytes, first_wrong: int) -> bool:
    """Whether most of what isn't ASCII is UTF-8 all the same: a text cut in a letter, or pasted together."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = _count_not_ascii(text) - wrong
    return first_wrong > 0 and right > 2 * wrong


def _count_not_ascii(text: str) -> int:
    return len(_NOT_ASCII.findall(text))


def _decode_single_bytes(data: bytes) -> str:
    """The text in the code page that makes it look most like Swedish; raises ``ReadError`` where none does."""
    texts = [_decode_page(data, name) for name in _SINGLE_BYTE]
    text = max(texts, key=_likeness)
    foreign = _count_not_ascii(text)
    if foreign > 3 and _likeness(text) < -foreign / 2:
        raise ReadError(JUNK)
    return text


def _decode_page(data: bytes, name: str) -> str:
    """The text in a code page; the five bytes that Windows-1252 leaves out are control signs."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return data.decode("latin-1") if name == "cp1252" else data.decode(name, "replace")


def _likeness(text: str) -> int:
    """How much the text looks Swedish: its own letters within words count for, odd signs against."""
    score = 0
    for match in _NOT_ASCII.finditer(text):
        start, end = match.span()
        score += _weight(match.group(), text[start - 1 : start], text[end : end + 1])
    return score


def _weight(sign: str, before: str, after: str) -> int:
    """What a sign counts where it stands."""
    if sign in _LETTERS:
        return _weight_of_letter(sign, before, after)
    if sign in _BETWEEN_WORDS:
        within_word = before.islower() and after.islower()
        return -1 if within_word else _POINTS[sign]
    return _POINTS.get(sign, _ODD)


def _weight_of_letter(sign: str, before: str, after: str) -> int:
    """*å* counts most beside another letter; *Å* after a small one is a sign of the wrong code page: *pÅ*."""
    if sign.isupper() and before.islower():
        return _ODD
    in_word = before.isalpha() or after.isalpha()
    return _POINTS[sign] + (in_word and sign in _COMMON)


def _checked(text: str) -> str:
    """The text in NFC without control signs; raises ``ReadError`` where there are too many of them."""
    text = text.removeprefix("\ufeff").rstrip("\x1a\x00")
    controls = len(_CONTROL.findall(text))
    if _is_junk(text, controls):
        raise ReadError(JUNK)
    printable = _CONTROL.sub("", text) if controls else text
    return unicodedata.normalize("NFC", printable)


def _is_junk(text: str, controls: int) -> bool:
    """Whether the text has a NUL, or more control signs or broken letters than a damaged file would."""
    most_controls = max(2, len(text) // 500)
    most_broken = max(3, len(text) // 50)
    too_many = controls > most_controls or text.count("\ufffd") > most_broken
    return too_many or "\0" in text
