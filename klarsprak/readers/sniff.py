"""The format of a file, by its content."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath
from typing import Never
from zipfile import ZipFile

from klarsprak.letter import ReadError
from klarsprak.readers.odt import is_flat
from klarsprak.readers.zipped import ZIP_ERRORS


class Format(StrEnum):
    """The formats that can be read."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    EMAIL = "email"
    HTML = "html"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOM = b"\xef\xbb\xbf"
_BEFORE_RTF = b"\xef\xbb\xbf \t\r\n"
"""What old systems put before rich text."""
_HEADER = re.compile(
    rb"(?:return-path|received|delivered-to|from|to|cc|bcc|subject|date|sender|reply-to|message-id|mime-version|"
    rb"in-reply-to|references|thread-\w+|content-[\w-]+|importance|auto-submitted|dkim-signature|arc-[\w-]+|"
    rb"authentication-results|x-[\w-]+):",
    re.IGNORECASE,
)
"""A field that mails have: *Content-Type:*; other texts may begin with labels, but *Datum:* is none of these."""
_FIELD = re.compile(rb"[!-9;-~]+:|[ \t]")
_MBOX = re.compile(rb"^From \S.*\d\d:\d\d", re.MULTILINE)
_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype html|html|head|body)\b", re.I
)
"""The start of a page, after a declaration and comments: *<?xml version="1.0"?> <!-- Brev --> <html>*.

Nothing of it is given back, since a row of comments could be divided in as many ways as there are comments, squared.
"""
_OTHER_XML = re.compile(r"\s*<\?xml(?!(?:[^<]|<[!?])*<html\b)|\s*<(?:w:|pkg:|office:|svg\b)", re.I)
"""The start of XML that is no page: *<?xml version="1.0"?><w:document>*, *<svg>*."""
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|table|ul|ol|span|a|b|i|font)\b[^<>]*>", re.I)

_OPENDOCUMENT = ("content.xml", "encrypted-package")
"""The part that an OpenDocument's text stands in, and the one that all stand in where it is locked as a whole."""
_OTHER_PACKAGES = {
    "xl/workbook.xml": "Filen är en Excelfil, inte ett brev.",
    "ppt/presentation.xml": "Filen är en Powerpointfil, inte ett brev.",
}
"""What is wrong with a package that has this part."""
_OTHER_OLE = {
    "EncryptedPackage": "Dokumentet är skyddat med lösenord. Spara det utan lösenord och kör igen.",
    "Workbook": "Filen är en Excelfil, inte ett brev.",
    "PowerPoint Document": "Filen är en Powerpointfil, inte ett brev.",
    "__properties_version1.0": (
        "Filen är ett mejl i Outlooks eget format. Spara mejlet som .eml eller .txt och kör igen."
    ),
}
"""What is wrong with an older Office file that has a stream of this name."""
_TNEF = (
    "Filen är i Outlooks eget format TNEF (winmail.dat), som bara Outlook kan öppna. Den kan innehålla mejlets "
    "text och bilagor. Be avsändaren att skicka mejlet som HTML eller oformaterad text."
)
_NO_ZIP = "Filen är ingen zipfil, eller så är den trasig."
_PST = (
    "Filen är en hel brevlåda från Outlook (.pst). Granska den med klarsprak audit run, eller spara mejlen som "
    ".msg eller .eml."
)


def sniff(data: bytes, source: str) -> Format:
    """The file's format; raises ``ReadError`` for an empty file and for known formats that hold no letter."""
    if not data.strip():
        raise ReadError("Filen är tom.")
    for _, begins, answer in SIGNATURES:
        if begins(data):
            return answer(data)
    return _among_texts(data, PurePath(source).suffix.lower())


def _is_pdf(data: bytes) -> bool:
    """Whether the file is a PDF or was one; some programs put a few bytes before its mark."""
    return data.startswith(b"%PDF") or b"%PDF-" in data[:1024]


def _is_picture(data: bytes) -> bool:
    """Whether the file is a picture; a text may begin with *BM* too, but holds no zero."""
    if not data.startswith(_PICTURES):
        return False
    return b"\0" in data[:4096]


def _refusing(reason: str) -> Callable[[bytes], Never]:
    """What raises ``ReadError`` for any file."""

    def refuse(data: bytes) -> Never:
        raise ReadError(reason)

    return refuse


def _in_zip(data: bytes) -> Format:
    """Which of the formats that are a ZIP archive within; raises ``ReadError`` for those that hold no letter."""
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except ZIP_ERRORS:  # truncated, most often; the docx reader says what is wrong
        return Format.DOCX
    if "mimetype" in names and not names.isdisjoint(_OPENDOCUMENT):
        return _in_opendocument(data)
    for part, reason in _OTHER_PACKAGES.items():
        if part in names:
            raise ReadError(reason)
    return Format.DOCX


def _in_opendocument(data: bytes) -> Format:
    """An OpenDocument tells its type at the start, uncompressed."""
    if is_opendocument(data):
        return Format.ODT
    raise ReadError("Filen är ett OpenDocument-dokument, men inte ett brev.")


def is_opendocument(data: bytes) -> bool:
    """Whether the file says so itself, and that it is a text."""
    return b"opendocument.text" in data[:200]


def _in_ole(data: bytes) -> Format:
    """Which of Word's formats before 2007; raises ``ReadError`` for what others are kept so.

    They are small file systems, whose names are UTF-16.
    """
    for name, reason in _OTHER_OLE.items():
        if name.encode("utf-16-le") in data:
            raise ReadError(reason)
    if "WordDocument".encode("utf-16-le") in data:
        return Format.DOC
    raise ReadError("Filen är ett äldre Officedokument, men inte ett brev från Word.")


SIGNATURES: tuple[tuple[str, Callable[[bytes], bool], Callable[[bytes], Format]], ...] = (
    ("zip", lambda data: data.startswith(b"PK\x03\x04"), _in_zip),
    ("ole", lambda data: data.startswith(OLE), _in_ole),
    ("tnef", lambda data: data.startswith(b"\x78\x9f\x3e\x22"), _refusing(_TNEF)),
    ("pst", lambda data: data.startswith(b"!BDN"), _refusing(_PST)),
    ("flat", is_flat, lambda data: Format.ODT),
    ("pdf", _is_pdf, lambda data: Format.PDF),
    ("rtf", lambda data: data[:64].lstrip(_BEFORE_RTF).startswith(b"{\\rtf"), lambda data: Format.RTF),
    ("picture", _is_picture, _refusing("Filen är en bild. Programmet kan bara läsa text.")),
)
"""Kinds of files that are no plain text: whether a file is one, and which format it has or why it can't be read."""


def _among_texts(data: bytes, suffix: str) -> Format:
    """Which of the formats that are text; raises ``ReadError`` for those that hold no letter, or several."""
    if suffix == ".zip":
        raise ReadError(_NO_ZIP)
    start = data[:20_000]
    if _MBOX.match(start):
        return _in_mbox(data)
    least = 1 if suffix == ".eml" else 2
    if _is_email(start, least):
        return Format.EMAIL
    text = _decode_roughly(start)
    if _OTHER_XML.match(text):
        raise ReadError("Filen är XML, inte ett brev. Öppna den i Word, spara den som docx och kör igen.")
    if _is_html(text, suffix):
        return Format.HTML
    return Format.TEXT


def _in_mbox(data: bytes) -> Format:
    """A mailbox with one mail is that mail; raises ``ReadError`` for more."""
    mails = _MBOX.findall(data)
    if len(mails) > 1:
        raise ReadError("Filen är en brevlåda med flera mejl. Spara varje mejl för sig som .eml och kör igen.")
    return Format.EMAIL


def _is_email(start: bytes, least: int) -> bool:
    """Whether the text begins with fields of a mail's header, ``least`` of them well known, and nothing else.

    One alone is no proof: a letter may begin with *From: Kim Dal*, and an empty line.
    """
    head = re.split(rb"\r?\n\r?\n|\r\r", start.removeprefix(_BOM).lstrip(b"\r\n"), maxsplit=1)[0]
    lines = re.split(rb"\r\n|\r|\n", head)
    matches = filter(None, map(_HEADER.match, lines))
    known = {match.group().lower() for match in matches}
    if len(known) < least:
        return False
    whole = filter(None, lines[:-1])  # the last line may be cut
    return all(map(_FIELD.match, whole))


def _is_html(text: str, suffix: str) -> bool:
    """Whether the text is a page, or by the file's name a piece of one.

    *<p>Hej!</p>* in a ``.txt`` is a text about tags.
    """
    if _HTML.match(text):
        return True
    is_named_so = suffix in (".html", ".htm")
    return is_named_so and bool(_TAG.search(text))


def _decode_roughly(start: bytes) -> str:
    """The text well enough to see tags in it."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "replace")
    return start.removeprefix(_BOM).replace(b"\0", b"").decode("latin-1")
