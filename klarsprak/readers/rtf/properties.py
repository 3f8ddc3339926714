"""What a paragraph's own words say of it."""

from __future__ import annotations

from typing import NamedTuple


class RtfParagraph(NamedTuple):
    """What a paragraph's own words say of it."""

    style: int = 0
    outline: int | None = None
    """Its place in the outline, from 0; 9 is that of text."""
    is_listed: bool = False
    is_in_table: bool = False
    depth: int = 1
    """In how many tables it lies, if it lies in one."""

    @property
    def tables(self) -> int:
        """In how many tables it lies."""
        is_in_inner = self.depth > 1
        return self.depth if self.is_in_table or is_in_inner else 0


PLAIN_PARAGRAPH = RtfParagraph()
