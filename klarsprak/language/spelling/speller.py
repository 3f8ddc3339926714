"""What a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from klarsprak.language.spelling.candidates import Candidate, Search
from klarsprak.language.spelling.lexicon import Lexicon

_REMEMBERED = 5_000
_MOST = 3
"""Suggestions, at most."""
_WEIGHT = 2.0
"""How much a slip counts against how common a word is."""
_LONG = 8
"""Letters of a word in which two slips, or one in a compound, can be told."""


class Correction(NamedTuple):
    """What was perhaps meant, the likeliest first, and whether the word is wrong beyond doubt."""

    words: tuple[str, ...]
    is_sure: bool
    is_only_one: bool = False
    """Whether nothing else can have been meant."""


class _Ranked(NamedTuple):
    score: float
    candidate: Candidate


class Speller:
    """Judges words by the lists that ship and by ``also``, words that these readers and writers know."""

    def __init__(self, also: Iterable[str] = ()) -> None:
        self.lexicon = Lexicon(also)
        self.correction = lru_cache(maxsize=_REMEMBERED)(self._correction)

    def _correction(self, word: str) -> Correction | None:
        """What the lower-case word was meant to be; None where it is right, or nothing like it is known.

        >>> Speller().correction("uppmärskammat")
        Correction(words=('uppmärksammat',), is_sure=True, is_only_one=True)
        """
        if self.lexicon.holds(word):
            return None
        ranked = self._ranked(word)
        if not ranked:
            return None
        return self._judged(word, ranked)

    def _ranked(self, word: str) -> list[_Ranked]:
        """Candidates, the best first: those of one slip, or else of two."""
        for candidates in self._tries(word):
            kept = [each for each in candidates if not _is_form(word, each.word)]
            if kept:
                return sorted((_Ranked(_score(each), each) for each in kept), reverse=True)
        return []

    def _tries(self, word: str) -> Iterator[list[Candidate]]:
        automaton = self.lexicon.automaton
        yield Search(automaton, word, 0, 1, marks=True).candidates()
        if len(word) < _LONG:
            yield Search(automaton, word, 1, 1).candidates()
            return
        yield Search(automaton, word, 1, 3).candidates()
        yield Search(automaton, word, 2, 1).candidates()

    def _judged(self, word: str, ranked: list[_Ranked]) -> Correction | None:
        best = ranked[0].candidate
        near = [each.candidate.word for each in ranked if each.score >= ranked[0].score - 2]
        if not _is_likely(word, best):
            return None
        is_sure = _is_certain(word, best) and len(near) == 1
        return Correction(tuple(near[:_MOST]), is_sure, len(ranked) == 1)


def _score(candidate: Candidate) -> float:
    band = candidate.band if candidate.parts == 1 else min(candidate.band, 3) / 2 - 0.5
    return band - _WEIGHT * candidate.cost


def _is_likely(word: str, best: Candidate) -> bool:
    if len(word) < 4:
        return False
    if len(word) < 6:
        return best.parts == 1 and best.band >= 4
    return best.parts > 1 or best.band >= 1 or len(word) >= _LONG


def _is_certain(word: str, best: Candidate) -> bool:
    if len(word) < 6:
        return False
    return best.parts > 1 or best.band >= 2 or len(word) >= 10


_ENDINGS = ("s", "n", "t", "r", "en", "a", "e", "er", "ar", "or", "na", "d")


def _is_form(word: str, other: str) -> bool:
    """Whether one may be a form of the other, which the lists lack: *wikis*, *wiki*."""
    shorter, longer = sorted((word, other), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS
