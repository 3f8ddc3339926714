"""Which of many patterns a letter's sentences can hold at all, told from their words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from klarsprak.language.analysed import RequiredForms


class PatternIndex:
    """Patterns by number, and the sets of word forms of each of which they need one (``slots.Slots.anchors``).

    Which sentences hold a form is a number with a bit for each sentence, so that all of them are asked at once.
    """

    def __init__(self, patterns: Iterable[RequiredForms]) -> None:
        self._sets: dict[str, tuple[int, ...]] = {}
        """The sets, by number, that a form is in."""
        self._patterns: defaultdict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
        """The patterns whose rarest set it is, each with its other sets."""
        self.anywhere: list[int] = []
        """The patterns that no word tells of."""
        numbers: dict[frozenset[str], int] = {}
        for pattern, anchors in enumerate(patterns):
            self._add(pattern, anchors, numbers)

    def _add(self, pattern: int, anchors: RequiredForms, numbers: dict[frozenset[str], int]) -> None:
        """Enter a pattern under its rarest set; the sets, which have ``numbers``, come with the rarest first."""
        if not anchors:
            self.anywhere.append(pattern)
            return
        for forms in anchors:
            if forms not in numbers:
                numbers[forms] = len(numbers)
                self._add_set(forms, numbers[forms])
        rarest, *others = map(numbers.__getitem__, dict.fromkeys(anchors))
        self._patterns[rarest].append((pattern, tuple(others)))

    def _add_set(self, forms: frozenset[str], number: int) -> None:
        """Enter a set; forms that are in the same ones share what says so."""
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        for form in forms:
            before = self._sets.get(form, ())
            self._sets[form] = shared.setdefault(before, (*before, number))

    def among(self, sentences: Sequence[frozenset[str]]) -> Iterator[tuple[int, list[int]]]:
        """The patterns that may match, in order, each with the numbers of the sentences that have all it needs.

        ``sentences`` are the lower-case forms of each.
        """
        having = self._having(sentences)
        for pattern, bits in sorted(self._possible(having)):
            yield pattern, _numbers_of(bits)

    def _having(self, sentences: Sequence[frozenset[str]]) -> dict[int, int]:
        """For each set of which a sentence has a form, the sentences that do, as bits."""
        by_form: dict[str, int] = {}
        for number, forms in enumerate(sentences):
            bit = 1 << number
            for form in self._sets.keys() & forms:
                by_form[form] = by_form.get(form, 0) | bit
        having: dict[int, int] = {}
        for form, bits in by_form.items():
            for each in self._sets[form]:
                having[each] = having.get(each, 0) | bits
        return having

    def _possible(self, having: dict[int, int]) -> Iterator[tuple[int, int]]:
        """The patterns of which one sentence or more has a form of every set, with these sentences as bits."""
        for rarest in self._patterns.keys() & having:
            for pattern, others in self._patterns[rarest]:
                bits = having[rarest]
                for each in others:
                    bits &= having.get(each, 0)
                if bits:
                    yield pattern, bits


def _numbers_of(bits: int) -> list[int]:
    """The numbers whose bits are set, the least first: 0 and 2 of 5."""
    numbers: list[int] = []
    while bits:
        lowest = bits & -bits
        numbers.append(lowest.bit_length() - 1)
        bits ^= lowest
    return numbers
