"""The tokens of a text by number, and what stands between them: what every part of the grammar reads from."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from klarsprak.laws.tokens import LawToken, read_tokens
from klarsprak.lazy_regex import LazyRegex

_BEYOND = LawToken("", "", -1, sys.maxsize)
"""Stands after the last token, twice, so that nobody need ask whether there is a next one: no place is next to it."""


class TokenCursor:
    """The tokens in those stretches of a text, by number.

    Functions that read take a cursor and the number of a token, and return what they read with the number of the
    token after it.  They may look two tokens beyond the last one.
    """

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.tokens: list[LawToken] = read_tokens(text, stretches)
        self.count = len(self.tokens)
        self.tokens += [_BEYOND, _BEYOND]

    def kind(self, i: int) -> str:
        """The kind of token ``i``, "" after the last one."""
        return self.tokens[i].kind

    def next_kind(self, i: int) -> str:
        """The kind of the token after token ``i``, "" where more than blanks stand between them.

        After the *§* of *9 § 2 p.* comes a ``NUM``, after that of *9 §: 2 p.* nothing does.
        """
        return self.tokens[i + 1].kind if self.is_joined(i) else ""

    def is_joined(self, i: int) -> bool:
        """Whether only blanks stand between token ``i`` and the next one."""
        return self.is_adjacent(self.tokens[i].end, i + 1)

    def is_adjacent(self, end: int, i: int) -> bool:
        """Whether only blanks, or nothing, stand between the place ``end`` and token ``i``."""
        start = self.tokens[i].start
        if end >= start:
            return end == start
        return self.text[end:start].isspace()

    def is_between(self, pattern: LazyRegex, end: int, i: int) -> bool:
        """Whether what stands between the place ``end`` and token ``i`` fits the pattern.

        Nothing does after the last token, nor where the token begins before that place.
        """
        start = self.tokens[i].start
        if end > start:
            return False
        return pattern.fits(self.text, end, start)

    def after_comma(self, i: int) -> int:
        """The token after ``i`` where that is a comma, else ``i``: past the comma of *skollagen, 3 §*."""
        return i + 1 if self.tokens[i].text == "," else i

    def token_at(self, place: int, i: int) -> int:
        """The first token from ``i`` on that begins at ``place`` or later.

        What was read by an expression, such as a law's title, may end in the midst of the tokens.
        """
        while i < self.count and self.tokens[i].start < place:
            i += 1
        return i

    def widen(self, i: int, end: int) -> None:
        """Let token ``i`` reach to the place ``end``: what stands between was read with it."""
        self.tokens[i] = self.tokens[i]._replace(end=end)
