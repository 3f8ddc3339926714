"""What a section says of a case of its own, where that is another thing than what it says of most.

*12 kap. 5 § jordabalken* gives who rents three months; for the estate of one who has died it is one month.  Words of
the letter's sentence tell which case is meant.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from klarsprak.laws.shipped import read_rows
from klarsprak.lazy_regex import LazyRegex

Place = tuple[str, str, str, str]
"""The act's number, the chapter, the section and its point; "" for what it lacks."""


class Case(NamedTuple):
    """A case of a section, and what the section says of it in plain words; "" where no plain sentence is known."""

    told: LazyRegex
    text: str
    read: str


def case_of(place: Place, words: str) -> Case | None:
    """The case of the section at that place that the words are about, None where they are about none."""
    return next((case for case in cases().get(place, ()) if case.told.search(words)), None)


@cache
def cases() -> dict[Place, list[Case]]:
    """The cases of each section that has any."""
    found: defaultdict[Place, list[Case]] = defaultdict(list)
    for sfs, chapter, section, point, told, text, read in read_rows("cases.tsv"):
        found[sfs, chapter, section, point].append(Case(LazyRegex(rf"\b(?:{told})"), text, read))
    return dict(found)
