"""Which of many patterns a letter's sentences can hold at all, told from their words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

import numpy
import numpy.typing as npt

from klarsprak.language.analysed import RequiredForms
from klarsprak.language.packed import PackedNumbers

_AT_ONCE = 64
"""Sentences that are asked at once: as many as a number in an array has bits."""


class PatternIndex:
    """Patterns by number, and the sets of word forms of each of which they need one (``slots.Slots.anchors``).

    Which sentences hold a form is a number with a bit for each sentence.  All patterns are asked at once, with a few
    steps over arrays: to go from one to the next takes ten times as long.
    """

    def __init__(self, patterns: Sequence[RequiredForms]) -> None:
        self.anywhere = [number for number, anchors in enumerate(patterns) if not anchors]
        """The patterns that no word tells of."""
        self._told = numpy.array([number for number, anchors in enumerate(patterns) if anchors], numpy.int32)
        """The others, of which each needs the sets ``_needed`` from its place in ``_starts`` on."""
        numbers: dict[frozenset[str], int] = {}
        needed = [[numbers.setdefault(forms, len(numbers)) for forms in anchors] for anchors in patterns if anchors]
        self._starts = _starts(needed)
        self._needed = _flat(needed)
        self._sets = len(numbers)
        of_form: defaultdict[str, list[int]] = defaultdict(list)
        for forms, number in numbers.items():
            for form in forms:
                of_form[form].append(number)
        self._forms = PackedNumbers({form: number for number, form in enumerate(of_form)})
        """The forms, each of which is in ``_lengths`` sets: those from ``_begins`` of ``_of_forms`` on."""
        self._begins = _starts(of_form.values())
        self._lengths = numpy.array(list(map(len, of_form.values())), numpy.int32)
        self._of_forms = _flat(of_form.values())

    def among(self, sentences: Sequence[frozenset[str]]) -> Iterator[tuple[int, list[int]]]:
        """The patterns that may match, in order, each with the numbers of the sentences that have all it needs.

        ``sentences`` are the lower-case forms of each.
        """
        among: defaultdict[int, list[int]] = defaultdict(list)
        for first in range(0, len(sentences), _AT_ONCE):
            for pattern, bits in self._possible(_by_form(sentences[first : first + _AT_ONCE])):
                among[pattern] += _numbers_of(bits, first)
        yield from sorted(among.items())

    def _possible(self, having: dict[str, int]) -> Iterable[tuple[int, int]]:
        """The patterns of which one sentence or more has a form of every set, with these sentences as bits.

        ``having`` are the sentences with each form.
        """
        forms = dict(self._forms.among(having))
        if not forms:
            return ()
        numbers = list(forms.values())
        bits = numpy.array(list(map(having.__getitem__, forms)), numpy.uint64)
        lengths = self._lengths[numbers]
        ends = numpy.cumsum(lengths)
        places = numpy.arange(ends[-1]) + numpy.repeat(self._begins[numbers] - ends + lengths, lengths)
        of_sets = numpy.zeros(self._sets, numpy.uint64)
        numpy.bitwise_or.at(of_sets, self._of_forms[places], numpy.repeat(bits, lengths))
        of_patterns = numpy.bitwise_and.reduceat(of_sets[self._needed], self._starts)
        found = numpy.flatnonzero(of_patterns)
        return zip(self._told[found].tolist(), of_patterns[found].tolist(), strict=True)


def _starts(lists: Iterable[Sequence[int]]) -> npt.NDArray[numpy.int32]:
    """Where each of the lists begins, when they are put one after another."""
    return numpy.array(list(accumulate(map(len, lists), initial=0))[:-1], numpy.int32)


def _flat(lists: Iterable[Iterable[int]]) -> npt.NDArray[numpy.int32]:
    """The lists one after another."""
    return numpy.array(list(chain.from_iterable(lists)), numpy.int32)


def _by_form(sentences: Iterable[frozenset[str]]) -> dict[str, int]:
    """For each form the sentences that have it, as bits."""
    having: dict[str, int] = {}
    for number, forms in enumerate(sentences):
        bit = 1 << number
        for form in forms:
            having[form] = having.get(form, 0) | bit
    return having


def _numbers_of(bits: int, first: int) -> list[int]:
    """The numbers whose bits are set, the least first, from ``first`` on: 0 and 2 of 5."""
    numbers: list[int] = []
    while bits:
        lowest = bits & -bits
        numbers.append(first + lowest.bit_length() - 1)
        bits ^= lowest
    return numbers
