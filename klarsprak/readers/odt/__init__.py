"""OpenDocument text → letter: every word that its reader sees, once, in reading order."""

from __future__ import annotations

from klarsprak.letter import Letter


def read(data: bytes, source: str) -> Letter:
    """The letter in an OpenDocument text (.odt), as LibreOffice and Word write it.

    ``source`` is the name to show.  Raises ``ReadError`` for what is damaged, wants a password, has no text but maybe
    pictures, or would unpack to an absurd size; what else can't be read is named in the letter's notes.
    """
    from klarsprak.readers.odt.document import OdtDocument  # lxml only where a document is read
    from klarsprak.readers.odt.pictures import refuse_without_text

    document = OdtDocument(data)
    refuse_without_text(document.blocks, document.text, document.notes)
    return Letter(source, "odt", document.blocks, list(document.notes))
