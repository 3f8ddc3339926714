"""Which of a letter's texts hold which strings: all strings are looked for at once, however many rules there are.

Each is looked for by its rarest signs that stand beside each other.  Where in the letter these do is told with a few
steps over all its signs; only there anybody looks further.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import numpy
import numpy.typing as npt

_BETWEEN = "\x1e"
"""Stands between texts, and in no string that is looked for: it separates records."""
_LENGTHS = (5, 3, 2, 1)
"""By so many signs beside each other a string is looked for: by as many of these as it has."""
_STEP, _SPREAD = 2654435761, 2246822519
"""What numbers of signs are multiplied by, so that those of signs that aren't the same seldom are."""
_WHOLE = (1 << 32) - 1
_SHIFT = 15
"""A number without so many of its bits is a place in a table."""
_COMMON = "ea nitrsldomgk0A"
"""Signs that stand in most words, in shapes and in most texts, the most common first."""
_Signs = npt.NDArray[numpy.uint32]


class StringIndex:
    """Strings to look for: *StringIndex(["§", "kl"]).found_in(["Se 9 §.", "hej"])* is *{"§": [0]}*."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings: dict[int, dict[int, list[tuple[str, int]]]] = {length: {} for length in _LENGTHS}
        """By how many signs are looked for, and the number of these: the strings, and where in each they are."""
        for string in sorted(set(strings)):
            length = next(length for length in _LENGTHS if length <= len(string))
            first = min(range(len(string) - length + 1), key=lambda at: _commonness(string[at : at + length]))
            signs = string[first : first + length]
            self._strings[length].setdefault(_number(signs), []).append((string, first))

    @cached_property
    def _tables(self) -> dict[int, npt.NDArray[numpy.bool_]]:
        """For each length whether a string with such a number is looked for: made for the first letter."""
        tables = {length: numpy.zeros((_WHOLE >> _SHIFT) + 1, numpy.bool_) for length in _LENGTHS}
        for length, strings in self._strings.items():
            tables[length][numpy.array(list(strings), numpy.uint32) >> _SHIFT] = True
        return tables

    def found_in(self, texts: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """The numbers of the texts that hold each string; strings that none holds are left out."""
        together = _BETWEEN.join(texts)
        begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
        found: dict[str, list[int]] = {}
        for length, numbers in _numbers(together):
            places = numpy.flatnonzero(self._tables[length][numbers >> _SHIFT])
            parts = numpy.searchsorted(begins, places, side="right") - 1
            strings = self._strings[length]
            for at, part, number in zip(places.tolist(), parts.tolist(), numbers[places].tolist(), strict=True):
                for string, first in strings.get(number, ()):
                    if at >= first and together.startswith(string, at - first):
                        among = found.setdefault(string, [])
                        if among[-1:] != [part]:
                            among.append(part)
        return found


def _commonness(signs: str) -> int:
    """More for signs that stand beside each other more often, by guess."""
    return -sum([_COMMON.find(sign) % 32 for sign in signs])


def _number(string: str) -> int:
    """The number of signs that stand beside each other."""
    number = 0
    for sign in string:
        number = number * _STEP + ord(sign)
    return number * _SPREAD & _WHOLE


def _numbers(text: str) -> Iterable[tuple[int, _Signs]]:
    """The lengths, each with the numbers of so many signs from each place of the text on."""
    signs = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), numpy.uint32)
    numbers = signs
    for length in range(1, max(_LENGTHS) + 1):
        if length > 1:
            numbers = numbers[:-1] * numpy.uint32(_STEP) + signs[length - 1 :]
        if length in _LENGTHS:
            yield length, numbers * numpy.uint32(_SPREAD)
