"""Offsets as Python counts them, in code points, and as editors and browsers do, in UTF-16 units."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from klarsprak.readers.text.line import LINE_END

_FIRST_OF_TWO_UNITS = 0x10000


class Positions:
    """A text's offsets in both ways of counting."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [index for index, sign in enumerate(text) if ord(sign) >= _FIRST_OF_TWO_UNITS]
        self._text = text

    def in_utf16(self, offset: int) -> int:
        """The offset in UTF-16 units of the code point at ``offset``.

        >>> Positions("a😀b").in_utf16(2)
        3
        """
        return offset + bisect_right(self._astral, offset - 1)

    def in_code_points(self, units: int) -> int:
        """The code point that holds the UTF-16 unit at ``units``; what lies behind the text is its end.

        >>> text = Positions("a😀b")
        >>> [text.in_code_points(units) for units in range(6)]
        [0, 1, 1, 2, 3, 3]
        """
        low, high = 0, self._length
        while low < high:
            middle = (low + high + 1) // 2
            if self.in_utf16(middle) <= units:
                low = middle
            else:
                high = middle - 1
        return low

    def line_and_character(self, offset: int) -> tuple[int, int]:
        """The line, and the UTF-16 units before the code point on it, both from 0: as language servers count.

        >>> Positions("ett\\n😀två").line_and_character(5)
        (1, 2)
        """
        line = bisect_right(self._lines, offset) - 1
        return line, self.in_utf16(offset) - self.in_utf16(self._lines[line])

    def offset_at(self, line: int, character: int) -> int:
        """The code point at a line and a UTF-16 unit on it, both from 0; beyond a line is its end.

        >>> Positions("ett\\n😀två").offset_at(1, 2), Positions("ett\\ntvå").offset_at(0, 99)
        (5, 3)
        """
        if line >= len(self._lines):
            return self._length
        start = self._lines[line]
        return min(self.in_code_points(self.in_utf16(start) + character), self._line_end(line))

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, in code points."""
        return [0, *(line_end.end() for line_end in LINE_END.finditer(self._text))]

    def _line_end(self, line: int) -> int:
        line_end = LINE_END.search(self._text, self._lines[line])
        return line_end.start() if line_end else self._length
