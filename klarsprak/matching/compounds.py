"""Compounds looked up by their first or last part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, Literal, NamedTuple, TypeVar

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import reading_order
from klarsprak.language.packed import BEGINNING, PackedValues
from klarsprak.language.unbroken import LONGEST
from klarsprak.language.words_at import WordsAt

V = TypeVar("V")
Part = Literal["first", "last", "any", "none"]
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
    """Words whose beginning or end is one of the parts put in; what was put in first for a part counts.

    The parts are looked for once they are packed: as keys of dictionaries the terms' take four megabytes.
    """

    def __init__(self) -> None:
        self._added_first: dict[str, V] = {}
        self._added_last: dict[str, V] = {}
        self.pack()
        self._known: dict[str, CompoundHit[V]] = {}
        self._others: set[str] = set()

    def add(self, where: Part | None, words: Iterable[str], forms: Iterable[str], value: V) -> None:
        """Look for compounds that begin with one of the words, or end in one of the forms, as ``where`` says.

        *first* of *vite* is *vitesföreläggande*, *last* of it *tilläggsvite* with all its forms.
        """
        firsts = _first_parts(words) if where in ("first", "any") else ()
        lasts = map(str.lower, forms) if where in ("last", "any") else ()
        for part in firsts:
            self._added_first.setdefault(part, value)
        for form in lasts:
            self._added_last.setdefault(form, value)

    def pack(self) -> None:
        """Nothing more is put in: look for what is there."""
        self._first, self._last = PackedValues(self._added_first), PackedValues(self._added_last)
        self._added_first, self._added_last = {}, {}

    def find(self, analysis: Analysis) -> Iterator[tuple[WordsAt, CompoundHit[V]]]:
        """The compounds in reading order, each with the longest part that it ends in or begins with."""
        self._learn(analysis.forms)
        compounds = self._known.keys() & analysis.forms
        places = [place for form in compounds for place in analysis.places[form]]
        for block, token in sorted(places, key=reading_order):
            yield WordsAt(block, token, token + 1), self._known[block.words[token]]

    def _learn(self, forms: frozenset[str]) -> None:
        """Remember which of the forms are compounds.

        The memory is emptied at once when it is full: to tell which words to forget would take longer.
        """
        if len(self._others) > _MOST_KNOWN:
            self._others.clear()
            self._known.clear()
        for form in forms - self._others - self._known.keys():
            hit = self._search(form) if len(form) <= LONGEST else None  # a row of blanks is a form too
            if hit is None:
                self._others.add(form)
            else:
                self._known[form] = hit

    def _search(self, word: str) -> CompoundHit[V] | None:
        """The longest part of the word that was put in: *vites* of *vitesföreläggande*.

        Of two that are as long the last part counts, which says what the word is about.
        """
        lasts = self._last.beginnings
        may_be_first = word[:BEGINNING] in self._first.beginnings
        for length in range(len(word) - SHORTEST, SHORTEST - 1, -1):
            start = len(word) - length
            if word[start : start + BEGINNING] in lasts:  # no call for each of the others
                value = self._last.get(word[start:])
                if value is not None:
                    return CompoundHit(value, length, True)
            value = self._first.get(word[:length]) if may_be_first else None
            if value is not None:
                return CompoundHit(value, length, False)
        return None


def _first_parts(words: Iterable[str]) -> Iterator[str]:
    """The words as compounds begin with them: *bygglovs-*, and long ones without the s too; *va-* as it is."""
    for word in map(str.lower, words):
        if word.endswith("-"):
            yield word
            continue
        yield f"{word}s"
        if len(word) >= NO_LINK:
            yield word
