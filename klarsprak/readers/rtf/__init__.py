"""Rich text (.rtf) → letter: every word that its reader sees, once, in reading order."""

from __future__ import annotations

from klarsprak.letter import Letter


def read(data: bytes, source: str) -> Letter:
    """The letter in a rich text file, as Word, LibreOffice, WordPad and the old case systems write it.

    ``source`` is the name to show.  Raises ``ReadError`` for what is damaged beyond reading, has no text but maybe
    pictures, or is absurdly large; what else can't be read, such as the end of a file that is cut off, is named in
    the letter's notes.
    """
    from klarsprak.readers.rtf.document import letter_of  # with all that it needs, where there is one to read

    return letter_of(data, source)
