"""Which statements of a rewrite say what a statement of the draft says."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from klarsprak.compare.scanning import FactSheet

_LOWEST = 0.25
"""Below this likeness, two statements say different things."""
_FOR_PLACE = 0.2
"""What standing at the same place counts for: rewrites most often keep the order."""
_FOR_FACT = 2.0
"""The weight of a shared day, sum or name beside that of a rare word."""


class Alignment:
    """The statements of two texts, each with those of the other that are most like it.

    A statement may be cut into several, and several may become one.
    """

    def __init__(self, draft: FactSheet, rewrite: FactSheet) -> None:
        self._features = (_features(draft), _features(rewrite))
        self._counts = len(self._features[0]), len(self._features[1])

    def in_rewrite(self, statement: int) -> list[int]:
        """The statements of the rewrite that say what that one of the draft says; none where it is left out."""
        return self._partners[0][statement]

    def in_draft(self, statement: int) -> list[int]:
        """The statements of the draft that say what that one of the rewrite says; none where it is new."""
        return self._partners[1][statement]

    @cached_property
    def _partners(self) -> tuple[list[list[int]], list[list[int]]]:
        """For each statement of either text those that are likest it, and those that it is likest to."""
        rows, columns = self._best
        partners: tuple[list[set[int]], list[set[int]]] = ([set() for _ in rows], [set() for _ in columns])
        pairs = {(first, second) for first, second in enumerate(rows) if second >= 0}
        pairs |= {(first, second) for second, first in enumerate(columns) if first >= 0}
        for first, second in pairs:
            partners[0][first].add(second)
            partners[1][second].add(first)
        return [sorted(each) for each in partners[0]], [sorted(each) for each in partners[1]]

    @cached_property
    def _best(self) -> tuple[list[int], list[int]]:
        """For each statement of either text the number of the likest, -1 where none is like it."""
        rows, columns = [-1] * self._counts[0], [-1] * self._counts[1]
        highest: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for first, second, likeness in self._likenesses():
            if likeness > highest[0].get(first, _LOWEST):
                rows[first], highest[0][first] = second, likeness
            if likeness > highest[1].get(second, _LOWEST):
                columns[second], highest[1][second] = first, likeness
        return rows, columns

    def _likenesses(self) -> Iterator[tuple[int, int, float]]:
        """The pairs of statements that share something, with how much of what they say that is, from 0 to 1."""
        postings = _postings(self._features[1])
        for first, features in enumerate(self._features[0]):
            shared: defaultdict[int, float] = defaultdict(float)
            for feature in features:
                for second in postings.get(feature, ()):
                    shared[second] += self._weights[feature]
            for second in sorted(shared):
                yield first, second, self._likeness(first, second, shared[second])

    def _likeness(self, first: int, second: int, shared: float) -> float:
        """The part of both that is shared, and a little for standing at the same place."""
        one, other = self._totals[0][first], self._totals[1][second]
        apart = abs(_share(first, self._counts[0]) - _share(second, self._counts[1]))
        return shared / min(one, other) / 2 + shared / max(one, other) / 2 + _FOR_PLACE * (1 - apart)

    @cached_property
    def _weights(self) -> dict[object, float]:
        return _weights([*self._features[0], *self._features[1]])

    @cached_property
    def _totals(self) -> list[list[float]]:
        """What each statement's features weigh together."""
        return [[sum(self._weights[each] for each in one) for one in text] for text in self._features]


def _share(place: int, count: int) -> float:
    return place / max(count - 1, 1)


def _features(sheet: FactSheet) -> list[frozenset[object]]:
    """What tells each statement from others: the words that carry its content, and its facts."""
    features: list[set[object]] = [set(statement.stems) for statement in sheet.statements]
    for fact in sheet.facts:
        if not fact.is_soft:
            features[fact.statement].add((fact.kind, fact.key))
    return [frozenset(each) for each in features]


def _weights(features: Sequence[frozenset[object]]) -> dict[object, float]:
    """What is rare weighs more; a fact more than a word."""
    counts = Counter(each for one in features for each in one)
    total = len(features) + 1
    return {
        each: math.log(1 + total / count) * (_FOR_FACT if isinstance(each, tuple) else 1)
        for each, count in counts.items()
    }


def _postings(features: Sequence[frozenset[object]]) -> dict[object, list[int]]:
    """The statements that each feature stands in; one that stands nearly everywhere tells nothing."""
    postings: defaultdict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(features):
        for each in one:
            postings[each].append(number)
    return {feature: numbers for feature, numbers in postings.items() if len(numbers) <= _COMMON}


_COMMON = 200
