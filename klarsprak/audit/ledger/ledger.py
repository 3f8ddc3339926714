"""The ledger: what is known of every letter of an archive, in SQLite.

Results are written in transactions of a second's work: whatever happens, a result is there whole or not at all.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.audit.ledger import damage, schema
from klarsprak.audit.ledger.failures import LedgerError, as_ledger_errors
from klarsprak.audit.ledger.lock import alone
from klarsprak.audit.letter.record import Record
from klarsprak.audit.letter.results import FoundThing, LetterResult
from klarsprak.audit.letter.sketch import sealed
from klarsprak.files.there import exists, is_existing_file
from klarsprak.laws.changes import Place

if TYPE_CHECKING:
    from klarsprak.audit.version import Version

COMMIT_EVERY = 1.0
"""Seconds of work that an interruption may cost; they are done again."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A ledger to read from; raises ``LedgerError``."""
    if not is_existing_file(path):
        raise LedgerError(f"{path}: {'det är ingen fil' if exists(path) else 'liggaren finns inte'}.")
    with as_ledger_errors(path), closing(sqlite3.connect(path, timeout=30)) as database:
        if schema.check(database) == 0:
            raise schema.SchemaError("filen är ingen liggare.")
        damage.refuse_damage(database, path, whole=False)
        schema.migrate(database)
        yield database


@contextmanager
def writing(path: Path, version: Version, time_limit: float = 0.0) -> Iterator[Ledger]:
    """The ledger for a run that checks by ``version``, made if it isn't there; raises ``LedgerError``.

    Letters that were given up at a shorter ``time_limit``, in seconds, are tried again.

    Only one run at a time: raises ``LedgerError`` for a second one.
    """
    with as_ledger_errors(path), alone(path), closing(_connected(path)) as database:
        schema.check(database)  # tells a newer ledger, or another database, from a damaged one
        damage.refuse_damage(database, path, whole=True)
        schema.migrate(database)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        damage.forget(database)
        ledger = Ledger(database, version, time_limit)
        # A run that breaks off here leaves its open transaction behind, to be rolled back: an interrupt may have
        # come in the middle of a letter, and a second's work is soon done again.
        yield ledger
        ledger.commit()
        damage.note(database, path)


def seal_key(database: sqlite3.Connection) -> bytes:
    """The ledger's own key, with which its sketches of sentences are sealed."""
    return bytes(database.execute("SELECT key FROM seal").fetchone()[0])


def _connected(path: Path) -> sqlite3.Connection:
    """The database, which begins and ends no transaction by itself.

    A new one is its writer's alone, and so are the files that SQLite writes beside it: file names, units and rules
    are words too.
    """
    with suppress(OSError):  # it is there, or can't be made, which SQLite tells
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
    return sqlite3.connect(path, timeout=30, isolation_level=None)


class Known(NamedTuple):
    """What the ledger says of a source: its content's number, the run that last saw it, and its file's stamp then.

    ``current`` says whether the content has been checked by the rules of this run.
    """

    content: int | None
    run: int
    stamp: str | None
    current: bool


class Seen(NamedTuple):
    """A source as a run has seen it: the day that its path tells, and its file's stamp, if that can be trusted.

    ``record`` is what an archive package says of it.
    """

    name: str
    date: str | None = None
    stamp: str | None = None
    record: Record | None = None


class Ledger:
    """The tables as a run sees them: contents checked by other versions of the rules are not there."""

    def __init__(self, database: sqlite3.Connection, version: Version, time_limit: float) -> None:
        self._database = database
        self._limit = time_limit
        self._since: float | None = None
        self._rules: dict[tuple[str, str, int], int] = {}
        self._places: dict[Place, int] = {}
        self._key = seal_key(database)
        self._begin()
        database.execute("INSERT OR IGNORE INTO version (program, rules, config) VALUES (?, ?, ?)", version)
        self._version = int(
            database.execute(
                "SELECT id FROM version WHERE program = ? AND rules = ? AND config = ?", version
            ).fetchone()[0]
        )
        self.run = self._insert("INSERT INTO run (version, started) VALUES (?, ?)", self._version, _now())
        self.commit()

    def content(self, key: bytes) -> int | None:
        """The number of a content that has been checked."""
        row = self._database.execute(
            f"SELECT id FROM content WHERE hash = ? AND version = ? AND {_SETTLED}", (key, self._version, self._limit)
        ).fetchone()
        return None if row is None else int(row[0])

    def is_read(self, content: int) -> bool:
        """Whether any letter in a content could be read."""
        found = self._database.execute("SELECT 1 FROM letter WHERE content = ? AND error IS NULL LIMIT 1", (content,))
        return found.fetchone() is not None

    def is_old(self, key: bytes) -> bool:
        """Whether the content has been checked by other versions only; this one may have given it up for its time."""
        row = self._database.execute("SELECT max(version = ?) FROM content WHERE hash = ?", (self._version, key))
        return bool(row.fetchone()[0] == 0)

    def source(self, name: str) -> Known | None:
        """What is known of a source."""
        row = self._database.execute(
            f"SELECT content, run, stamp, version IS ? AND {_SETTLED} FROM source"
            " LEFT JOIN content ON content.id = content WHERE name = ?",
            (self._version, self._limit, name),
        ).fetchone()
        return None if row is None else Known(*row)

    def see_again(self, name: str) -> None:
        """Note that the source is as it was."""
        self._begin()
        self._database.execute("UPDATE source SET run = ? WHERE name = ?", (self.run, name))

    def see(self, seen: Seen, content: int | None, error: str | None = None) -> None:
        """Note that the source has that content, or can't be opened."""
        self._begin()
        record = seen.record or Record()
        self._database.execute(_SEE, (seen.name, content, self.run, error, seen.date, seen.stamp, *record))

    def add(self, key: bytes, letters: tuple[LetterResult, ...]) -> int:
        """Store the result of a content, and return its number."""
        self._begin()
        content = self._numbered(key, self._limit if any(letter.given_up for letter in letters) else None)
        for part, letter in enumerate(letters):
            values = (content, part, letter.format, letter.error, letter.words, letter.notes, *letter.signature)
            known = letter.facts
            lists = (json.dumps(known.types, ensure_ascii=False), json.dumps(known.lengths))
            number = self._insert(
                _LETTER,
                *values,
                json.dumps(letter.metrics),
                known.date,
                known.unit,
                *lists,
                known.template,
                len(known.cited),
            )
            cited = [(number, self._place(place)) for place in known.cited]
            self._database.executemany("INSERT INTO citation VALUES (?, ?)", cited)
            self._database.executemany(
                "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(number, self._rule(found), *found[3:-1], self._sealed(found)) for found in letter.findings],
            )
        return content

    def _numbered(self, key: bytes, given_up: float | None) -> int:
        """The number of a content without letters; those that stood for one that was given up are taken away."""
        known = (key, self._version)
        row = self._database.execute("SELECT id FROM content WHERE hash = ? AND version = ?", known).fetchone()
        if row is None:
            return self._insert("INSERT INTO content (hash, version, given_up) VALUES (?, ?, ?)", *known, given_up)
        self._database.execute("DELETE FROM letter WHERE content = ?", row)  # it had no findings and cited nothing
        self._database.execute("UPDATE content SET given_up = ? WHERE id = ?", (given_up, *row))
        return int(row[0])

    def forget(self, within: Iterable[str]) -> int:
        """Take away the files that this run should have seen, being in those folders, but did not; how many.

        Their results stay, and count again when the file comes back.  What lies in a folder that could not be opened
        this time is kept.
        """
        self._begin()
        return sum(self._database.execute(_FORGET, {"run": self.run, "top": top}).rowcount for top in within)

    def end(self) -> None:
        """Note that the run has gone through all its sources; results by other rules that no file has are let go."""
        self._begin()
        for table, of in _OUTDATED.items():
            self._database.execute(f"DELETE FROM {table} WHERE {of}", (self._version,))
        self._database.execute("UPDATE run SET ended = ? WHERE id = ?", (_now(), self.run))
        self.commit()

    def tick(self) -> None:
        """Commit if it is time to."""
        if self._since is not None and time.monotonic() - self._since >= COMMIT_EVERY:
            self.commit()

    def commit(self) -> None:
        """Make all that has been written last."""
        if self._database.in_transaction:
            self._database.execute("COMMIT")
        self._since = None

    def _begin(self) -> None:
        if self._since is None:
            self._database.execute("BEGIN IMMEDIATE")
            self._since = time.monotonic()

    def _insert(self, statement: str, *values: object) -> int:
        return int(self._database.execute(statement, values).lastrowid or 0)

    def _rule(self, found: FoundThing) -> int:
        rule = found[:3]
        if rule not in self._rules:
            self._database.execute("INSERT OR IGNORE INTO rule (name, category, level) VALUES (?, ?, ?)", rule)
            row = self._database.execute("SELECT id FROM rule WHERE name = ? AND category = ? AND level = ?", rule)
            self._rules[rule] = int(row.fetchone()[0])
        return self._rules[rule]

    def _sealed(self, found: FoundThing) -> bytes | None:
        return None if found.sentence is None else sealed(found.sentence, self._key)

    def _place(self, place: Place) -> int:
        if place not in self._places:
            self._database.execute("INSERT OR IGNORE INTO place (sfs, chapter, section) VALUES (?, ?, ?)", place)
            row = self._database.execute("SELECT id FROM place WHERE sfs = ? AND chapter = ? AND section = ?", place)
            self._places[place] = int(row.fetchone()[0])
        return self._places[place]


_WITHIN = "substr({0}.name, 1, length({1}) + 1) IN ({1} || '/', {1} || char(92))"
_FORGET = f"""
DELETE FROM source WHERE run < :run AND {_WITHIN.format("source", ":top")} AND NOT EXISTS (
    SELECT 1 FROM source AS closed
    WHERE closed.run = :run AND closed.error IS NOT NULL AND {_WITHIN.format("source", "closed.name")}
)
"""
_LETTER = (
    "INSERT INTO letter (content, part, format, error, words, notes, name, title, unit, address, phone, metrics,"
    f" date, unit_name, types, lengths, template, cited) VALUES ({', '.join('?' * 18)})"
)
_OLD = """
content IN (
    SELECT id FROM content WHERE version <> ? AND NOT EXISTS (SELECT 1 FROM source WHERE source.content = content.id)
)
"""
_OUTDATED = {
    "finding": f"letter IN (SELECT id FROM letter WHERE {_OLD})",
    "citation": f"letter IN (SELECT id FROM letter WHERE {_OLD})",
    "letter": _OLD,
    "content": _OLD.replace("content IN", "id IN", 1),
}
_SETTLED = "(given_up IS NULL OR given_up >= ?)"
_SEE = """
INSERT INTO source (name, content, run, error, date, stamp, record_date, case_number, record_unit, record_type)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE
SET content = excluded.content, run = excluded.run, error = excluded.error, date = excluded.date,
    stamp = excluded.stamp, record_date = excluded.record_date, case_number = excluded.case_number,
    record_unit = excluded.record_unit, record_type = excluded.record_type
"""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
