"""Which of many patterns a letter's sentences can hold at all, told from their words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any

import numpy
import numpy.typing as npt

from klarsprak.language.analysed import RequiredForms
from klarsprak.language.packed import PackedNumbers
from klarsprak.matching.affixes import ENDS

_AT_ONCE = 64
"""Sentences that are asked at once: as many as a number in an array has bits."""
_Ends = tuple[slice, dict[str, int]]
_Numbers = npt.NDArray[numpy.integer[Any]]


class PatternIndex:
    """Patterns by number, and the sets of word forms, or of their ends, of each of which they need one.

    Which sentences hold a form is a number with a bit for each sentence.  All patterns are asked at once, with a few
    steps over arrays: to go from one to the next takes ten times as long.
    """

    def __init__(self, patterns: Sequence[RequiredForms]) -> None:
        self.anywhere = [number for number, anchors in enumerate(patterns) if not anchors]
        """The patterns that no word tells of."""
        self._told = numpy.array([number for number, anchors in enumerate(patterns) if anchors], numpy.int32)
        """The others, of which each needs the sets ``_needed`` from its place in ``_starts`` on: ``_counts`` many."""
        numbers: dict[frozenset[str], int] = {}
        needed = [[numbers.setdefault(forms, len(numbers)) for forms in anchors] for anchors in patterns if anchors]
        self._starts = _starts(needed)
        self._counts = _lengths(needed)
        self._needed = _flat(needed)
        self._rarest = self._needed[self._starts]
        self._sets = len(numbers)
        of_form: defaultdict[str, list[int]] = defaultdict(list)
        for forms, number in numbers.items():
            for form in forms:
                of_form[form].append(number)
        numbered = {form: number for number, form in enumerate(of_form)}
        self._forms = PackedNumbers({form: number for form, number in numbered.items() if "\n" not in form})
        """The forms, each of which is in ``_lengths`` sets: those from ``_begins`` of ``_of_forms`` on."""
        self._ends = list(chain.from_iterable(_ends(numbered, length) for length in ENDS))
        """Beginnings and ends that count as forms (see ``affixes.Affixes.told_by``), with their place in a form."""
        self._begins = _starts(of_form.values())
        self._lengths = _lengths(of_form.values())
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
        numbers = list(forms.values())
        of_numbers = list(map(having.__getitem__, forms))
        for part, ends in self._ends:
            for form, sentences in having.items():
                if form[part] in ends:
                    numbers.append(ends[form[part]])
                    of_numbers.append(sentences)
        if not numbers:
            return ()
        which, bits = numpy.array(numbers), numpy.array(of_numbers, numpy.uint64)
        lengths = self._lengths[which]
        of_sets = numpy.zeros(self._sets, numpy.uint64)
        places, _ = _places(self._begins[which], lengths)
        numpy.bitwise_or.at(of_sets, self._of_forms[places], bits.repeat(lengths))
        some = _marked(of_sets[self._rarest])  # most patterns' first set says no
        if not len(some):
            return ()
        places, starts = _places(self._starts[some], self._counts[some])
        of_patterns = numpy.bitwise_and.reduceat(of_sets[self._needed[places]], starts)
        found = _marked(of_patterns)
        return zip(self._told[some[found]].tolist(), of_patterns[found].tolist(), strict=True)


def _ends(numbers: dict[str, int], length: int) -> Iterator[_Ends]:
    """The place of a form's beginning and of its end, of that length, each with the numbers of those asked for."""
    of_length = {form: number for form, number in numbers.items() if "\n" in form and len(form) == length + 1}
    yield slice(length), {form[1:]: number for form, number in of_length.items() if form[0] == "\n"}
    yield slice(-length, None), {form[:-1]: number for form, number in of_length.items() if form[-1] == "\n"}


def _starts(lists: Iterable[Sequence[int]]) -> npt.NDArray[numpy.int32]:
    """Where each of the lists begins, when they are put one after another."""
    return numpy.array(list(accumulate(map(len, lists), initial=0))[:-1], numpy.int32)


def _lengths(lists: Iterable[Sequence[int]]) -> npt.NDArray[numpy.int32]:
    """How long each of the lists is."""
    return numpy.array(list(map(len, lists)), numpy.int32)


def _places(begins: _Numbers, lengths: _Numbers) -> tuple[_Numbers, _Numbers]:
    """The places of some of the lists that are put one after another, and where each of them begins among these.

    Lists that begin at 0 and 7, of lengths 2 and 3, are the places 0, 1, 7, 8 and 9, and begin at 0 and 2.
    """
    ends = lengths.cumsum()
    starts = ends - lengths
    return numpy.arange(ends[-1]) + (begins - starts).repeat(lengths), starts


def _marked(numbers: _Numbers) -> _Numbers:
    """The places of the numbers that aren't zero: of numbers themselves it takes five times as long to tell them."""
    return numpy.flatnonzero(numbers != 0)


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
