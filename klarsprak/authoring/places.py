"""Where the rules of packs stand, and their examples, for what a lint has to say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from klarsprak.files.places import Location, error_at
from klarsprak.kinds import Rule
from klarsprak.rulebook.packs import Pack


class Place(NamedTuple):
    """A rule, and where it stands."""

    path: Path
    number: int
    """Its number in the pack."""
    rule: Rule

    def fault(self, within: Location, message: str) -> str:
        """The message at the place, with file, line and column; ``within`` leads on from the rule."""
        return str(error_at(self.path, ["rules", self.number, *within], message))


class FlaggedExample(NamedTuple):
    """An example of what must be flagged, and where it stands."""

    place: Place
    number: int
    """Its number among the examples of the rule."""
    text: str

    def fault(self, message: str) -> str:
        """The message at the example, with file, line and column."""
        return self.place.fault(["examples", self.number, "flag"], message)


def places_of(packs: Sequence[Pack]) -> Iterator[Place]:
    """Each rule of the packs, in order."""
    for path, _, rules in packs:
        for number, rule in enumerate(rules):
            yield Place(path, number, rule)


def flagged_examples(packs: Sequence[Pack]) -> Iterator[FlaggedExample]:
    """The examples of each rule that must be flagged, in order."""
    for place in places_of(packs):
        for number, example in enumerate(place.rule.examples):
            if example.flag is not None:
                yield FlaggedExample(place, number, example.flag)
