"""Compounds written as two words in a letter that has them as one elsewhere: *Pott hål*, and *potthålet* above."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.torn import may_meet
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt

_SHORTEST = 3
"""Letters of either part."""
_LONG = 7
"""Letters of a word that may be made of two."""
_ENDINGS = frozenset({"", "n", "en", "t", "et", "s", "ns", "ens", "ets", "na", "ar", "er", "or", "arna", "erna", "a"})
_FIRST_TAGS = frozenset({"NOUN", "PROPN", "X"})
"""What the tagger makes of half a word; with a capital, first in a sentence, of a name too."""
_NEIGHBOURS = frozenset((first, "NOUN") for first in _FIRST_TAGS)


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each pair of nouns that may be one word: whether the letter has it as one its other words tell."""
    block = words.block
    tags = enumerate(pairwise(block.tags[words.start : words.end]), words.start)
    for i in [i for i, pair in tags if pair in _NEIGHBOURS]:
        if may_meet(words, i):
            yield Mistake(i, i + 2, (match_case(block.written(i, i + 1), "".join(block.words[i : i + 2])),))


def is_one_among(first: str, second: str, forms: Container[str]) -> bool:
    """Whether one of the forms is the two words as one, perhaps with another ending.

    >>> is_one_among("pott", "hål", {"potthålet", "vägen"}), is_one_among("väg", "hål", {"potthålet", "vägen"})
    (True, False)
    """
    return any(len(whole) >= _LONG and whole in forms for whole in _wholes(first, second))


def _wholes(first: str, second: str) -> Iterator[str]:
    """The two words as one, with every ending: *potthål, potthålet*; for *hålet* without it too."""
    for ending in _ENDINGS:
        yield first + second + ending
        stem = second.removesuffix(ending)
        if _SHORTEST <= len(stem) < len(second):
            yield first + stem


TORN_ELSEWHERE = Check(_find, neighbours=_NEIGHBOURS)
