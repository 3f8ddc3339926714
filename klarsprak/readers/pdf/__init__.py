"""PDF → letter: the text layer, put in reading order and back into paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klarsprak.letter import Letter

if TYPE_CHECKING:
    from klarsprak.readers.pdf.page import DrawnPage


def read(data: bytes, source: str) -> Letter:
    """The letter in a PDF.

    ``source`` is the name to show.  Raises ``ReadError`` for what isn't a whole PDF, wants a password, has no text
    layer (a scanned page), or whose characters can't be told; pages where only some text is missing are named in
    the letter's notes.
    """
    return read_pages(data, source)[0]


def read_pages(data: bytes, source: str) -> tuple[Letter, list[DrawnPage]]:
    """The letter, and the pages of glyphs that it was made of."""
    from klarsprak.readers.pdf.document import draw_pages  # pdfminer is slow to import
    from klarsprak.readers.pdf.layout import lay_out
    from klarsprak.readers.pdf.marks import note_lost_marks
    from klarsprak.readers.pdf.scanned import note_scans
    from klarsprak.readers.pdf.trust import leave_out_unreadable

    pages, notes = draw_pages(data)
    notes += note_scans(pages)
    notes += leave_out_unreadable(pages)
    blocks = lay_out(pages)
    notes += note_lost_marks(blocks)
    return Letter(source, "pdf", blocks, notes), pages
