"""Words that stand somewhere in a letter, and what stands around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from klarsprak.language.analysed import AnalysedBlock, Sentence


class WordsAt(NamedTuple):
    """One word or more of a block: its tokens from ``start`` up to, not including, ``end``.

    Made for words that something has found, not for every token.
    """

    block: AnalysedBlock
    start: int
    end: int

    @classmethod
    def covering(cls, block: AnalysedBlock, first: int, last: int) -> WordsAt:
        """The words that the code points from ``first`` to ``last`` of the block are part of."""
        return cls(block, *block.tokens(first, last))

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.block.written(self.start, self.end)

    @property
    def characters(self) -> tuple[int, int]:
        """Where they begin and end in the block's text, in code points."""
        return self.block.chars(self.start, self.end)

    @property
    def is_one(self) -> bool:
        """Whether there is one word alone."""
        return self.end == self.start + 1

    @property
    def tag(self) -> str:
        """The first one's part of speech; empty where the text isn't tagged."""
        return self.block.tags[self.start]

    @property
    def morphology(self) -> Mapping[str, str]:
        """The first one's features by name."""
        return self.block.morphology(self.start)

    @property
    def sentence(self) -> Sentence:
        """The sentence in which the first one stands."""
        return self.block.sentence_at(self.start)

    @property
    def is_first_in_sentence(self) -> bool:
        """Whether a sentence begins with them."""
        return self.start == self.sentence.start

    @property
    def before(self) -> list[str]:
        """The lower-case forms of what stands before them in their sentence."""
        return self.block.words[self.sentence.start : self.start]

    @property
    def after(self) -> list[str]:
        """The lower-case forms of what stands after them in their sentence."""
        return self.block.words[self.end : self.sentence.end]

    @property
    def text_before(self) -> str:
        """Their sentence up to them, as it stands."""
        return self.block.text[self.sentence.characters[0] : self.characters[0]]
