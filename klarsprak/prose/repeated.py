"""Sentences that a template has put twice, one right after the other.

*Elsa har fått plats i simskolan. Elsa har fått plats i simskolan 2026.*
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from klarsprak.letter import Block, Letter, Role

_SENTENCE = re.compile(r"[^\s.!?][^.!?]*+(?:\.(?!\s|[A-ZÅÄÖ]|$)[^.!?]*+)*+(?P<stop>[.!?](?=\s|[A-ZÅÄÖ]|$))?")
"""A sentence up to its stop, or to where it breaks off without one: what was passed once isn't begun again."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_FEWEST_WORDS = 6
"""Shorter ones may be said twice on purpose: *Ring oss gärna.*"""


class _Said(NamedTuple):
    """A sentence and its place."""

    block: int
    start: int
    end: int
    text: str
    """In lower case."""

    @property
    def words(self) -> list[str]:
        """Its words, without the numbers."""
        return _WORD.findall(self.text)

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in it."""
        return frozenset(_NUMBER.findall(self.text))

    def begins_like(self, other: _Said) -> bool:
        """Whether both have the same first word: asked first, since few sentences beside each other do."""
        first, others = _WORD.search(self.text), _WORD.search(other.text)
        return first is not None and others is not None and first[0] == others[0]

    def repeats(self, earlier: _Said) -> bool:
        """Whether it says the same, and at most adds numbers or leaves some out.

        *Du betalar 100 kronor i år. Du betalar 200 kronor i år.* are two things.
        """
        if not self.begins_like(earlier):
            return False
        words = self.words
        if len(words) < _FEWEST_WORDS or words != earlier.words:
            return False
        return self.numbers <= earlier.numbers or earlier.numbers <= self.numbers


def find_repeated(letter: Letter) -> Iterator[tuple[int, int, int]]:
    """The later one of two such sentences: block, first code point, last one plus one."""
    said = [each for number, block in enumerate(letter.blocks) for each in _sentences(number, block)]
    for earlier, later in pairwise(said):
        if later.block - earlier.block <= 1 and later.repeats(earlier):
            yield later.block, later.start, later.end


def _sentences(number: int, block: Block) -> Iterator[_Said]:
    """The sentences of a paragraph; rows of a table and items of a list are often alike."""
    if block.role is not Role.PARAGRAPH:
        return
    for match in _SENTENCE.finditer(block.text):
        if match["stop"]:
            yield _Said(number, match.start(), match.end(), match.group().lower())
