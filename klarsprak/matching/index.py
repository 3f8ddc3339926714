"""Which of many patterns a letter can hold at all, told from its words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from klarsprak.language.analysed import RequiredForms


class PatternIndex:
    """Patterns by number, and the sets of word forms of each of which they need one (``slots.Slots.anchors``)."""

    def __init__(self, patterns: Iterable[RequiredForms]) -> None:
        numbers: dict[frozenset[str], int] = {}
        self._anchors: defaultdict[str, list[int]] = defaultdict(list)
        """The sets, by number, that a form is in."""
        self._patterns: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        """The patterns whose rarest set it is, each with its next rarest, or the same where it has no other."""
        self._anywhere: list[int] = []
        for pattern, anchors in enumerate(patterns):
            rarest = list(dict.fromkeys(anchors))[:2]
            for forms in rarest:
                if forms not in numbers:
                    numbers[forms] = len(numbers)
                    for form in forms:
                        self._anchors[form].append(numbers[forms])
            if rarest:
                self._patterns[numbers[rarest[0]]].append((pattern, numbers[rarest[-1]]))
            else:
                self._anywhere.append(pattern)

    def among(self, forms: frozenset[str]) -> list[int]:
        """The patterns that these word forms have the two rarest anchors of, in order: few lack another one."""
        known = self._anchors.keys() & forms
        present = frozenset().union(*map(self._anchors.__getitem__, known))
        found = [
            pattern
            for anchor in self._patterns.keys() & present
            for pattern, other in self._patterns[anchor]
            if other in present
        ]
        return sorted(found + self._anywhere)
