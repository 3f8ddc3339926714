"""Compounds that no rule lists, but that hold a word as hard as they are: *dagvattenbrunn* of *dagvatten*."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from klarsprak.analysis import Analysis
from klarsprak.language.everyday.compounds import unlinked
from klarsprak.language.everyday.vocabulary import Vocabulary
from klarsprak.language.everyday.words import is_common
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import CompoundHit, Compounds
from klarsprak.prose.own_words import is_office_or_law

V = TypeVar("V")
_SHORTEST = 7
"""Letters of a term that is looked for in other words, at least; shorter ones stand in too many by chance."""
_LINKS = "es"
_SHORTEST_REST = 4
"""Letters that must be left beside the term: *rekvisit* is no part of *rekvisition*."""


_ADDRESS = re.compile(r"@|\.[a-zåäö]{2,}(?:/|$)")
"""In what is an address on the web and no word: *ekvalla.se/taxa*."""


def is_about_term(words: WordsAt, but_not: Container[str]) -> bool:
    """Whether the compound is about the term: neither another word nor an office, a law or an address.

    *vitesföreläggande* is; *bygglovshandläggare* is an office.
    """
    word = words.block.words[words.start]
    if word in but_not or _ADDRESS.search(word):
        return False
    return not is_office_or_law(word)


def is_left_out(words: WordsAt, but_not: Collection[str]) -> bool:
    """Whether they stand among a rule's ``but_not``; most rules have none.

    A form of a term may be another word too: *laga* in *laga kraft*.
    """
    return bool(but_not) and words.text.lower() in but_not


class UnlistedCompounds(Generic[V]):
    """Words of two parts, one of them a term, the other a word that people know or a term too."""

    def __init__(self, parts: Container[str]) -> None:
        """``parts`` are the forms of all terms."""
        self._parts = parts
        self._compounds: Compounds[V] = Compounds()

    def add(self, words: Iterable[str], forms: Iterable[str], value: V) -> None:
        """Look for compounds that begin with one of the words or end in one of the forms, if these are long."""
        long_words = [word for word in words if _is_long(word)]
        if long_words:
            self._compounds.add("any", long_words, filter(_is_long, forms), value)

    def pack(self) -> None:
        """Nothing more is put in: look for what is there."""
        self._compounds.pack()

    def find(self, analysis: Analysis) -> Iterator[tuple[WordsAt, CompoundHit[V]]]:
        """The compounds in reading order, each with the longest term that it holds."""
        for words, hit in self._compounds.find(analysis):
            if self._is_compound(words.block.words[words.start], hit):
                yield words, hit

    def _is_compound(self, word: str, hit: CompoundHit[V]) -> bool:
        """Whether the word, lower case, is made of the part and another word, and no everyday one itself."""
        if is_common(word) or not self._is_word(_rest(word, hit), hit):
            return False
        return not (hit.is_last and self._is_divided_in_term(word, hit.length))

    def _is_divided_in_term(self, word: str, length: int) -> bool:
        """Whether a word that people know as a whole ends inside the term: *brandskydd(s)-arbete*, no *skyddsarbete*.

        ``length`` is that of the term at the word's end.  Without the s both may be meant: *dricksvatten(-)täkt*.
        """
        start = len(word) - length
        return any(
            self._vocabulary.has_whole(word[: cut - 1]) and self._vocabulary.has_whole(word[cut:])
            for cut in range(start + _SHORTEST_REST, len(word) - _SHORTEST_REST + 1)
            if word[cut - 1] == "s"
        )

    def _is_word(self, rest: str, hit: CompoundHit[V]) -> bool:
        """Whether what is left is a word, after its link where it stands first: *skolskjuts(s)* of *-reglemente*."""
        if len(rest) < _SHORTEST_REST:
            return False
        whole = unlinked(rest) if hit.is_last else after_link(rest)
        return any(word in self._parts or self._vocabulary.holds(word) for word in chain([rest], whole))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        """Made at the first compound, so that nothing is loaded where no letter is checked."""
        return Vocabulary()


def after_link(rest: str) -> Iterator[str]:
    """What follows the letter that links two parts: *mål* of *emål*, in *kursplanemål*.

    >>> list(after_link("emål")), list(after_link("brunn"))
    (['mål'], [])
    """
    if rest[0] in _LINKS:
        yield rest[1:]


def _is_long(word: str) -> bool:
    return len(word) >= _SHORTEST and " " not in word


def _rest(word: str, hit: CompoundHit[V]) -> str:
    """*dagvatten* of *dagvattenbrunn* leaves *brunn*; a hyphen between them belongs to neither."""
    rest = word[: -hit.length] if hit.is_last else word[hit.length :]
    return rest.strip("-")
