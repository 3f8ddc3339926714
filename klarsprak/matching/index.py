"""Which of many patterns a letter can hold at all, told from its words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from klarsprak.language.analysed import RequiredForms


class PatternIndex:
    """Patterns by number, and the sets of word forms of each of which they need one (``slots.Slots.anchors``).

    A pattern is found by its two rarest sets: few letters that hold these lack another one, and to look at more sets
    costs more than to try the few.
    """

    def __init__(self, patterns: Iterable[RequiredForms]) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        """Each set's number."""
        self._anchors: defaultdict[str, list[int]] = defaultdict(list)
        """The sets, by number, that a form is in."""
        self._patterns: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        """The patterns whose rarest set it is, each with its next rarest, or the same where it has no other."""
        self._anywhere: list[int] = []
        for pattern, anchors in enumerate(patterns):
            self._add(pattern, anchors)

    def _add(self, pattern: int, anchors: RequiredForms) -> None:
        """Enter a pattern under its rarest sets; the sets come with the rarest first."""
        rarest = [self._number(forms) for forms in list(dict.fromkeys(anchors))[:2]]
        if rarest:
            self._patterns[rarest[0]].append((pattern, rarest[-1]))
        else:
            self._anywhere.append(pattern)

    def _number(self, forms: frozenset[str]) -> int:
        """The number of a set, which gets one when it is first met."""
        if forms not in self._numbers:
            self._numbers[forms] = len(self._numbers)
            for form in forms:
                self._anchors[form].append(self._numbers[forms])
        return self._numbers[forms]

    def among(self, forms: frozenset[str]) -> list[int]:
        """The patterns that these word forms have the two rarest anchors of, in order: few lack another one."""
        known = self._anchors.keys() & forms
        present = frozenset().union(*map(self._anchors.__getitem__, known))
        return sorted([*self._anywhere, *self._with_both(present)])

    def _with_both(self, present: frozenset[int]) -> Iterator[int]:
        """The patterns whose two rarest sets are among those that the letter has a form of."""
        for rarest in self._patterns.keys() & present:
            for pattern, other in self._patterns[rarest]:
                if other in present:
                    yield pattern
