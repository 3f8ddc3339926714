"""Places in a text as the editor counts them: lines, and units of the encoding that it and the server agree on."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from lsprotocol import types

from klarsprak.readers.text.line import LINE_END

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""What Python calls each of them, and the bytes of a unit."""


class Lines:
    """A text's lines.

    ``pygls`` counts lines as Python does, which ends them at more signs than the protocol does, U+2028 among them,
    and takes a place beyond the last line's end for one before its last sign.
    """

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._text = text
        self._codec, self._size = _CODECS[encoding]
        ends = list(LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]

    def position(self, offset: int) -> types.Position:
        """Where the code point at ``offset`` stands.

        >>> Lines("ett\\n😀två", "utf-16").position(5)
        1:2
        """
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> types.Range:
        """The stretch from one code point to another."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The code point at a place: beyond a line it is the line's end, beyond all lines that of the text.

        >>> Lines("😀två", "utf-16").offset(types.Position(0, 2)), Lines("ett", "utf-8").offset(types.Position(9, 9))
        (1, 3)
        """
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        text = self._text[start : self._ends[position.line]]
        return start + bisect_right(
            range(1, len(text) + 1), position.character, key=lambda end: self._units(text[:end])
        )

    def _units(self, text: str) -> int:
        """A lone half of a sign, which an editor may send, counts too."""
        return len(text.encode(self._codec, "surrogatepass")) // self._size
