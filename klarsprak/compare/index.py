"""Facts looked up by what they say: a text may state thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from klarsprak.compare.dates import Day
from klarsprak.compare.fact import Fact
from klarsprak.compare.quantities import Quantity
from klarsprak.compare.sections import Provision


class FactIndex:
    """A text's facts by what they have in common with others that may say the same."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_trait: defaultdict[Hashable, dict[Hashable, list[Fact]]] = defaultdict(dict)
        for fact in facts:
            for trait in _traits(fact):
                self._by_trait[trait].setdefault((fact.kind, fact.key), []).append(fact)

    def same(self, wanted: Fact) -> list[Fact]:
        """The facts that tell at least what the wanted one does, in order."""
        alike: dict[Hashable, list[Fact]] = {}
        for trait in _traits(wanted):
            alike |= self._by_trait.get(trait, {})
        return [fact for facts in alike.values() if is_same(facts[0], wanted) for fact in facts]


def _traits(fact: Fact) -> Iterator[Hashable]:
    """What two facts share at least that may say the same: a number's figures, a day's month, a section's number."""
    key = fact.key
    if isinstance(key, Quantity):
        yield from {("number", key.written), ("number", key.amount)}
    elif isinstance(key, Day):
        yield from {("month", key.month), ("year", key.year)}
    elif isinstance(key, Provision):
        yield from {("section", key.section), ("law", key.law)}
    else:
        yield fact.kind, key


def is_same(fact: Fact, wanted: Fact) -> bool:
    """Whether a fact tells at least what the wanted one does."""
    one, other = fact.key, wanted.key
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.is_same(other)
    if fact.kind is not wanted.kind:
        return False
    if isinstance(one, Day) and isinstance(other, Day):
        return one.says(other)
    if isinstance(one, Provision) and isinstance(other, Provision):
        return one.says(other)
    return one == other
