"""OpenDocument text → letter: every word that its reader sees, once, in reading order."""

from __future__ import annotations

import re

from klarsprak.letter import Letter

_FLAT = re.compile(rb"\s*+(?:<\?xml[^>]*+>\s*+(?:(?><!--.*?-->)\s*+)*+)?<office:document\s", re.DOTALL)
"""Nothing is given back once it is taken: else the ways to divide twenty-eight comments are a minute's work."""
_TYPE = re.compile(rb"office:mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.text(?:-template)?[\"']")
_HEAD = 20_000
"""Bytes within which a flat document tells its type, after the names of some fifty namespaces."""


def is_flat(data: bytes) -> bool:
    """Whether a file is an OpenDocument text in a single XML file (.fodt)."""
    return _FLAT.match(data, 0, _HEAD) is not None and _TYPE.search(data, 0, _HEAD) is not None


def read(data: bytes, source: str) -> Letter:
    """The letter in an OpenDocument text (.odt, .fodt), as LibreOffice and Word write it.

    ``source`` is the name to show.  Raises ``ReadError`` for what is damaged, wants a password, has no text but maybe
    pictures, or would unpack to an absurd size; what else can't be read is named in the letter's notes.
    """
    from klarsprak.readers.odt.document import OdtDocument  # lxml only where a document is read
    from klarsprak.readers.odt.pictures import note_full_pages, refuse_without_text

    document = OdtDocument(data)
    kind = "fodt" if is_flat(data) else "odt"
    refuse_without_text(document.blocks, document.text, document.notes)
    return Letter(source, kind, document.blocks, [*document.notes, *note_full_pages(document.text)])
