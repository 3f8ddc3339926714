"""Which letters come from one template: those whose fingerprints are much alike."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from klarsprak.audit.letter.fingerprint import VALUES

ALIKE = 9
"""So many of the values must two letters share, of ``VALUES``: somewhat more than half of their text."""
_BAND = 2
"""Values that must be the same for two letters to be compared at all."""


def find_templates(database: sqlite3.Connection) -> None:
    """Make the table ``recurring`` of letters in ``counted`` that have fellows, with their template's number.

    Templates are numbered by how many letters they have, from 1.
    """
    rows = database.execute(
        "SELECT template, sum(n) FROM counted WHERE template IS NOT NULL GROUP BY template ORDER BY 2 DESC, 1"
    ).fetchall()
    sizes = dict(rows)
    groups: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for print_, leader in _led(print_ for print_, _ in rows):
        groups[leader].append(print_)
    totals = {leader: sum(sizes[each] for each in group) for leader, group in groups.items()}
    leaders = sorted((leader for leader in groups if totals[leader] > 1), key=lambda each: (-totals[each], each))
    database.execute("DROP TABLE IF EXISTS temp.recurring")
    database.execute("CREATE TEMP TABLE recurring (template BLOB PRIMARY KEY, number INTEGER NOT NULL)")
    database.executemany(
        "INSERT INTO recurring VALUES (?, ?)",
        ((each, number) for number, leader in enumerate(leaders, 1) for each in groups[leader]),
    )


def _led(prints: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Each fingerprint with the first one that it is like, which may be itself."""
    leaders: defaultdict[tuple[int, bytes], list[bytes]] = defaultdict(list)
    for print_ in prints:
        bands = [(at, print_[at : at + 2 * _BAND]) for at in range(0, 2 * VALUES, 2 * _BAND)]
        candidates = {leader: None for band in bands for leader in leaders.get(band, ())}
        leader = max(candidates, key=lambda other: _shared(other, print_), default=print_)
        if _shared(leader, print_) < ALIKE:
            leader = print_
        if leader == print_:
            for band in bands:
                leaders[band].append(print_)
        yield print_, leader


def _shared(one: bytes, other: bytes) -> int:
    return sum(one[at : at + 2] == other[at : at + 2] for at in range(0, 2 * VALUES, 2))
