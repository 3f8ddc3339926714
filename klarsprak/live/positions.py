"""Offsets as Python counts them, in code points, and as editors and browsers do, in UTF-16 units."""

from __future__ import annotations

from bisect import bisect_right

_FIRST_OF_TWO_UNITS = 0x10000


class Positions:
    """A text's offsets, from code points to UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._astral = [index for index, sign in enumerate(text) if ord(sign) >= _FIRST_OF_TWO_UNITS]

    def in_utf16(self, offset: int) -> int:
        """The offset in UTF-16 units of the code point at ``offset``.

        >>> Positions("a😀b").in_utf16(2)
        3
        """
        return offset + bisect_right(self._astral, offset - 1)
