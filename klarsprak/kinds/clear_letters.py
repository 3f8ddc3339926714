"""What isn't said in a letter that is clear: hints that are guesses, and guesses at what a letter forgets.

A hint on how a letter sounds and whom it speaks to is a guess from a few words.  In letters with heavy wording
readers agree with three of five; in clear ones, whose officers also weigh their tone, with one in eight.

In letters that are clear throughout judges called one of seven right of the hints on words, terms and passives and of
the claims that something isn't told, which such a letter tells in other words than a program knows; in others nine of
ten.
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
_HINTED = _GUESSED | {
    Category.ARENDEGANG,
    Category.KANSLISVENSKA,
    Category.FACKORD,
    Category.PASSIV,
    Category.LAGRUM,
}
"""What is mostly no use to the officer of such a letter: *Skicka den* that *säger inte vart* is told further down."""
_FEWEST_WORDS = 60
"""A shorter text tells too little of how its officer writes."""
_CLEAR = 0.04
"""Remarks on wording for each word, at most, in a clear letter: one in 25 words."""
_FEWEST_WORDS_THROUGHOUT = 100
_CLEAR_THROUGHOUT = 0.015
"""The same in one that is clear throughout, one in 67 words: between these and other letters there are hardly any."""


def without_guesses(hits: list[Hit], analysis: Analysis, categories: Set[Category]) -> list[Hit]:
    """The hits without those that are guesses, where the letter is long enough to be seen to be clear.

    All of them where some of the ``categories`` that tell it aren't looked for.
    """
    if not categories >= _OF_WORDING:
        return hits
    words, remarks = analysis.word_count, _count(hits)
    if words >= _FEWEST_WORDS_THROUGHOUT and remarks <= words * _CLEAR_THROUGHOUT:
        return [hit for hit in hits if not _is_guess_throughout(hit)]
    if words >= _FEWEST_WORDS and remarks <= words * _CLEAR:
        return [hit for hit in hits if not _is_guess(hit)]
    return hits


def _is_guess(hit: Hit) -> bool:
    return hit.rule.level is Level.INFO and hit.rule.category in _GUESSED


def _is_guess_throughout(hit: Hit) -> bool:
    """A hint, or something that the letter is said not to tell."""
    return hit.is_guess or (hit.rule.level is Level.INFO and hit.rule.category in _HINTED)


def _count(hits: Iterable[Hit]) -> int:
    """How many remarks on wording there are."""
    return sum(hit.rule.category in _OF_WORDING for hit in hits)
