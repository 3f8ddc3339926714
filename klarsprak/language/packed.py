"""Words that are only ever looked up: in few long strings, which take a tenth of a set's or dictionary's memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import Generic, TypeVar

V = TypeVar("V")

BEGINNING = 3
"""So many letters tell the strings apart; of 46,000 words the longest string has 350."""
_STOP = "\0"
"""Stands before and after each word: no word has it, and no text that is looked up."""


def _beginning(word: str) -> str:
    return word[:BEGINNING]


_EQUALS = "\1"
"""Stands between a word and its number."""
_LONG = 1_000
"""Characters of a string in which to look takes long: *för-* begins thousands of words, and is told apart further."""
_FURTHER = BEGINNING + 3


class PackedNumbers:
    """A number for each of many words.

    >>> numbers = PackedNumbers({"brev": 7, "breven": 7, "by": 12})
    >>> dict(numbers.among(["bre", "brev", "by"]))
    {'brev': 7, 'by': 12}
    """

    __slots__ = ("_by_beginning",)

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._by_beginning = {
            beginning: _divided(list(group), numbers) for beginning, group in groupby(sorted(numbers), key=_beginning)
        }

    @property
    def beginnings(self) -> AbstractSet[str]:
        """The first letters of the words, by which one that is none of them is told sooner."""
        return self._by_beginning.keys()

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def get(self, word: str) -> int | None:
        """The word's number; None for another word."""
        group = self._by_beginning.get(word[:BEGINNING])
        if isinstance(group, dict):
            group = group.get(word[BEGINNING:_FURTHER])
        if group is None:
            return None
        at = group.find(f"{_STOP}{word}{_EQUALS}")
        if at < 0:
            return None
        number = at + len(word) + 2
        return int(group[number : group.index(_STOP, number)])

    def among(self, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Those of the words that have a number, with it.

        As ``get`` says of each, without a call for each: all a letter's forms are asked for, in every list.
        """
        by_beginning = self._by_beginning
        for word in words:
            group = by_beginning.get(word[:BEGINNING])
            if group is not None:
                if isinstance(group, dict):
                    group = group.get(word[BEGINNING:_FURTHER], "")
                at = group.find(f"{_STOP}{word}{_EQUALS}")
                if at >= 0:
                    number = at + len(word) + 2
                    yield word, int(group[number : group.index(_STOP, number)])


def _divided(words: list[str], numbers: Mapping[str, int]) -> str | dict[str, str]:
    """The words, which begin alike, with their numbers: in one string, or in several by what follows."""
    whole = _joined(words, numbers)
    if len(whole) <= _LONG:
        return whole
    by_next = groupby(words, key=lambda word: word[BEGINNING:_FURTHER])
    return {following: _joined(group, numbers) for following, group in by_next}


def _joined(words: Iterable[str], numbers: Mapping[str, int]) -> str:
    return _STOP.join(["", *(f"{word}{_EQUALS}{numbers[word]}" for word in words), ""])


class PackedValues(Generic[V]):
    """A value for each of many words, some of which share it.

    >>> values = PackedValues({"brev": "letter", "breven": "letter", "by": "village"})
    >>> values.get("breven"), values.get("bre")
    ('letter', None)
    """

    __slots__ = ("_numbers", "_values")

    def __init__(self, values: Mapping[str, V]) -> None:
        distinct = {id(value): value for value in values.values()}
        places = {each: place for place, each in enumerate(distinct)}
        self._numbers = PackedNumbers({word: places[id(value)] for word, value in values.items()})
        self._values = list(distinct.values())

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

    @property
    def beginnings(self) -> AbstractSet[str]:
        """The first letters of the words, by which one that is none of them is told sooner."""
        return self._numbers.beginnings

    def get(self, word: str) -> V | None:
        """The word's value; None for another word."""
        number = self._numbers.get(word)
        return None if number is None else self._values[number]

    def among(self, words: Iterable[str]) -> Iterator[tuple[str, V]]:
        """Those of the words that have a value, with it."""
        for word, number in self._numbers.among(words):
            yield word, self._values[number]
