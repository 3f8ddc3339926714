"""Headers and footers: which of them the sections of a file show."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.letter import Block, Role

FIRST, USUAL, EVEN = "first", "usual", "even"
"""Kinds of pages that have a header of their own."""


class Margins:
    """The headers and footers while the sections come in; a section without its own has those of the one before."""

    def __init__(self) -> None:
        self.has_first = False
        """Whether the section's first page has its own."""
        self.has_even = False
        """Whether the file's even pages have theirs."""
        self._current: dict[tuple[Role, str], list[Block]] = {}
        self._shown: dict[tuple[Role, str, int], list[Block]] = {}

    def add(self, role: Role, pages: str, blocks: list[Block]) -> None:
        """The section has this header or footer on pages of that kind."""
        self._current[role, pages] = blocks

    def end_section(self) -> None:
        """A section is over: what it shows is kept, in reading order."""
        wanted = [FIRST, USUAL, EVEN] if self.has_first else [USUAL, EVEN]
        for pages in wanted:
            for role in (Role.HEADER, Role.FOOTER):
                blocks = self._current.get((role, pages))
                if blocks is not None:
                    self._shown[role, pages, id(blocks)] = blocks

    def shown(self, role: Role) -> list[Block]:
        """What the headers or footers say; those that say the same are read once."""
        said: dict[tuple[str, ...], None] = {}
        found: list[Block] = []
        for blocks in self._of(role):
            words = tuple(block.text for block in blocks)
            if words not in said:
                said[words] = None
                found += blocks
        return found

    def _of(self, role: Role) -> Iterator[list[Block]]:
        """The headers or footers that are shown, some of them more than once."""
        for (of, pages, _), blocks in self._shown.items():
            is_shown = pages != EVEN or self.has_even
            if of is role and is_shown:
                yield blocks
