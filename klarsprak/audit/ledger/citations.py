"""Which places of law the letters of a ledger cite, read from the ledger alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from klarsprak.laws.changes import Place
from klarsprak.laws.uses import Uses

# A letter counts under each of its names, as in all other numbers of an audit.
_COPIES = """
CREATE TEMP TABLE copies AS
SELECT letter.id AS letter, count(*) AS n FROM letter JOIN source ON source.content = letter.content
WHERE letter.error IS NULL AND source.error IS NULL AND cited IS NOT NULL GROUP BY letter.id
"""
_CITED = """
SELECT sfs, chapter, section, sum(n) FROM citation JOIN copies ON copies.letter = citation.letter
JOIN place ON place.id = citation.place GROUP BY citation.place
"""
_FILES = """
SELECT source.name || CASE WHEN letter.part > 0 THEN '#' || letter.part ELSE '' END
FROM place JOIN citation ON citation.place = place.id JOIN letter ON letter.id = citation.letter
JOIN source ON source.content = letter.content
WHERE sfs = ? AND chapter = ? AND section = ? AND letter.error IS NULL AND source.error IS NULL ORDER BY 1
"""
_CITING = """
SELECT coalesce(sum(n), 0) FROM copies WHERE letter IN (
    SELECT letter FROM citation JOIN place ON place.id = citation.place
    JOIN asked ON asked.sfs = place.sfs AND asked.chapter = place.chapter AND asked.section = place.section
)
"""
_UNKNOWN = """
SELECT count(*) FROM letter JOIN source ON source.content = letter.content
WHERE letter.error IS NULL AND source.error IS NULL AND cited IS NULL
"""


def uses_in(database: sqlite3.Connection) -> Uses:
    """What the letters of a ledger cite, but for those of which it holds no citations."""
    database.execute("DROP TABLE IF EXISTS temp.copies")
    database.execute(_COPIES)
    database.execute("CREATE UNIQUE INDEX temp.copies_letter ON copies (letter)")
    letters = database.execute("SELECT coalesce(sum(n), 0) FROM copies").fetchone()[0]
    cited = {Place(*place): int(n) for *place, n in database.execute(_CITED)}

    def files_of(place: Place) -> list[str]:
        return [name for (name,) in database.execute(_FILES, place)]

    def citing(places: Sequence[Place]) -> int:
        database.execute("DROP TABLE IF EXISTS temp.asked")
        database.execute("CREATE TEMP TABLE asked (sfs TEXT, chapter TEXT, section TEXT)")
        database.executemany("INSERT INTO asked VALUES (?, ?, ?)", places)
        return int(database.execute(_CITING).fetchone()[0])

    return Uses(int(letters), cited, files_of, citing)


def without_citations(database: sqlite3.Connection) -> int:
    """How many letters were checked by a version that kept no citations."""
    return int(database.execute(_UNKNOWN).fetchone()[0])
