"""From a place in a letter that was read from text back to the text's own characters."""

from __future__ import annotations

from klarsprak.letter import Place
from klarsprak.readers.text.composing import origins
from klarsprak.readers.text.line import LINE_END

BYTE_ORDER_MARK = "\ufeff"


class LineStretches:
    """Where the lines of a text begin, and where in it a column stands.  Offsets count code points."""

    def __init__(self, text: str) -> None:
        start = int(text.startswith(BYTE_ORDER_MARK))
        self._starts = [start]
        self._texts = []
        self._composed: dict[int, list[tuple[int, int]]] = {}
        for line_end in LINE_END.finditer(text):
            self._texts.append(text[start : line_end.start()])
            start = line_end.end()
            self._starts.append(start)
        self._texts.append(text[start:])

    def stretch(self, place: Place, offset: int) -> tuple[int, int] | None:
        """The stretch of the text that the block's code point at ``offset`` stands for; None if there is none.

        A letter and its accents that stand as several code points in the file are one in the block.
        """
        anchor = place.at(offset)
        if anchor.line is None or anchor.column is None or anchor.line > len(self._starts):
            return None
        composed = self._composed_line(anchor.line - 1)
        if anchor.column > len(composed):
            return None
        line_start = self._starts[anchor.line - 1]
        start, end = composed[anchor.column - 1]
        return line_start + start, line_start + end

    def _composed_line(self, number: int) -> list[tuple[int, int]]:
        if number not in self._composed:
            self._composed[number] = origins(self._texts[number])
        return self._composed[number]
