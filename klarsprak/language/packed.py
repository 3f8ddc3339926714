"""Words that are only ever looked up: in few long strings, which take a tenth of a set's or dictionary's memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

_BEGINNING = 3
"""So many letters tell the strings apart; of 46,000 words the longest string has 350."""
_STOP = "\0"
"""Stands before and after each word: no word has it, and no text that is looked up."""


def _beginning(word: str) -> str:
    return word[:_BEGINNING]


_EQUALS = "\1"
"""Stands between a word and its number."""
_LONG = 2_000
"""Characters of a string in which to look takes long: *för-* begins thousands of words, and is told apart further."""
_FURTHER = _BEGINNING + 3


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

    def __contains__(self, word: str) -> bool:
        return any(self.among([word]))

    def among(self, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Those of the words that have a number, with it."""
        for word in words:
            group = self._by_beginning.get(word[:_BEGINNING])
            if isinstance(group, dict):
                group = group.get(word[_BEGINNING:_FURTHER])
            if group is not None:
                at = group.find(f"{_STOP}{word}{_EQUALS}")
                if at >= 0:
                    number = at + len(word) + 2
                    yield word, int(group[number : group.index(_STOP, number)])


def _divided(words: list[str], numbers: Mapping[str, int]) -> str | dict[str, str]:
    """The words, which begin alike, with their numbers: in one string, or in several by what follows."""
    whole = _joined(words, numbers)
    if len(whole) <= _LONG:
        return whole
    by_next = groupby(words, key=lambda word: word[_BEGINNING:_FURTHER])
    return {following: _joined(group, numbers) for following, group in by_next}


def _joined(words: Iterable[str], numbers: Mapping[str, int]) -> str:
    return _STOP.join(["", *(f"{word}{_EQUALS}{numbers[word]}" for word in words), ""])
