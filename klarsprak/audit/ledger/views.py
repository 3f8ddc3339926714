"""The ledger as those see it who read from it: each letter under each of its names, or each content once."""

from __future__ import annotations

import sqlite3

from klarsprak.audit.letter.score import SQL_POINTS, SQL_SCORE

_RECORD = "record_date, case_number, record_unit, record_type"
_EVERY = f"SELECT name, content, error, date, {_RECORD} FROM source"
_ONCE = f"""
SELECT min(name) AS name, content, NULL AS error, min(date) AS date, {_RECORD} FROM source
WHERE content IS NOT NULL GROUP BY content
UNION ALL SELECT name, content, error, date, {_RECORD} FROM source WHERE content IS NULL
"""
# What a register of cases says of a letter goes before what its text tells; the register's type is one more.
_ENTRY = """
SELECT file.name || CASE WHEN letter.part > 0 THEN '#' || letter.part ELSE '' END AS file,
       coalesce(file.error, letter.error) AS error, letter.id AS letter,
       coalesce(file.record_date, letter.date, file.date) AS date, coalesce(record_unit, unit_name) AS unit,
       CASE WHEN record_type IS NULL THEN types ELSE json_insert(types, '$[#]', record_type) END AS kinds, case_number
FROM file LEFT JOIN letter ON letter.content = file.content
"""
# All findings are read once, in their letters' order: a look-up for each letter takes three times as long.
_FOUND = f"""
SELECT letter, count(*) AS findings, sum(level = 3) AS errors, total({SQL_POINTS} * (block IS NOT NULL)) AS points,
    sum(block IS NULL AND level = 3) AS musts
FROM finding JOIN rule ON rule.id = rule GROUP BY letter
"""
# Copies are alike in all that is counted, so a letter and day stand here once, with their number.
_COUNTED = f"""
SELECT entry.letter, entry.date, count(*) AS n, entry.unit AS unit_name, entry.kinds AS types,
    format, words, lengths, template,
    json_extract(metrics, '$.lix') AS lix, letter.name, title, letter.unit, address, phone,
    coalesce(findings, 0) AS findings, coalesce(errors, 0) AS errors, coalesce(points, 0.0) AS points,
    coalesce(musts, 0) AS musts
FROM entry JOIN letter ON letter.id = entry.letter LEFT JOIN ({_FOUND}) AS found ON found.letter = letter.id
WHERE entry.error IS NULL
GROUP BY entry.letter, entry.date, entry.unit, entry.kinds
"""


def count_copies(database: sqlite3.Connection, once: bool) -> None:
    """Make the views ``file`` and ``entry``, in which files of one content count once or each.

    An entry is a letter under a name; an attachment has its number after ``#``.  A file that could not be opened
    is an entry without a letter.
    """
    database.execute("DROP VIEW IF EXISTS entry")
    database.execute("DROP VIEW IF EXISTS file")
    database.execute(f"CREATE TEMP VIEW file AS {_ONCE if once else _EVERY}")
    database.execute(f"CREATE TEMP VIEW entry AS {_ENTRY}")


def count_letters(database: sqlite3.Connection, once: bool) -> None:
    """Make those views, and the table ``counted`` of the letters that could be read: ``n`` like each other."""
    count_copies(database, once)
    database.execute("DROP TABLE IF EXISTS temp.counted")
    database.execute(f"CREATE TEMP TABLE counted AS SELECT *, {SQL_SCORE} AS score FROM ({_COUNTED})")
    database.execute("CREATE INDEX temp.counted_letter ON counted (letter)")
