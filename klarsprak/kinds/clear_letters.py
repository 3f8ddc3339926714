"""What isn't said in a letter that is clear: hints on how it sounds and whom it speaks to.

Such a hint is a guess from a few words.  In letters with heavy wording readers agree with three of five; in clear
ones, whose officers also weigh their tone, with one in eight.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from klarsprak.analysis import Analysis
from klarsprak.finding import Category, Level
from klarsprak.kinds.kind import Hit

_GUESSED = frozenset({Category.TON, Category.TILLTAL})
_OF_WORDING = frozenset(
    {
        Category.KANSLISVENSKA,
        Category.FACKORD,
        Category.FORKORTNING,
        Category.LAGRUM,
        Category.PASSIV,
        Category.MENING,
    }
)
"""What tells how a letter is worded; all of them have to be looked for."""
_FEWEST_WORDS = 60
"""A shorter text tells too little of how its officer writes."""
_CLEAR = 0.04
"""Remarks on wording for each word, at most, in a clear letter: one in 25 words."""


def without_guesses(hits: list[Hit], analysis: Analysis, categories: Set[Category]) -> list[Hit]:
    """The hits without the hints on tone and address, where the letter is long enough to be seen to be clear.

    All of them where some of the ``categories`` that tell it aren't looked for.
    """
    if not categories >= _OF_WORDING or not any(map(_is_guess, hits)):
        return hits
    words = analysis.word_count
    if words < _FEWEST_WORDS or _count(hits) > words * _CLEAR:
        return hits
    return [hit for hit in hits if not _is_guess(hit)]


def _is_guess(hit: Hit) -> bool:
    return hit.rule.level is Level.INFO and hit.rule.category in _GUESSED


def _count(hits: Iterable[Hit]) -> int:
    """How many remarks on wording there are."""
    return sum(hit.rule.category in _OF_WORDING for hit in hits)
