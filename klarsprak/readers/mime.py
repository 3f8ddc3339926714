"""A mail taken apart: what is its text, and what is attached."""

from __future__ import annotations

from base64 import decodebytes
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.generator import BytesGenerator
from email.message import Message
from io import BytesIO
from quopri import decodestring

from klarsprak.letter import ReadError
from klarsprak.readers.damaged_mail import damages
from klarsprak.readers.signed import (
    ENCRYPTED,
    MOST,
    as_attachment,
    file_within,
    is_signed_or_locked,
    signed_content,
)
from klarsprak.readers.versions import choose

_ENCRYPTED_TYPE = "multipart/encrypted"
_TEXT_TYPES = frozenset({"text/plain", "text/html"})
_DECODERS: dict[str, Callable[[bytes], bytes]] = {"base64": decodebytes, "quoted-printable": decodestring}


@dataclass(slots=True)
class MailParts:
    """A mail taken apart."""

    bodies: list[Message] = field(default_factory=list)
    attachments: list[Message] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    signed: int = 0
    """How many times something signed has been opened, each within the last or beside it."""


def parse(data: bytes) -> Message:
    """The mail in a file's content; raises ``ReadError`` for one that is broken beyond reading."""
    try:
        return message_from_bytes(data.removeprefix(BOM_UTF8).lstrip(b"\r\n"))
    except (RecursionError, LookupError, ValueError) as error:
        raise ReadError("Mejlet är trasigt och går inte att läsa.") from error


def take_apart(message: Message) -> MailParts:
    """The mail's bodies and attachments; raises ``ReadError`` for an encrypted one."""
    mail = MailParts()
    _sort_part(message, mail)
    mail.notes += damages(message)
    return mail


def children(part: Message) -> list[Message]:
    """The parts right within the part, or those of a mail within: one."""
    payload = part.get_payload()
    if not isinstance(payload, list):
        return []
    mails = [child for child in payload if isinstance(child, Message)]
    encoding = str(part["content-transfer-encoding"] or "").strip().lower()
    if part.get_content_type() == "message/rfc822" and encoding in _DECODERS:
        return [parse(_decoded(mail, encoding)) for mail in mails]
    return mails


def _decoded(mail: Message, encoding: str) -> bytes:
    """The bytes of an attached mail that no program should have encoded, but some do (RFC 2046, section 5.2.1).

    The library took the encoded lines for the mail itself; raises ``ReadError`` for what isn't encoded at all.
    """
    stream = BytesIO()
    BytesGenerator(stream, mangle_from_=False, maxheaderlen=0).flatten(mail)
    try:
        return _DECODERS[encoding](stream.getvalue())
    except ValueError as error:
        raise ReadError("Mejlet är trasigt och går inte att läsa.") from error


def _sort_part(part: Message, mail: MailParts) -> None:
    """Adds what the part holds to the mail's bodies and attachments; raises ``ReadError`` for what is encrypted."""
    kind = part.get_content_type()
    if kind == _ENCRYPTED_TYPE:
        raise ReadError(ENCRYPTED)
    if is_signed_or_locked(part):
        _sort_signed(part, mail)
    elif _is_attached(part, kind):
        mail.attachments.append(part)
    elif not part.is_multipart():
        mail.bodies.append(part)
    elif kind == "multipart/alternative":
        mail.bodies += choose(_versions(part, mail), mail.notes)
    else:
        for child in children(part):
            _sort_part(child, mail)


def _sort_signed(part: Message, mail: MailParts) -> None:
    """Adds what was signed: a mail's text with all that is attached to it, or a file."""
    mail.signed += 1
    if mail.signed > MOST:
        raise ReadError("Det är för många underskrifter i mejlet.")
    payload = part.get_payload(decode=True)
    content = signed_content(payload if isinstance(payload, bytes) else b"")
    name = file_within(part)
    if content:
        _sort_part(as_attachment(content, name) if name else parse(content), mail)


def _is_attached(part: Message, kind: str) -> bool:
    """Whether the part is a file or a mail of its own, and not the text of this one.

    ``kind`` is its type.  A text with a file's name is a file: a mail program sends *protokoll.txt* so.
    """
    if kind == "message/rfc822":
        return True
    if part.is_multipart():
        return False
    is_named = bool(part.get_filename())
    if is_named or part.get_content_disposition() == "attachment":
        return True
    # A text, or parts that were not found and stand there as text.
    is_text = kind in _TEXT_TYPES or kind.startswith("multipart/")
    return not is_text


def _versions(part: Message, mail: MailParts) -> list[list[Message]]:
    """The bodies of each version of the same text; what is attached to one is attached to the mail."""
    versions = []
    for child in children(part):
        version = MailParts(signed=mail.signed)
        _sort_part(child, version)
        mail.attachments += version.attachments
        mail.signed = version.signed
        if version.bodies:
            versions.append(version.bodies)
    return versions
