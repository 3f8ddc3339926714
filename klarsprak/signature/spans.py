"""Stretches of a block's text, and the parts of the signature that are made of them."""

from __future__ import annotations

import re
from typing import NamedTuple


class FoundPart(NamedTuple):
    """A part of the signature block.

    ``start`` and ``end`` count code points in the block's text.  An address that is spread over several blocks has
    its lines joined with a comma in ``text``, and the place of the first of them.  ``reason`` says in Swedish where
    in the letter it stands and what it was known by: *under hälsningsfrasen, vid ”Telefon”*.
    """

    text: str
    block: int
    start: int
    end: int
    reason: str = ""
    is_the_signers: bool = True
    """Whether it stands where the signer's own things stand, not merely somewhere that may be about others."""


class Span(NamedTuple):
    """A stretch of a block's text."""

    text: str
    block: int
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Span:
        """The stretch between two offsets of this one, without white space around it."""
        text = self.text[start:end]
        led = text.lstrip()
        bare = led.rstrip()
        if len(bare) == len(self.text):
            return self
        return Span(bare, self.block, self.start + start + len(text) - len(led))

    def matched(self, match: re.Match[str], group: str | int = 0) -> Span:
        """The stretch that an expression has found in this one."""
        return self.cut(match.start(group), match.end(group))

    def search(self, pattern: re.Pattern[str]) -> Span | None:
        """The first stretch of this one that the expression finds.

        *www.norrlida.example* in *Läs mer på www.norrlida.example*.
        """
        match = pattern.search(self.text)
        return self.matched(match) if match else None

    def behind(self, match: re.Match[str]) -> Span:
        """What follows that which an expression has found in this stretch."""
        return self.cut(match.end())

    def without_lead(self, pattern: re.Pattern[str]) -> Span:
        """The stretch without what the expression finds at its very beginning.

        *Anna Ek* of *genom Anna Ek*.
        """
        match = pattern.match(self.text)
        return self.behind(match) if match else self

    def stretch(self, other: Span) -> Span:
        """The part of this stretch where the other one stands, which may be written otherwise.

        *rehabenheten* where *Rehabenheten* has been looked up.
        """
        return self.cut(other.start - self.start, other.end - self.start)

    def nothing(self) -> Span:
        """The empty stretch at the end of this one."""
        return self.cut(len(self.text))

    def lstrip(self, marks: str) -> Span:
        """The stretch without these marks at its beginning."""
        return self.cut(len(self.text) - len(self.text.lstrip(marks)))

    def rstrip(self, marks: str) -> Span:
        """The stretch without these marks at its end."""
        return self.cut(0, len(self.text.rstrip(marks)))

    @property
    def folded(self) -> str:
        """The text with its white space folded."""
        return " ".join(self.text.split())

    def part(self, reason: str = "") -> FoundPart:
        """The stretch as a part, with white space folded in its text."""
        return FoundPart(self.folded, self.block, self.start, self.end, reason)
