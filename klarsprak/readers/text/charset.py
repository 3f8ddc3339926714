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
    is_marked = _marked_encoding(data) is not None
    if is_marked or charset is None:  # a byte order mark is surer than a label
        return decode(data), True
    try:
        return _decode_by_label(data, charset), True
    except (LookupError, UnicodeError, ValueError):
        return decode(data), False


def damage(text: str) -> list[str]:
    """A note for the letter if some of the text's bytes were no characters."""
    if "\ufffd" not in text:
        return []
    return ["Några tecken är trasiga och går inte att läsa."]


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
    """The text by the surest sign there is.

    First a byte order mark, then the zeros of UTF-16; then valid UTF-8, which no other text of some length is by
    chance; last the code page that makes it look most like Swedish.
    """
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
    marked = (name for bom, name in _BOMS if data.startswith(bom))
    return next(marked, None)


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
    """Whether so many of every second byte are zero, and so few of those between, that they belong to letters.

    ``half`` is the number of either.  Å, ä and ö have a zero there too, a dash or a quotation mark has none.
    """
    are_most = zeros > 0.7 * half
    return are_most and zeros_between < 0.05 * half


def _is_damaged_utf8(data: bytes, first_wrong: int) -> bool:
    """Whether most of what isn't ASCII is UTF-8 all the same: a text cut in a letter, or pasted together.

    ``first_wrong`` is the offset of the first byte that isn't.
    """
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = _count_not_ascii(text) - wrong
    begins_well = first_wrong > 0
    return begins_well and right > 2 * wrong


def _count_not_ascii(text: str) -> int:
    """How many signs are none of the 128 that all code pages have in common."""
    return len(_NOT_ASCII.findall(text))


def _decode_single_bytes(data: bytes) -> str:
    """The text in the code page that makes it look most like Swedish.

    Raises ``ReadError`` where none does: in a picture or a program any code page gives signs without sense.
    """
    texts = [_decode_page(data, name) for name in _SINGLE_BYTE]
    text = max(texts, key=_likeness)
    if _is_foreign(text):
        raise ReadError(JUNK)
    return text


def _is_foreign(text: str) -> bool:
    """Whether the text can't be Swedish, nor anything that a Swedish letter would hold."""
    foreign = _count_not_ascii(text)
    if foreign <= 3:
        return False
    return _likeness(text) < -foreign / 2


def _decode_page(data: bytes, name: str) -> str:
    """The text in a code page.

    The five bytes that Windows-1252 leaves out are control signs, as in ISO-8859-1.
    """
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        if name == "cp1252":
            return data.decode("latin-1")
        return data.decode(name, "replace")


def _likeness(text: str) -> int:
    """How much the text looks Swedish: its own letters within words count for, odd signs against.

    Read in the wrong code page, *för* becomes *fˆr* or *f÷r*.
    """
    score = 0
    for match in _NOT_ASCII.finditer(text):
        start, end = match.span()
        score += _weight(match.group(), text[start - 1 : start], text[end : end + 1])
    return score


def _weight(sign: str, before: str, after: str) -> int:
    """What a sign counts where it stands.

    One that belongs between words counts against within one: *fr”n*.
    """
    if sign in _LETTERS:
        return _weight_of_letter(sign, before, after)
    is_within_word = before.islower() and after.islower()
    if is_within_word and sign in _BETWEEN_WORDS:
        return -1
    return _POINTS.get(sign, _ODD)


def _weight_of_letter(sign: str, before: str, after: str) -> int:
    """What a letter of Swedish words counts.

    *å* counts most beside another letter, as in *på*; a capital after a small letter shows that the code page is the
    wrong one: *pÅ*.
    """
    is_cased_oddly = sign.isupper() and before.islower()
    if is_cased_oddly:
        return _ODD
    points = _POINTS[sign]
    is_in_word = before.isalpha() or after.isalpha()
    if is_in_word and sign in _COMMON:
        points += 1
    return points


def _checked(text: str) -> str:
    """The text in NFC without control signs; raises ``ReadError`` where there are too many of them.

    A mark at the start, and what DOS and C put at the end of a text, are none of it.
    """
    text = text.removeprefix("\ufeff").rstrip("\x1a\x00")
    controls = len(_CONTROL.findall(text))
    if _is_junk(text, controls):
        raise ReadError(JUNK)
    printable = _CONTROL.sub("", text) if controls else text
    return unicodedata.normalize("NFC", printable)


def _is_junk(text: str, controls: int) -> bool:
    """Whether the text has a NUL, or more control signs or broken letters than a damaged letter would."""
    if "\0" in text:
        return True
    most_controls = max(2, len(text) // 500)
    if controls > most_controls:
        return True
    most_broken = max(3, len(text) // 50)
    return text.count("\ufffd") > most_broken
