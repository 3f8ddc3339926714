"""Files that hold letters as files of their own, and those of Outlook's that aren't read: told before the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers import odt, outlook, zipped_letters
from klarsprak.readers.attached import AttachmentReader

Holder = Callable[[bytes, str, AttachmentReader], Iterator[Letter | Unreadable]]
"""Reads a file's content, shown under the name that is given; the reader is for what lies in it."""

_PACKED = (".docx", ".docm", ".dotx", ".odt")
"""Endings of documents that are zip files themselves."""
_TNEF = b"\x78\x9f\x3e\x22"
_PST = b"!BDN"
_REFUSED = {
    _TNEF: (
        "Filen är i Outlooks eget format TNEF (winmail.dat), som bara Outlook kan öppna. Den kan innehålla mejlets "
        "text och bilagor. Be avsändaren att skicka mejlet som HTML eller oformaterad text."
    ),
    _PST: (
        "Filen är en hel brevlåda från Outlook (.pst). Granska den med klarsprak audit run, eller spara mejlen som "
        ".msg eller .eml."
    ),
}


def holder_of(data: bytes, source: str) -> Holder | None:
    """What reads the file; None for one that is a letter itself.  Raises ``ReadError`` for what nothing here reads.

    A zip file that is called *brev.docx* is a document that is no longer whole.
    """
    for mark, reason in _REFUSED.items():
        if data.startswith(mark):
            raise ReadError(reason)
    if outlook.is_message(data):
        return outlook.read_all
    if not source.lower().endswith(_PACKED) and zipped_letters.holds_letters(data):
        return zipped_letters.read_all
    return _read_flat if odt.is_flat(data) else None


def _read_flat(data: bytes, source: str, read_bytes: AttachmentReader) -> Iterator[Letter]:
    yield odt.read(data, source)
