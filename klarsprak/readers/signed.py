"""What somebody has signed in such a way that it lies within the signature: S/MIME's *smime.p7m* (RFC 8551).

Whether the signature holds is the mail program's to say: we read what was signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.mime.application import MIMEApplication
from pathlib import PurePath

from klarsprak.letter import ReadError

TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
SUFFIX = ".p7m"
MOST = 20
"""So many things in a mail may be signed, one within another or beside it; a mail program signs once."""
ENCRYPTED = "Mejlet är krypterat. Öppna det i ditt mejlprogram och spara texten i en egen fil."
_BROKEN = "Det som är underskrivet i mejlet är trasigt och går inte att läsa."
_OCTETS, _LONG = 0x04, 0x80


def is_signed_or_locked(part: Message) -> bool:
    """Whether the part may hold something signed: by its type, or by its name where a server changed the type."""
    return part.get_content_type() in TYPES or (part.get_filename() or "").lower().endswith(SUFFIX)


def signed_content(data: bytes) -> bytes:
    """What was signed; empty where only certificates were sent.  Raises ``ReadError`` for what is encrypted."""
    from asn1crypto.cms import ContentInfo  # takes its time, and few mails are signed so

    try:
        info = ContentInfo.load(data)
        if info["content_type"].native != "signed_data":
            raise ReadError(ENCRYPTED)
        content = info["content"]["encap_content_info"]["content"]
        if content.contents is None:
            return b""
        return b"".join(_pieces(content.contents)) if content.method else bytes(content.contents)
    except (ValueError, TypeError, RecursionError):
        raise ReadError(_BROKEN if b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" in data[:40] else ENCRYPTED) from None


def _pieces(data: bytes) -> Iterator[bytes]:
    """The pieces of bytes that a program has written as they came; raises ``ValueError``.

    asn1crypto puts them together one by one, in a time that grows with the square of their number.
    """
    at = 0
    while at < len(data) - 1 and data[at] == _OCTETS:
        size = data[at + 1]
        at += 2
        if size >= _LONG:
            digits = size - _LONG
            size = int.from_bytes(data[at : at + digits])
            at += digits
        if at + size > len(data):
            raise ValueError
        yield data[at : at + size]
        at += size
    if data[at:].strip(b"\0"):
        raise ValueError


def file_within(part: Message) -> str:
    """The name of the file that a signed file holds, *beslut.docx* of *beslut.docx.p7m*; empty for a mail's own."""
    path = PurePath(part.get_filename() or "")
    is_file = path.suffix.lower() == SUFFIX and "." in path.stem
    return path.stem if is_file else ""


def as_attachment(data: bytes, name: str) -> Message:
    """A part with a file of that name."""
    part = MIMEApplication(data)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    return part
