"""Whether a ledger is as its last run left it: a checksum of its file, which stands in a table of its own.

SQLite sees pages that are no pages, but not a byte that has changed within a name or a number.  A checksum a row
would take three seconds to check at 1,000,000 findings; that of the file takes a quarter of one.
"""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from klarsprak.audit.ledger.schema import SchemaError

_HEAD = 100
"""Bytes at the beginning of the file that SQLite changes whenever it writes."""
_CHUNK = 1024**2
_EVENTS = ("insert", "update", "delete")
_TABLE = "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = 'checksum'"


def refuse_damage(database: sqlite3.Connection, path: Path, *, whole: bool) -> None:
    """Raises ``SchemaError`` for a file that has been damaged since its last run ended.

    Where no run has ended since it was last written, SQLite's own checks must do.  At 100,000 letters they take 0.4
    seconds, and 1.2 where the indexes are compared with the ``whole``.
    """
    database.execute("PRAGMA cell_size_check = ON")
    if _is_as_noted(database, path):
        return
    check = "integrity_check" if whole else "quick_check"
    if database.execute(f"PRAGMA {check}(1)").fetchone() != ("ok",):
        raise SchemaError("liggaren är skadad. Ta fram en säkerhetskopia, eller granska om till en ny liggare.")


def forget(database: sqlite3.Connection) -> None:
    """The ledger is about to be written: until that has ended, what is noted of it holds no more."""
    database.execute("BEGIN IMMEDIATE")
    database.execute("UPDATE checksum SET sum = NULL")
    for name in _names(database, "trigger"):
        database.execute(f"DROP TRIGGER {name}")
    database.execute("COMMIT")


def note(database: sqlite3.Connection, path: Path) -> None:
    """Note what the file is now that all is written, unless a reader keeps that from being in the file itself.

    What other programs write by SQL is no damage: then the note goes.
    """
    database.execute("BEGIN IMMEDIATE")
    for table in _names(database, "table"):
        for event in _EVENTS if table != "checksum" else ():
            database.execute(
                f"CREATE TRIGGER {table}_{event} AFTER {event} ON {table} BEGIN UPDATE checksum SET sum = NULL; END"
            )
    database.execute("COMMIT")
    database.execute("PRAGMA busy_timeout = 0")
    is_busy, *_ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if not is_busy:
        database.execute("UPDATE checksum SET sum = ?", (_checksum(database, path),))


def _names(database: sqlite3.Connection, kind: str) -> list[str]:
    """The names of all our tables or triggers."""
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,)).fetchall()
    return [name for (name,) in rows if not name.startswith("sqlite_")]


def _is_as_noted(database: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is what its last run noted, False where none has; raises ``SchemaError`` where it differs."""
    if database.execute(_TABLE).fetchone() is None:
        return False
    database.execute("BEGIN")  # as long as it lasts, no other process brings anything into the file itself
    try:
        noted = database.execute("SELECT sum FROM checksum").fetchone()
        if noted is None or noted[0] is None:
            return False
        if noted[0] == _checksum(database, path):
            return True
    finally:
        database.execute("ROLLBACK")
    raise SchemaError(
        "liggaren är skadad, eller ändrad av ett annat program. Ta fram en säkerhetskopia, eller granska om till en "
        "ny liggare."
    )


def _checksum(database: sqlite3.Connection, path: Path) -> bytes:
    """The checksum of the file but for its head and the page that checksums are noted in."""
    size = int(database.execute("PRAGMA page_size").fetchone()[0])
    own = int(database.execute(_TABLE).fetchone()[0])
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        stream.seek(_HEAD)
        _feed(digest, stream, (own - 1) * size - _HEAD)
        stream.seek(own * size)
        _feed(digest, stream, path.stat().st_size)
    return digest.digest()


def _feed(digest: blake2b, stream: BinaryIO, left: int) -> None:
    """Read so many bytes into the digest, or as many as there are."""
    while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
        digest.update(chunk)
        left -= len(chunk)
