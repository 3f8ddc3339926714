"""The tokens of a text, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.laws.tokens import Token, tokens
from klarsprak.lazy_regex import LazyRegex


class Cursor:
    """The tokens in those stretches of a text, by number."""

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.tokens: list[Token] = tokens(text, stretches)

    def kind(self, i: int) -> str:
        """The kind of token ``i``, "" after the last one."""
        return self.tokens[i].kind if i < len(self.tokens) else ""

    def is_comma(self, i: int) -> bool:
        """Whether token ``i`` is a comma."""
        return i < len(self.tokens) and self.tokens[i].text == ","

    def joined(self, i: int) -> bool:
        """Whether only blanks stand between token ``i`` and the next one."""
        return i + 1 < len(self.tokens) and self.adjacent(self.tokens[i].end, i + 1)

    def adjacent(self, end: int, i: int) -> bool:
        """Whether only blanks stand between the place ``end`` and token ``i``."""
        if i >= len(self.tokens):
            return False
        start = self.tokens[i].start
        return end == start or (end < start and self.text[end:start].isspace())

    def between(self, pattern: LazyRegex, end: int, i: int) -> bool:
        """Whether what stands between the place ``end`` and token ``i`` fits the pattern."""
        if i >= len(self.tokens):
            return False
        start = self.tokens[i].start
        return end <= start and pattern.fits(self.text, end, start)

    def token_at(self, place: int, i: int) -> int:
        """The first token from ``i`` on that begins at ``place`` or later."""
        while i < len(self.tokens) and self.tokens[i].start < place:
            i += 1
        return i
