"""What stands around a term: where a letter may say what it means."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.prose.explaining import CITES

_NEAR = 600
"""Signs before a term among which its meaning is looked for: a sentence may have no end."""
_SENTENCE_BEFORE = 200
"""Signs before a term's sentence in which the words are that it is made of."""
_LONG_SENTENCE = 30
"""Tokens of a sentence from which the next one tells no more what a term in it means."""


class Surroundings(NamedTuple):
    """What stands around a term, as text."""

    term: str
    """The term itself, lower case."""
    ahead: str
    """What stands before it in its block, down from the sentence before its own."""
    before: str
    """Its sentence up to it, or the end of that."""
    after: str
    """Its sentence from its end on."""
    rest: str
    """Its block from its end on."""
    then: str
    """What follows its sentence, in its block or in the next one."""
    heading: str
    """The heading that it stands in, if it does."""
    is_long: bool
    """Whether its sentence is a long one."""

    @classmethod
    def of(cls, words: WordsAt, following: str) -> Surroundings:
        """The surroundings of the words; ``following`` is the text of the block after."""
        text, sentence = words.block.text, words.sentence
        first, last = words.characters
        start, end = sentence.characters
        then = text[end:].strip()
        if then and (cites := CITES.match(then)):
            then = then[cites.end() :]
        # In their order: of each term in a letter one is made, and names take longer.
        return cls(
            text[first:last].lower(),
            text[max(0, start - _SENTENCE_BEFORE) : first],
            text[max(start, first - _NEAR) : first],
            text[last:end],
            text[last:],
            then or following,
            text if words.block.block.role is Role.HEADING else "",
            sentence.end - sentence.start > _LONG_SENTENCE,
        )
