"""Compounds looked up by their first or last part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, Literal, NamedTuple, TypeVar

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.words_at import WordsAt

V = TypeVar("V")
Part = Literal["first", "last", "any"]
SHORTEST = 3
"""Letters of the part that is looked for, and letters that must be left beside it, at least."""
NO_LINK = 6
"""Letters from which a first part may stand without a linking s; shorter ones begin too many other words."""

_MOST_KNOWN = 50_000
"""Words whose answer is kept: letters use the same words again and again."""


class CompoundHit(NamedTuple, Generic[V]):
    """What was put in for the part, and how many letters at the word's end (or beginning) the part is."""

    value: V
    length: int
    is_last: bool


class Compounds(Generic[V]):
    """Words whose beginning or end is one of the parts put in; what was put in first for a part counts."""

    def __init__(self) -> None:
        self._first: dict[str, V] = {}
        self._last: dict[str, V] = {}
        self._known: dict[str, CompoundHit[V]] = {}
        self._others: set[str] = set()

    def add(self, where: Part | None, words: Iterable[str], forms: Iterable[str], value: V) -> None:
        """Look for compounds that begin with one of the words, or end in one of the forms, as ``where`` says.

        *bygglov* as ``first`` finds *bygglovsavgift*, as ``last`` *rivningsbygglov*.
        """
        if where in ("first", "any"):
            for part in _first_parts(words):
                self._first.setdefault(part, value)
        if where in ("last", "any"):
            for form in forms:
                self._last.setdefault(form.lower(), value)

    def find(self, analysis: Analysis) -> Iterator[tuple[WordsAt, CompoundHit[V]]]:
        """The compounds in reading order, each with the longest part that it ends in or begins with.

        A letter has few.
        """
        self._learn(analysis.forms)
        for block, token in sorted(self._places(analysis), key=reading_order):
            yield WordsAt(block, token, token + 1), self._known[block.words[token]]

    def _places(self, analysis: Analysis) -> Iterator[tuple[AnalysedBlock, int]]:
        """Where the compounds stand: blocks and tokens.

        In no order yet.
        """
        for form in self._known.keys() & analysis.forms:
            yield from analysis.places[form]

    def _learn(self, forms: frozenset[str]) -> None:
        """Remember which of the forms are compounds.

        A letter brings few forms that none before has had.
        """
        if len(self._others) > _MOST_KNOWN:
            self._others.clear()
            self._known.clear()
        for form in forms - self._others - self._known.keys():
            hit = self._search(form)
            if hit is None:
                self._others.add(form)
            else:
                self._known[form] = hit

    def _search(self, word: str) -> CompoundHit[V] | None:
        """The longest part of the word that was put in; of two that are as long the one at its end.

        *föreläggande* of *vitesföreläggande*, though *vites-* begins it.
        """
        for length in range(len(word) - SHORTEST, SHORTEST - 1, -1):
            if word[-length:] in self._last:
                return CompoundHit(self._last[word[-length:]], length, True)
            if word[:length] in self._first:
                return CompoundHit(self._first[word[:length]], length, False)
        return None


def _first_parts(words: Iterable[str]) -> Iterator[str]:
    """The words as compounds begin with them: *bygglovs-*, and long ones without the s too.

    *vites-* of *vite*; *bygglovs-* and *bygglov-* of *bygglov*.
    """
    for word in map(str.lower, words):
        yield f"{word}s"
        if len(word) >= NO_LINK:
            yield word
