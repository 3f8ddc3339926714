"""Which of a letter's texts hold which strings: all strings are looked for at once, however many rules there are.

Which three signs stand beside each other anywhere in the letter is told with a few steps over all its signs; a string
with three others stands nowhere in it.  The few strings that are left are looked for where their first signs stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

import numpy
import numpy.typing as npt

_BETWEEN = "\x1e"
"""Stands between texts, and in no string that is looked for: it separates records."""
_ROOM = 1 << 14
"""Numbers that two signs beside each other may get, so that few of a letter's share one; three get others."""
_MASK = numpy.uint32(_ROOM - 1)
"""What is left of a number by it is less than the room: quicker than a remainder."""
_Signs = npt.NDArray[numpy.uint32]


class StringIndex:
    """Strings to look for: *StringIndex(["§", "kl"]).found_in(["Se 9 §.", "hej"])* is *{"§": [0]}*."""

    def __init__(self, strings: Iterable[str]) -> None:
        every = sorted(set(strings))
        self._signs = [string for string in every if len(string) == 1]
        """Looked for one by one, since nothing is faster for so short a string."""
        self._longer = [string for string in every if len(string) > 1]
        beside = [_beside(string) for string in self._longer]
        self._beside = numpy.concatenate([*beside, numpy.zeros(0, numpy.uint32)]).astype(numpy.intp)
        self._starts = numpy.cumsum([0, *map(len, beside)])[:-1]

    def found_in(self, texts: Sequence[str]) -> Mapping[str, Collection[int]]:
        """The numbers of the texts that hold each string; strings that none holds are left out."""
        together = _BETWEEN.join(texts)
        begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
        found = {sign: _texts_with(sign, together, begins) for sign in self._signs if sign in together}
        for string, number in self._places(together, begins):
            numbers = found.setdefault(string, [])
            if number not in numbers[-1:]:
                numbers.append(number)
        return found

    def _places(self, text: str, begins: Sequence[int]) -> Iterator[tuple[str, int]]:
        """The strings of more than one sign, each as often as it stands in the text, with the number of the part.

        ``begins`` are where the text's parts begin.
        """
        signs = _signs(text)
        numbers = numpy.concatenate([_of_two(signs), _of_three(signs)]).astype(numpy.intp)
        possible = self._possible(numbers)
        begin = numpy.zeros(2 * _ROOM, numpy.bool_)
        begin[list(possible)] = True
        places = numpy.flatnonzero(begin[numbers])
        # Of three signs there is one number less than of two, so that what is left of a place is the first sign's.
        firsts = places % max(1, len(text) - 1)
        parts = numpy.searchsorted(begins, firsts, side="right") - 1
        for at, part, number in zip(firsts.tolist(), parts.tolist(), numbers[places].tolist(), strict=True):
            for string in possible[number]:
                if text.startswith(string, at):
                    yield string, part

    def _possible(self, numbers: npt.NDArray[numpy.intp]) -> Mapping[int, Sequence[str]]:
        """Of those strings the ones all of whose signs stand beside each other somewhere, by their first number.

        ``numbers`` are those of the text.
        """
        possible: defaultdict[int, list[str]] = defaultdict(list)
        if not self._longer:
            return possible
        there = numpy.zeros(2 * _ROOM, numpy.bool_)
        there[numbers] = True
        found = numpy.flatnonzero(numpy.logical_and.reduceat(there[self._beside], self._starts))
        for first, string in zip(self._beside[self._starts[found]].tolist(), found.tolist(), strict=True):
            possible[first].append(self._longer[string])
        return possible


def _texts_with(sign: str, together: str, begins: Sequence[int]) -> list[int]:
    """The numbers of the texts that hold the sign, of several put together; ``begins``: where each begins.

    From one that holds it the search goes on with the next.
    """
    numbers: list[int] = []
    at = together.find(sign)
    while at >= 0:
        next_text = bisect_right(begins, at)
        numbers.append(next_text - 1)
        at = together.find(sign, begins[next_text])
    return numbers


def _beside(string: str) -> _Signs:
    """Numbers for all signs that stand beside each other in a string, by three; by two where it has no more."""
    signs = _signs(string)
    return _of_two(signs) if len(string) == 2 else _of_three(signs)


def _signs(text: str) -> _Signs:
    """The signs as numbers."""
    return numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), numpy.uint32)


def _of_two(signs: _Signs) -> _Signs:
    """A number for each sign and the next one."""
    return (signs[:-1] * 257 + signs[1:]) & _MASK


def _of_three(signs: _Signs) -> _Signs:
    """A number for each sign and the next two, which no two signs have."""
    return ((signs[:-2] * 66049 + signs[1:-1] * 257 + signs[2:]) & _MASK) + _ROOM


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
