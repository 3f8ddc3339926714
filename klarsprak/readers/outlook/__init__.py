"""Outlook's own files (.msg) → letters: the mail, and those attached to it, as from an .eml."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers.attached import AttachmentReader
from klarsprak.readers.sniff import OLE

_PROPERTIES = "__properties_version1.0".encode("utf-16-le")
"""The name of a stream that every .msg has, and nothing else."""
_OTHERS = tuple(name.encode("utf-16-le") for name in ("WordDocument", "Workbook", "PowerPoint Document"))
"""Streams of office documents, in which a mail may lie as an object."""


def is_message(data: bytes) -> bool:
    """Whether a file's content is a mail as Outlook saves it, and no older office file with a mail in it."""
    if not data.startswith(OLE) or _PROPERTIES not in data:
        return False
    if not any(name in data for name in _OTHERS):
        return True
    from klarsprak.readers.outlook.storage import has_properties  # rare: a mail in a .doc, or the other way

    return has_properties(data)


def read_all(data: bytes, source: str, read_bytes: AttachmentReader) -> Iterator[Letter | Unreadable]:
    """The mail and then the letters attached to it, named ``mejl.msg#bilaga.docx``.

    Raises ``ReadError`` for what is broken or encrypted.
    """
    from klarsprak.readers.email import read_message  # the libraries only where there is a mail
    from klarsprak.readers.outlook.message import message_of

    yield from read_message(message_of(data), source, read_bytes)


def sent(data: bytes) -> date | None:
    """The day on which the mail was sent, as the sender's clock had it; None where it doesn't say."""
    from email.utils import parsedate_to_datetime

    from klarsprak.readers.outlook.message import message_of

    try:
        return parsedate_to_datetime(str(message_of(data)["date"])).date()
    except (ReadError, ValueError, TypeError, IndexError, OverflowError):
        return None
