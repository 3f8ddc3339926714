"""Which sentences of the templates findings stand in, and how many letters of each month have them.

A ledger has ten findings a letter, so what is counted by letter is counted in arrays, not in tables of the database.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, groupby
from typing import NamedTuple, TypeAlias

import numpy as np

from klarsprak.audit.letter.fingerprint import VALUES
from klarsprak.audit.reports.groups import LEAST_LETTERS
from klarsprak.audit.reports.templates import with_leaders

ALIKE = 8
"""So many of the values must two sketches share, of ``VALUES``: half of their words."""
_Numbers: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.int64]]"
_Place: TypeAlias = tuple[int, str, bytes]
"""A template's number, a rule and the sketch of a sentence that breaks it; "" where the whole letter does."""


class Traced(NamedTuple):
    """A sentence of a template, known by its most frequent sketch: its letters by month, those undated under None."""

    number: int
    rule: str
    leader: bytes
    months: Mapping[str | None, int]


def traced(database: sqlite3.Connection) -> Iterator[Traced]:
    """The sentences that at least ``LEAST_LETTERS`` letters have, by template, rule and sketch.

    The table ``templated`` must be there.  A letter that has a sentence twice counts once.
    """
    places, letters, at = _findings(database)
    letters, at = _distinct(letters, at)
    leaders = _leaders(places, np.bincount(at, minlength=len(places)))
    letters, at = _distinct(letters, leaders[at])
    months = _letters_by_month(database, letters, at)
    for place in sorted((places[leader], leader) for leader in months):
        yield Traced(*place[0], months[place[1]])


def _findings(database: sqlite3.Connection) -> tuple[list[_Place], _Numbers, _Numbers]:
    """The places, and of each finding its letter and its place's index among them."""
    numbers = dict(database.execute("SELECT letter, number FROM templated"))
    names = dict(database.execute("SELECT id, name FROM rule"))  # one name may stand in several rows, by its levels
    index: defaultdict[_Place, int] = defaultdict(count().__next__)
    letters, at = array("q"), array("q")
    for letter, rule, sentence in database.execute(_FINDINGS):
        number = numbers.get(letter)
        if number is not None:
            letters.append(letter)
            at.append(index[number, names[rule], sentence])
    return list(index), np.array(letters, np.int64), np.array(at, np.int64)


_FINDINGS = """
SELECT letter, rule, CASE WHEN block IS NULL THEN x'' ELSE sentence END FROM finding
WHERE block IS NULL OR sentence IS NOT NULL
"""


def _distinct(letters: _Numbers, at: _Numbers) -> tuple[_Numbers, _Numbers]:
    """The pairs of a letter and an index, each once."""
    width = int(at.max(initial=0)) + 1
    pairs = np.sort(letters * width + at)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs // width, pairs % width


def _leaders(places: list[_Place], counts: _Numbers) -> _Numbers:
    """Of each place the index of that with the most frequent sketch which its own is like; ``counts`` are letters."""
    weights = counts.tolist()
    groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for at, (number, rule, _) in enumerate(places):
        groups[number, rule].append(at)
    leaders = list(range(len(places)))
    for group in groups.values():
        index = {places[at][2]: at for at in sorted(group, key=lambda at: (-weights[at], places[at][2]))}
        for sentence, leader in with_leaders(filter(None, index), VALUES, ALIKE):
            leaders[index[sentence]] = index[leader]
    return np.array(leaders, np.int64)


def _letters_by_month(
    database: sqlite3.Connection, letters: _Numbers, at: _Numbers
) -> Mapping[int, Mapping[str | None, int]]:
    """The letters of each month with each of the places, those with few letters left out."""
    known, spreads, spread_of = _spreads(database)
    copies = np.array([sum(spread.values()) for spread in spreads], np.int64)
    spread_at = spread_of[np.searchsorted(known, letters)]
    enough = np.bincount(at, copies[spread_at])[at] >= LEAST_LETTERS
    pairs, counts = np.unique(at[enough] * len(spreads) + spread_at[enough], return_counts=True)
    months: defaultdict[int, Counter[str | None]] = defaultdict(Counter)
    for pair, letters_alike in zip(pairs.tolist(), counts.tolist(), strict=True):
        place, spread = divmod(pair, len(spreads))
        for month, n in spreads[spread].items():
            months[place][month] += n * letters_alike
    return months


def _spreads(database: sqlite3.Connection) -> tuple[_Numbers, list[Mapping[str | None, int]], _Numbers]:
    """The templates' letters in order, the ways in which copies spread over months, and each letter's of those."""
    rows = database.execute("SELECT letter, month, n FROM templated ORDER BY letter")
    index: dict[tuple[tuple[str | None, int], ...], int] = {}
    known, spread_of = array("q"), array("q")
    for letter, copies in groupby(rows, key=lambda row: row[0]):
        known.append(letter)
        spread_of.append(index.setdefault(tuple(row[1:] for row in copies), len(index)))
    return np.array(known, np.int64), [_summed(spread) for spread in index], np.array(spread_of, np.int64)


def _summed(spread: Iterable[tuple[str | None, int]]) -> Mapping[str | None, int]:
    """Letters by month; those of one month may stand in several rows, by their units."""
    months: Counter[str | None] = Counter()
    for month, n in spread:
        months[month] += n
    return months
