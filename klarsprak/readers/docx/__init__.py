"""Word document → letter: every word that its reader sees, once, in reading order."""

from __future__ import annotations

from klarsprak.letter import Letter


def read(data: bytes, source: str) -> Letter:
    """The letter in a Word document (.docx, .docm, .dotx; transitional or strict).

    ``source`` is the name to show.  Raises ``ReadError`` for what is no Word document, is damaged, wants a password,
    has no text but maybe pictures, or would unpack to an absurd size; a header, footer or the like that can't be read
    is named in the letter's notes.
    """
    from klarsprak.readers.docx.document import WordDocument  # lxml only where a docx is read
    from klarsprak.readers.docx.pictures import note_full_pages, refuse_without_text

    document = WordDocument(data)
    blocks = document.blocks()
    refuse_without_text(blocks, document.body, document.notes)
    return Letter(source, "docx", blocks, [*document.notes, *note_full_pages(document.body)])
