"""The common words themselves.

``words.bin`` holds 46,000 dictionary forms by frequency (wordfreq's; ``LICENSE`` beside it says whose and on what
terms), as ``written`` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from klarsprak.language.endings import look_up
from klarsprak.language.mapped import unpacked
from klarsprak.language.packed_words import PackedWords

WORDS = Path(__file__).parent / "words.bin"


class CommonWords(NamedTuple):
    """Dictionary forms: ``common`` are common enough to be told from chance as a compound's shortest parts."""

    common: PackedWords
    others: PackedWords

    def has(self, *words: str) -> bool:
        """Whether one of the words is there."""
        return any(word in known for word in words for known in self)


@cache
def shipped_words() -> CommonWords:
    """The words that ship with the program."""
    common, others = unpacked(WORDS).split("\n\n")
    return CommonWords(PackedWords(common.split("\n")), PackedWords(others.split("\n")))


def written(common: Iterable[str], others: Iterable[str]) -> str:
    """The text that ``shipped_words`` unpacks, a line for each string."""
    return "\n\n".join("\n".join(PackedWords.of(words).pieces()) for words in (common, others))


def is_common(word: str) -> bool:
    """Whether the lower-case word or its dictionary form is one of the commonest.

    >>> is_common("husen"), is_common("trakom")
    (True, False)
    """
    common = shipped_words().common
    return word in common or lemma_of(word) in common


@lru_cache(maxsize=50_000)  # compounds are tried with the same parts again and again
def lemma_of(word: str) -> str:
    """The dictionary form that the lexicon's endings give a lower-case form.

    >>> lemma_of("handlingarna")
    'handling'
    """
    return look_up(word).lemma(word)
