"""Text with markup in it: what is read of it, and where that stood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of a source: text to be checked, or markup, which reads as ``reads_as``.

    ``Piece("<br>", "\\n")`` is a line's end, ``Piece("Hej")`` is text.
    """

    source: str
    reads_as: str | None = None
    """None for text."""

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        return self.source if self.reads_as is None else self.reads_as


class MarkedText:
    """A source in pieces: the text to read, and the way back.  Offsets count code points.

    >>> marked = MarkedText([Piece("<b>", ""), Piece("Hej"), Piece("</b>", ""), Piece(" du")])
    >>> marked.text, marked.in_source(0, 6)
    ('Hej du', (3, 13))
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = [piece for piece in pieces if piece.source or piece.text]
        self.text = "".join(piece.text for piece in self._pieces)
        self.source = "".join(piece.source for piece in self._pieces)
        self._text_starts: list[int] = []
        self._source_starts: list[int] = []
        text_start = source_start = 0
        for piece in self._pieces:
            self._text_starts.append(text_start)
            self._source_starts.append(source_start)
            text_start += len(piece.text)
            source_start += len(piece.source)

    @classmethod
    def plain(cls, text: str) -> MarkedText:
        """A source without markup."""
        return cls([Piece(text)])

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text, not empty, stands in the source; markup that touches it is left out."""
        first = self._piece_at(start)
        last = self._piece_at(end - 1)
        return self._offset(first, start), self._end(last, end)

    def is_plain(self, start: int, end: int) -> bool:
        """Whether a stretch of the text, which isn't empty, stands in one piece of text: can be written over."""
        first = self._piece_at(start)
        return first == self._piece_at(end - 1) and self._pieces[first].reads_as is None

    def _piece_at(self, offset: int) -> int:
        return bisect_right(self._text_starts, offset) - 1

    def _offset(self, index: int, offset: int) -> int:
        """In markup, where it begins."""
        start = self._source_starts[index]
        return start if self._pieces[index].reads_as is not None else start + offset - self._text_starts[index]

    def _end(self, index: int, end: int) -> int:
        """In markup, where it ends."""
        start, piece = self._source_starts[index], self._pieces[index]
        return start + (len(piece.source) if piece.reads_as is not None else end - self._text_starts[index])
