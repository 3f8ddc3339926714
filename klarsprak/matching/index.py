"""Which of many patterns a letter's sentences can hold at all, told from their words alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from klarsprak.language.analysed import RequiredForms
from klarsprak.matching.slots import rareness


class PatternIndex:
    """Patterns by number, and the sets of word forms of each of which they need one (``slots.Slots.anchors``).

    Which sentences hold a form is a number with a bit for each sentence, so that all of them are asked at once.
    """

    def __init__(self, patterns: Sequence[RequiredForms]) -> None:
        every = frozenset(chain.from_iterable(patterns))
        sets = sorted(every, key=_commonness(every))
        self._sets = list(map(tuple, sets))
        """The sets, the rarest first; as tuples, which take a third of the memory."""
        self._rarest: dict[str, tuple[int, ...]] = {}
        """The numbers of the sets with a form that are the rarest of some pattern."""
        self._patterns: defaultdict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
        """The patterns whose rarest set it is, each with its other sets."""
        self.anywhere = [number for number, anchors in enumerate(patterns) if not anchors]
        """The patterns that no word tells of."""
        numbers = {forms: number for number, forms in enumerate(sets)}
        for pattern, anchors in enumerate(patterns):
            if anchors:
                rarest, *others = sorted({numbers[forms] for forms in anchors})
                self._patterns[rarest].append((pattern, tuple(others)))
        self._add_rarest()

    def _add_rarest(self) -> None:
        """Enter the sets that are a pattern's rarest; forms that are in the same ones share what says so."""
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        for number in self._patterns:
            for form in self._sets[number]:
                numbers = (*self._rarest.get(form, ()), number)
                self._rarest[form] = shared.setdefault(numbers, numbers)

    def among(self, sentences: Sequence[frozenset[str]]) -> Iterator[tuple[int, list[int]]]:
        """The patterns that may match, in order, each with the numbers of the sentences that have all it needs.

        ``sentences`` are the lower-case forms of each.
        """
        for pattern, bits in sorted(self._possible(_Having(self._sets, sentences))):
            yield pattern, _numbers_of(bits)

    def _possible(self, having: _Having) -> Iterator[tuple[int, int]]:
        """The patterns of which one sentence or more has a form of every set, with these sentences as bits."""
        for rarest, least in having.enter(self._rarest).items():
            for pattern, others in self._patterns[rarest]:
                bits = least
                for each in others:
                    bits &= having[each]
                    if not bits:
                        break
                else:
                    yield pattern, bits


class _Having(dict[int, int]):
    """For each set, by number, the sentences that have one of its forms, as bits; told when first asked for."""

    def __init__(self, sets: Sequence[tuple[str, ...]], sentences: Iterable[frozenset[str]]) -> None:
        super().__init__()
        self._sets = sets
        self._by_form: dict[str, int] = {}
        for number, forms in enumerate(sentences):
            bit = 1 << number
            for form in forms:
                self._by_form[form] = self._by_form.get(form, 0) | bit

    def enter(self, sets: Mapping[str, Iterable[int]]) -> dict[int, int]:
        """Those of some sets of which a sentence has a form, entered and given; ``sets`` are their numbers by form.

        To go through the letter's forms is quicker than to look at each set.
        """
        for form in sets.keys() & self._by_form.keys():
            bits = self._by_form[form]
            for number in sets[form]:
                self[number] = self.get(number, 0) | bits
        return self.copy()

    def __missing__(self, number: int) -> int:
        bits = 0
        for form in self._by_form.keys() & self._sets[number]:
            bits |= self._by_form[form]
        self[number] = bits
        return bits


def _commonness(sets: Collection[frozenset[str]]) -> Callable[[frozenset[str]], tuple[int, int]]:
    """Key that is least for a set of which few letters have a form: none is in many sets, as *du* and *beslut* are.

    Of two such sets the one with longer forms.
    """
    counts = Counter(chain.from_iterable(sets))
    return lambda forms: (max(map(counts.__getitem__, forms)), rareness(forms))


def _numbers_of(bits: int) -> list[int]:
    """The numbers whose bits are set, the least first: 0 and 2 of 5."""
    numbers: list[int] = []
    while bits:
        lowest = bits & -bits
        numbers.append(lowest.bit_length() - 1)
        bits ^= lowest
    return numbers
