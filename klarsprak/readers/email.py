"""E-mail → letters: the mail itself, and those attached to it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import errors, message_from_bytes
from email.header import decode_header
from email.message import Message
from pathlib import PurePath

from klarsprak.letter import Block, Letter, ReadError, Role, Unreadable
from klarsprak.readers.find import SUFFIXES
from klarsprak.readers.text.charset import damage, decode, decode_as
from klarsprak.readers.text.plain_mail import blocks_of_plain
from klarsprak.readers.text.quoted import subject_block
from klarsprak.readers.text.text import check_size

Reader = Callable[[bytes, str], Iterator[Letter | Unreadable]]

_DEEPEST = 8
"""So many mails may be attached to each other."""
_SUFFIX_OF = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
_NO_LETTER = re.compile(r".*signature$|text/(?:calendar|x-?vcard|directory)|multipart/|message/(?!rfc822)")
_STUB = 0.3
"""A plain version with fewer words than this share of the HTML one only says that there is an HTML one."""


@dataclass(slots=True)
class _Mail:
    """A mail taken apart."""

    bodies: list[Message] = field(default_factory=list)
    attachments: list[Message] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(data: bytes, source: str) -> Letter:
    """The mail itself, without what is attached; raises ``ReadError`` where it holds no text."""
    message = _parse(data)
    return _letter(message, _taken_apart(message), source)


def read_all(data: bytes, source: str, read_bytes: Reader) -> Iterator[Letter | Unreadable]:
    """The mail and then the letters attached to it, named ``mail.eml#attachment.docx``.

    ``read_bytes`` reads an attachment.  A mail without own text but with letters attached is no letter itself.
    """
    yield from _read_message(_parse(data), source, read_bytes)


def _read_message(message: Message, source: str, read_bytes: Reader) -> Iterator[Letter | Unreadable]:
    if source.count("#") > _DEEPEST:
        raise ReadError("Det är för många mejl bifogade i varandra.")
    mail = _taken_apart(message)
    letters = [(name, part) for part in mail.attachments if (name := _letter_name(part, mail))]
    try:
        yield _letter(message, mail, source)
    except ReadError as error:
        if not letters or not isinstance(error, _NoTextError):
            yield Unreadable(source, "email", error.reason)
    names = [name for name, _ in letters]
    for number, (name, part) in enumerate(letters, 1):
        unique = name if names.count(name) == 1 else f"{number}-{name}"
        yield from _read_attachment(part, f"{source}#{unique}", read_bytes)


def _read_attachment(part: Message, source: str, read_bytes: Reader) -> Iterator[Letter | Unreadable]:
    if part.get_content_type() != "message/rfc822":
        yield from read_bytes(_content(part), source)
        return
    try:
        for message in _children(part):
            yield from _read_message(message, source, read_bytes)
    except ReadError as error:
        yield Unreadable(source, "email", error.reason)


class _NoTextError(ReadError):
    pass


def _parse(data: bytes) -> Message:
    try:
        return message_from_bytes(data.removeprefix(BOM_UTF8).lstrip(b"\r\n"))
    except (RecursionError, LookupError, ValueError) as error:
        raise ReadError("Mejlet är trasigt och går inte att läsa.") from error


def _taken_apart(message: Message) -> _Mail:
    mail = _Mail()
    _take_apart(message, mail)
    parts = [message] if not message.is_multipart() else list(message.walk())
    if any(isinstance(defect, errors.CloseBoundaryNotFoundDefect) for part in parts for defect in part.defects):
        mail.notes.append("Mejlet är avklippt. Slutet kan saknas.")
    return mail


def _take_apart(part: Message, mail: _Mail) -> None:
    kind = part.get_content_type()
    if kind in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
        raise ReadError("Mejlet är krypterat. Öppna det i ditt mejlprogram och spara texten i en egen fil.")
    if kind == "message/rfc822" or _is_attachment(part):
        mail.attachments.append(part)
    elif kind == "multipart/alternative" and part.is_multipart():
        _choose(part, mail)
    elif part.is_multipart():
        for child in _children(part):
            _take_apart(child, mail)
    elif kind in ("text/plain", "text/html") or kind.startswith(
        "multipart/"
    ):  # a multipart whose parts are not found
        mail.bodies.append(part)
    else:
        mail.attachments.append(part)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _is_attachment(part: Message) -> bool:
    return not part.is_multipart() and (part.get_content_disposition() == "attachment" or bool(part.get_filename()))


def _choose(part: Message, mail: _Mail) -> None:
    """The plain version, unless it is empty or a stub."""
    versions = []
    for child in _children(part):
        version = _Mail()
        _take_apart(child, version)
        mail.attachments += version.attachments
        if version.bodies:
            versions.append(version)
    plain = [v for v in versions if all(body.get_content_type() == "text/plain" for body in v.bodies)]
    rich = [v for v in versions if v not in plain]
    if plain and not (rich and _words(plain[0]) < _STUB * _words(rich[-1])):
        mail.bodies += plain[0].bodies
    elif versions:
        mail.bodies += (rich or plain)[-1].bodies


def _words(version: _Mail) -> int:
    try:
        return sum(len(block.text.split()) for body in version.bodies for block in _blocks(body, []))
    except ReadError:
        return 0


def _letter(message: Message, mail: _Mail, source: str) -> Letter:
    notes = list(mail.notes)
    blocks = [block for body in mail.bodies for block in _blocks(body, notes)]
    if not blocks:
        raise _NoTextError("Mejlet har ingen text.")
    if any(block.text.startswith("-----BEGIN PGP MESSAGE") for block in blocks):
        raise ReadError("Mejlet är krypterat. Öppna det i ditt mejlprogram och spara texten i en egen fil.")
    if all(block.role is Role.QUOTED for block in blocks):
        notes.append("Mejlet har ingen egen text, bara äldre mejl.")
    return Letter(source, "email", [*subject_block(_subject(message)), *blocks], notes)


def _subject(message: Message) -> str:
    return _decoded(next((str(value) for name, value in message.raw_items() if name.lower() == "subject"), ""))


def _file_name(part: Message) -> str:
    """The attachment's name, or an empty text; å, ä and ö may stand in it without the coding that mail asks for."""
    named = Message()
    for header, value in part.raw_items():
        if header.lower() in ("content-disposition", "content-type") and header.lower() not in named:
            data = str(value).encode("utf-8", "surrogateescape")
            try:
                named[header] = data.decode()
            except UnicodeDecodeError:
                named[header] = data.decode("cp1252", "replace")
    return named.get_filename() or ""


def _decoded(raw: str) -> str:
    """A header's text: encoded words, and letters that were put there as they are."""
    try:
        raw = decode(raw.encode("utf-8", "surrogateescape")) if raw.strip() else ""
        words = decode_header(re.sub(r"[\r\n]+", "", raw))
        return "".join(decode_as(w, c or "utf-8")[0] if isinstance(w, bytes) else w for w, c in words)
    except (errors.HeaderParseError, ReadError, ValueError):
        return raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _blocks(body: Message, notes: list[str]) -> list[Block]:
    data = _content(body)
    if not data.strip():
        return []
    check_size(data)
    charset = body.get_param("charset")
    name = charset if isinstance(charset, str) else None
    text, held = decode_as(data, name)
    notes += damage(text)
    if not held:
        notes.append(f"Texten följer inte teckenkoden som mejlet uppger ({name}). Enstaka tecken kan vara fel.")
    if body.get_content_type() == "text/html":
        from klarsprak.readers.html.page import blocks_of_html  # most mails come without

        return blocks_of_html(text)
    flowed, delsp = (str(body.get_param(key)).lower() for key in ("format", "delsp"))
    return blocks_of_plain(text, flowed == "flowed", delsp == "yes")


def _letter_name(part: Message, mail: _Mail) -> str | None:
    """The name of an attachment that may be a letter; what else is attached gets a note."""
    kind = part.get_content_type()
    name = re.split(r"[/\\]", _decoded(_file_name(part)))[-1]
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES or (kind in _SUFFIX_OF and not suffix):
        return name if suffix else (name or "bilaga") + _SUFFIX_OF[kind]
    if kind == "message/rfc822":
        return name + ".eml"
    is_shown = kind.startswith("image/") and (part["content-id"] or part.get_content_disposition() != "attachment")
    if not _NO_LETTER.match(kind) and not is_shown:
        mail.notes.append(f"Bilagan {name or 'utan namn'} är inte granskad.")
    return None
