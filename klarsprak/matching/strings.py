"""Which of a letter's texts hold which strings: all strings are looked for at once, however many rules there are.

Which three signs stand beside each other anywhere in the letter is told with a few steps over all its signs; a string
with three others stands nowhere in it, and few strings are left to look for one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate

import numpy
import numpy.typing as npt

_BETWEEN = "\x1e"
"""Stands between texts, and in no string that is looked for: it separates records."""
_ROOM = 1 << 14
"""Numbers that signs beside each other may get, so that few of a letter's share one."""
_Numbers = npt.NDArray[numpy.uint32]


class StringIndex:
    """Strings to look for: *StringIndex(["§", "kl"]).found_in(["Se 9 §.", "hej"])* is *{"§": [0]}*."""

    def __init__(self, strings: Iterable[str]) -> None:
        every = sorted(set(strings))
        self._signs = [string for string in every if len(string) == 1]
        """Looked for one by one, since nothing is faster for so short a string."""
        self._longer = [string for string in every if len(string) > 1]
        beside = [_beside(string) for string in self._longer]
        self._beside = numpy.concatenate([*beside, numpy.zeros(0, numpy.uint32)])
        self._starts = numpy.cumsum([0, *map(len, beside)])[:-1]

    def found_in(self, texts: Sequence[str]) -> Mapping[str, Collection[int]]:
        """The numbers of the texts that hold each string; strings that none holds are left out."""
        together = _BETWEEN.join(texts)
        possible = [sign for sign in self._signs if sign in together] + self._possible(together)
        begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
        found = {string: _texts_with(string, together, begins) for string in possible}
        return {string: numbers for string, numbers in found.items() if numbers}

    def _possible(self, text: str) -> list[str]:
        """The strings of more than one sign whose signs stand beside each other somewhere in the text."""
        there = numpy.zeros(_ROOM, numpy.bool_)
        there[_of_two(_signs(text))] = True
        there[_of_three(_signs(text))] = True
        are_there = numpy.logical_and.reduceat(there[self._beside], self._starts) if self._longer else there[:0]
        return [self._longer[number] for number in numpy.flatnonzero(are_there).tolist()]


def _texts_with(string: str, together: str, begins: Sequence[int]) -> list[int]:
    """The numbers of the texts that hold the string, of several put together; ``begins``: where each begins.

    From one that holds it the search goes on with the next, so that most strings are looked for once or twice.
    """
    numbers: list[int] = []
    at = together.find(string)
    while at >= 0:
        next_text = bisect_right(begins, at)
        numbers.append(next_text - 1)
        at = together.find(string, begins[next_text])
    return numbers


def _beside(string: str) -> _Numbers:
    """Numbers for all signs that stand beside each other in a string, by three; by two where it has no more."""
    return _of_two(_signs(string)) if len(string) == 2 else _of_three(_signs(string))


def _signs(text: str) -> _Numbers:
    """The signs as numbers."""
    return numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), numpy.uint32)


def _of_two(signs: _Numbers) -> _Numbers:
    """A number for each sign and the next one."""
    return (signs[:-1] * 257 + signs[1:]) % _ROOM


def _of_three(signs: _Numbers) -> _Numbers:
    """A number for each sign and the next two."""
    return (signs[:-2] * 66049 + signs[1:-1] * 257 + signs[2:]) % _ROOM


class _Shapes(dict[int, str]):
    """What each sign is written as in a shape, by its number; a sign is looked at when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = shape = "0" if sign.isdecimal() else "a" if sign.islower() else "A" if sign.isupper() else sign
        return shape


_SHAPES = _Shapes()


def shape_of(text: str) -> str:
    """The text with *a* for each small letter, *A* for each capital and *0* for each figure.

    *augusti.Ta 2 par* is *aaaaaaa.Aa 0 aaa*: what is written together that shouldn't be is seen in it.
    """
    return text.translate(_SHAPES)
