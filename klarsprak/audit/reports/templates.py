"""Which letters come from one template: those whose fingerprints are much alike."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import eq

from klarsprak.audit.letter.fingerprint import VALUES

ALIKE = 9
"""So many of the values must two letters share, of ``VALUES``: somewhat more than half of their text."""
_BAND = 2
"""Values that must be the same for two letters to be compared at all."""


def find_templates(database: sqlite3.Connection) -> None:
    """Make the table ``recurring`` of letters in ``counted`` that have fellows, with their template's number.

    Templates are numbered by how many letters they have, from 1.
    """
    sizes: dict[bytes, int] = dict(
        database.execute(
            "SELECT template, sum(n) FROM counted WHERE template IS NOT NULL GROUP BY template ORDER BY 2 DESC, 1"
        ).fetchall()
    )
    database.execute("DROP TABLE IF EXISTS temp.recurring")
    database.execute("CREATE TEMP TABLE recurring (template BLOB PRIMARY KEY, number INTEGER NOT NULL)")
    for number, group in enumerate(_recurring(sizes), 1):
        rows = [(print_, number) for print_ in group]
        database.executemany("INSERT INTO recurring VALUES (?, ?)", rows)
    database.execute("CREATE INDEX temp.recurring_number ON recurring (number)")
    database.execute("CREATE INDEX IF NOT EXISTS temp.counted_template ON counted (template)")


def _recurring(sizes: dict[bytes, int]) -> list[list[bytes]]:
    """The fingerprints that are alike, group by group, the largest first; ``sizes`` are in letters, not in groups.

    A letter that is like no other is in no group.
    """
    groups: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for print_, leader in with_leaders(sizes, 2 * VALUES, ALIKE):
        groups[leader].append(print_)
    totals = {leader: sum(map(sizes.__getitem__, group)) for leader, group in groups.items()}
    leaders = [leader for leader, total in totals.items() if total > 1]
    leaders.sort(key=lambda leader: (-totals[leader], leader))
    return [groups[leader] for leader in leaders]


def with_leaders(prints: Iterable[bytes], length: int, least: int) -> Iterator[tuple[bytes, bytes]]:
    """Each print of ``VALUES`` values and ``length`` bytes with the first one that it is like, which may be itself.

    Two are alike that share ``least`` of the values.
    """
    width = _BAND * length // VALUES
    bands = [(slice(at, at + width), _Leaders()) for at in range(0, length, width)]
    for print_ in prints:
        # A dictionary keeps their order: of leaders that are equally like, the first one counts.
        candidates = {each: None for where, leaders in bands for each in leaders.get(print_[where], ())}
        most, leader = least - 1, None
        for each in candidates:
            if (shared := count_shared(each, print_)) > most:
                most, leader = shared, each
        if leader is None:
            leader = print_
            for where, leaders in bands:
                leaders.setdefault(print_[where], []).append(print_)
        yield print_, leader


_Leaders = dict[bytes, list[bytes]]
"""Leaders by a stretch of their values."""


def count_shared(one: bytes, other: bytes) -> int:
    """How many of their values two prints share, fingerprints or sketches of one ledger."""
    if len(one) == 2 * VALUES:
        return sum(map(eq, _pairs(one), _pairs(other)))
    # A value that both have is a byte of zero in what differs; there are millions of comparisons in a large archive.
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one)).count(0)


def _pairs(print_: bytes) -> memoryview:
    """The print as values of two bytes, not copied."""
    return memoryview(print_).cast("H")
