"""The common words themselves.

``words.bin`` holds 46,000 dictionary forms by frequency (wordfreq's; ``LICENSE`` beside it says whose and on what
terms).
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from klarsprak.language.endings import look_up
from klarsprak.language.mapped import unpacked

WORDS = Path(__file__).parent / "words.bin"


class CommonWords(NamedTuple):
    """Dictionary forms: ``common`` are common enough to be told from chance as a compound's shortest parts."""

    common: frozenset[str]
    others: frozenset[str]


@cache
def shipped_words() -> CommonWords:
    """The words that ship with the program."""
    common, others = unpacked(WORDS).split("\n\n")
    return CommonWords(frozenset(common.split("\n")), frozenset(others.split("\n")))


@lru_cache(maxsize=50_000)  # compounds are tried with the same parts again and again
def lemma_of(word: str) -> str:
    """The dictionary form that the lexicon's endings give a lower-case form.

    >>> lemma_of("handlingarna")
    'handling'
    """
    return look_up(word).lemma(word)
