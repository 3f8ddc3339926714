"""The format of a file, by its content."""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from klarsprak.letter import ReadError


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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = re.compile(
    rb"(?:return-path|received|delivered-to|from|to|cc|bcc|subject|date|sender|reply-to|message-id|mime-version|"
    rb"in-reply-to|references|thread-\w+|content-[\w-]+|importance|auto-submitted|dkim-signature|arc-[\w-]+|"
    rb"authentication-results|x-[\w-]+):",
    re.IGNORECASE,
)
_FIELD = re.compile(rb"[!-9;-~]+:|[ \t]")
_MBOX = re.compile(rb"^From \S+.*\d\d:\d\d", re.MULTILINE)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)
_OTHER_XML = re.compile(r"\s*<\?xml(?!(?:[^<]|<[!?])*<html\b)|\s*<(?:w:|pkg:|office:|svg\b)", re.I)
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|table|ul|ol|span|a|b|i|font)\b[^<>]*>", re.I)


def sniff(data: bytes, source: str) -> Format:
    """The file's format; raises ``ReadError`` for an empty file and for known formats that hold no letter."""
    if not data.strip():
        raise ReadError("Filen är tom.")
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if data.startswith(_OLE):
        return _in_ole(data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"{\\rtf"):
        return Format.RTF
    if data.startswith(_PICTURES) and b"\0" in data[:4096]:
        raise ReadError("Filen är en bild. Programmet kan bara läsa text.")
    return _among_texts(data, PurePath(source).suffix.lower())


def _in_zip(data: bytes) -> Format:
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (BadZipFile, ValueError, OSError):  # truncated, most often; the docx reader says what is wrong
        return Format.DOCX
    if "mimetype" in names and "content.xml" in names:
        if b"opendocument.text" in data[:200]:
            return Format.ODT
        raise ReadError("Filen är ett OpenDocument-dokument, men inte ett brev.")
    for part, kind in (("xl/workbook.xml", "en Excelfil"), ("ppt/presentation.xml", "en Powerpointfil")):
        if part in names:
            raise ReadError(f"Filen är {kind}, inte ett brev.")
    return Format.DOCX


def _in_ole(data: bytes) -> Format:
    """Word's formats before 2007 and others are small file systems whose names are UTF-16."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise ReadError("Dokumentet är skyddat med lösenord. Spara det utan lösenord och kör igen.")
    if holds("__properties_version1.0"):
        raise ReadError("Filen är ett mejl i Outlooks eget format. Spara mejlet som .eml eller .txt och kör igen.")
    if holds("WordDocument"):
        return Format.DOC
    raise ReadError("Filen är ett äldre Officedokument, men inte ett brev från Word.")


def _among_texts(data: bytes, suffix: str) -> Format:
    start = data[:20_000]
    if start.startswith(b"From ") and _MBOX.match(start):
        if len(_MBOX.findall(data)) > 1:
            raise ReadError("Filen är en brevlåda med flera mejl. Spara varje mejl för sig som .eml och kör igen.")
        return Format.EMAIL
    if _is_email(start, 1 if suffix == ".eml" else 2):
        return Format.EMAIL
    text = _rough(start)
    if _OTHER_XML.match(text):
        raise ReadError("Filen är XML, inte ett brev. Öppna den i Word, spara den som docx och kör igen.")
    if _HTML.match(text) or (suffix in (".html", ".htm") and _TAG.search(text)):
        return Format.HTML
    return Format.TEXT


def _is_email(start: bytes, least: int) -> bool:
    """Whether the text begins with fields of a mail's header, ``least`` of them well known, and nothing else."""
    head = re.split(rb"\r?\n\r?\n|\r\r", start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), maxsplit=1)[0]
    lines = re.split(rb"\r\n|\r|\n", head)
    known = {match.group().lower() for line in lines if (match := _HEADER.match(line))}
    return len(known) >= least and all(_FIELD.match(line) for line in lines[:-1] if line)


def _rough(start: bytes) -> str:
    """The text well enough to see tags in it."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "replace")
    return start.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").decode("latin-1")
