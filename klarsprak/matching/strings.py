"""Which of a letter's texts hold which strings: all strings are looked for at once, however many rules there are.

Each is looked for by its rarest signs that stand beside each other.  Where in the letter these do is told with a few
steps over all its signs; only there anybody looks further.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain

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
_VIEW = 1 << 21
"""Greater than any sign's number: what tells those of one view from those of another."""
_Signs = npt.NDArray[numpy.uint32]
Wanting = Sequence[Mapping[str, Sequence[int]]]
"""For each of several views of the texts the strings, and the numbers of what wants each."""


class StringIndex:
    """Strings to look for: *StringIndex([{"§": [7], "kl": [4, 7]}], …).found_in([["Se 9 §.", "hej"]])* is *([7], 0)*.

    The texts may be looked at in several ways, each with strings of its own; all are gone through together.
    """

    def __init__(self, wanting: Wanting, shares: Sequence[Callable[[Iterable[str]], float]]) -> None:
        """``shares`` tell of each view how often one of some strings stands in a text."""
        parts = [
            (view, string, signs)
            for view, strings in enumerate(wanting)
            for string in strings
            for signs in set(_parts(string))
        ]
        held = Counter((view, signs) for view, _, signs in parts)
        # Signs that many strings have are dear wherever they stand: each of the strings is compared there.
        costs = {(view, signs): shares[view]((signs,)) * times**0.5 for (view, signs), times in held.items()}
        self._strings: dict[int, dict[int, list[tuple[str, int, Sequence[int]]]]] = {each: {} for each in _LENGTHS}
        """By how many signs are looked for, and the number of these: the strings, where in them, and who asks."""
        for view, strings in enumerate(wanting):
            for string, numbers in sorted(strings.items()):
                parted = _parts(string)
                first = min(range(len(parted)), key=lambda at: costs[view, parted[at]])
                signs = parted[first]
                self._strings[len(signs)].setdefault(_number(signs, view), []).append((string, first, numbers))

    @cached_property
    def _tables(self) -> dict[int, npt.NDArray[numpy.bool_]]:
        """For each length whether a string with such a number is looked for: made for the first letter."""
        tables = {length: numpy.zeros((_WHOLE >> _SHIFT) + 1, numpy.bool_) for length in _LENGTHS}
        for length, strings in self._strings.items():
            tables[length][numpy.array(list(strings), numpy.uint32) >> _SHIFT] = True
        return tables

    def found_in(self, views: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[int], int]]:
        """For each string and each text that holds it: the numbers of what wants it, and that of the text.

        ``views`` are the same texts, in the same order, as each view shows them.
        """
        together = _BETWEEN.join(chain.from_iterable(views))
        begins = numpy.array(list(accumulate((len(text) + 1 for texts in views for text in texts), initial=0)))
        each = len(views[0])
        met: set[tuple[str, int]] = set()
        for length, numbers in _numbers(together, begins[:-1:each].tolist() if each else []):
            places = numpy.flatnonzero(self._tables[length][numbers >> _SHIFT])
            parts = numpy.searchsorted(begins, places, side="right") - 1
            strings = self._strings[length]
            for at, part, number in zip(places.tolist(), parts.tolist(), numbers[places].tolist(), strict=True):
                for string, first, wanted_by in strings.get(number, ()):
                    if together.startswith(string, at - first) and at >= first and (string, part) not in met:
                        met.add((string, part))
                        yield wanted_by, part % each


def _parts(string: str) -> list[str]:
    """The runs of signs that the string may be looked for by: *lagen* and *agens* of *lagens*."""
    length = next(length for length in _LENGTHS if length <= len(string))
    return [string[at : at + length] for at in range(len(string) - length + 1)]


def _number(string: str, view: int) -> int:
    """The number of signs that stand beside each other."""
    number = 0
    for sign in string:
        number = number * _STEP + ord(sign) + view * _VIEW
    return number * _SPREAD & _WHOLE


def _numbers(text: str, views: Sequence[int]) -> Iterator[tuple[int, _Signs]]:
    """The lengths, each with the numbers of so many signs from each place of the text on.

    ``views`` are the places where what each view shows begins.
    """
    signs = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), numpy.uint32).copy()
    for begin in views[1:]:
        signs[begin:] += numpy.uint32(_VIEW)
    numbers = signs
    for length in range(1, max(_LENGTHS) + 1):
        if length > 1:
            numbers = numbers[:-1] * numpy.uint32(_STEP) + signs[length - 1 :]
        if length in _LENGTHS:
            yield length, numbers * numpy.uint32(_SPREAD)
