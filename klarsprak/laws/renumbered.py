"""Sections that a new act has under other numbers, and that letters go on citing by the old ones.

*4 kap. 1 § socialtjänstlagen* was the right to help until July 2025; since then it is the municipality's
responsibility, and the right to help stands in chapters 11 and 12.  Which of the two a letter means is told by what
its sentence is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from klarsprak.laws.model import Reference
from klarsprak.laws.shipped import read_rows
from klarsprak.lazy_regex import LazyRegex

_RANGE = re.compile(r"(\d+)–(\d+)")
_LONGEST_RANGE = 20
"""Sections of a range that are looked up: nobody cites more at once for one matter."""


class Renumbered(NamedTuple):
    """Where a rule stands now, and what it is about; the words of a sentence tell whether that rule is meant."""

    now: str
    """*12 kap. 1 §*"""
    about: str
    told: LazyRegex
    unless: LazyRegex | None

    def is_meant(self, words: str) -> bool:
        """Whether the words are about this rule."""
        if self.told.search(words) is None:
            return False
        return self.unless is None or self.unless.search(words) is None


Place = tuple[str, str, str]
"""A repealed act's number, the chapter, "" where it has none, and the section."""


def renumbered(reference: Reference, act: str, words: str) -> tuple[Renumbered, ...]:
    """Where the rules stand now that had the reference's numbers in the repealed ``act``; none if any isn't told of.

    ``words`` are the sentence and what stands before it.
    """
    found = []
    for section in _sections(reference):
        rows = _by_place().get((act, reference.chapter or "", section), ())
        meant = next((row for row in rows if row.is_meant(words)), None)
        if meant is None:
            return ()
        found.append(meant)
    return tuple(dict.fromkeys(found))


def has_renumbered(act: str) -> bool:
    """Whether anything is known of where the act's sections stand now."""
    return act in _acts()


def _sections(reference: Reference) -> Iterator[str]:
    """The sections one by one: *1–3* are three."""
    for section in reference.sections:
        ends = _RANGE.fullmatch(section)
        if ends is None:
            yield section
            continue
        first, last = map(int, ends.groups())
        yield from map(str, range(first, min(last, first + _LONGEST_RANGE) + 1))


@cache
def _acts() -> frozenset[str]:
    return frozenset(act for act, _, _ in _by_place())


@cache
def _by_place() -> dict[Place, list[Renumbered]]:
    """The rules that each section held, those with the narrowest words first."""
    places: defaultdict[Place, list[Renumbered]] = defaultdict(list)
    for act, chapter, section, told, unless, now, about in read_rows("renumbered.tsv"):
        row = Renumbered(now, about, LazyRegex(told), LazyRegex(unless) if unless else None)
        places[act, chapter, section].append(row)
    return dict(places)
