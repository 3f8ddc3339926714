"""Headers and footers: which of them the sections of a file show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.letter import Block, Role

FIRST, USUAL, EVEN = "first", "usual", "even"
"""Kinds of pages that have a header of their own."""


class Margin(NamedTuple):
    """A header or footer, and its words without the numbers of pages."""

    blocks: list[Block]
    words: str


class Margins:
    """The headers and footers while the sections come in; a section without its own has those of the one before."""

    def __init__(self) -> None:
        self.has_first = False
        """Whether the section's first page has its own."""
        self.has_even = False
        """Whether the file's even pages have theirs."""
        self._current: dict[tuple[Role, str], Margin] = {}
        self._shown: dict[tuple[Role, str, int], Margin] = {}

    def add(self, role: Role, pages: str, margin: Margin) -> None:
        """The section has this header or footer on pages of that kind."""
        self._current[role, pages] = margin

    def end_section(self) -> None:
        """A section is over: what it shows is kept, in reading order."""
        wanted = [FIRST, USUAL, EVEN] if self.has_first else [USUAL, EVEN]
        for pages in wanted:
            for role in (Role.HEADER, Role.FOOTER):
                margin = self._current.get((role, pages))
                if margin is not None:
                    self._shown[role, pages, id(margin)] = margin

    def shown(self, role: Role) -> list[Block]:
        """What the headers or footers say; those that say the same but for the page's number are read once."""
        different: dict[str, Margin] = {}
        for margin in self._of(role):
            different.setdefault(margin.words, margin)
        return [block for margin in different.values() for block in margin.blocks]

    def _of(self, role: Role) -> Iterator[Margin]:
        """The headers or footers that are shown, some of them more than once."""
        for (of, pages, _), margin in self._shown.items():
            is_shown = pages != EVEN or self.has_even
            if of is role and is_shown:
                yield margin
