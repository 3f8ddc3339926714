"""Which of many patterns a letter can hold at all, told from its words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from klarsprak.language.analysis import Anchors


class Index:
    """Patterns by number, and the sets of word forms of each of which they need one (``slots.Slots.anchors``)."""

    def __init__(self, patterns: Iterable[Anchors]) -> None:
        numbers: dict[frozenset[str], int] = {}
        self._anchors: defaultdict[str, list[int]] = defaultdict(list)
        """The sets, by number, that a form is in."""
        self._patterns: defaultdict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        """The patterns whose rarest set it is, each with all its sets."""
        self._anywhere: list[int] = []
        for pattern, anchors in enumerate(patterns):
            for forms in anchors:
                if forms not in numbers:
                    numbers[forms] = len(numbers)
                    for form in forms:
                        self._anchors[form].append(numbers[forms])
            if anchors:
                self._patterns[numbers[anchors[0]]].append((pattern, frozenset(numbers[forms] for forms in anchors)))
            else:
                self._anywhere.append(pattern)

    def among(self, forms: frozenset[str]) -> list[int]:
        """The patterns that these word forms have all anchors of, in order."""
        known = self._anchors.keys() & forms
        present = frozenset().union(*map(self._anchors.__getitem__, known))
        found = [
            pattern
            for anchor in self._patterns.keys() & present
            for pattern, anchors in self._patterns[anchor]
            if anchors <= present
        ]
        return sorted(found + self._anywhere)
