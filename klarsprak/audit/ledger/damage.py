"""Whether a ledger is as its last run left it: a checksum of its file, which stands in a table of its own.

It holds as long as nobody has written to the file by SQL since, be it rows, an index or a copy by VACUUM INTO, which
is no damage: SQLite counts in the file's head what is written to it, and the count is noted with the checksum.

SQLite sees pages that are no pages, but not a byte that has changed within a name or a number.  A checksum a row
would take three seconds to check at 1,000,000 findings; that of the file takes a quarter of one.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from klarsprak.audit.ledger.schema import SchemaError

_HEAD = 100
"""Bytes at the beginning of the file that SQLite changes whenever it writes."""
_COUNT = slice(24, 28)
"""Where in the head it counts how often; only outside WAL mode at each time."""
_DIGEST = 16
"""Bytes of the checksum; those after it in the note are the count."""
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
    for name in _old_triggers(database):
        database.execute(f"DROP TRIGGER {name}")
    database.execute("COMMIT")


def note(database: sqlite3.Connection, path: Path) -> None:
    """Note what the file is now that all is written, and leave it to be read by whoever may only read.

    In WAL mode, readers have to write beside it.  Where one keeps us from that, the ledger stays in that mode until
    the next run, without a note.
    """
    database.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA journal_mode = DELETE")
        if _is_in_wal_mode(database):
            return
        with path.open("rb") as stream:  # to close a file that SQLite has locked would free it: not before the end
            database.execute("BEGIN IMMEDIATE")
            noted = _checksum(database, stream) + (_writes(stream) + 1).to_bytes(4)
            database.execute("UPDATE checksum SET sum = ?", (noted,))
            database.execute("COMMIT")


def _old_triggers(database: sqlite3.Connection) -> list[str]:
    """Those by which older versions of the program were told of what is written."""
    tables = _names(database, "table")
    ours = {f"{table}_{event}" for table in tables for event in _EVENTS}
    return sorted(ours.intersection(_names(database, "trigger")))


def _names(database: sqlite3.Connection, kind: str) -> list[str]:
    """The names of all tables or triggers."""
    return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))]


def _is_in_wal_mode(database: sqlite3.Connection) -> bool:
    return bool(database.execute("PRAGMA journal_mode").fetchone() == ("wal",))


def _is_as_noted(database: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is what its last run noted, False where none has; raises ``SchemaError`` where it differs."""
    if _is_in_wal_mode(database) or database.execute(_TABLE).fetchone() is None:
        return False
    with path.open("rb") as stream:
        database.execute("BEGIN")  # as long as it lasts, no other process brings anything into the file itself
        try:
            row = database.execute("SELECT sum FROM checksum").fetchone()
            noted = row[0] if row and row[0] else b""
            if noted[_DIGEST:] != _writes(stream).to_bytes(4):
                return False
            if noted[:_DIGEST] == _checksum(database, stream):
                return True
        finally:
            database.execute("ROLLBACK")
    raise SchemaError(
        "liggaren är skadad, eller ändrad av ett annat program. Ta fram en säkerhetskopia, eller granska om till en "
        "ny liggare."
    )


def _writes(stream: BinaryIO) -> int:
    """How often SQLite has written to the file."""
    stream.seek(0)
    return int.from_bytes(stream.read(_HEAD)[_COUNT])


def _checksum(database: sqlite3.Connection, stream: BinaryIO) -> bytes:
    """The checksum of the file but for its head and the page that checksums are noted in."""
    size = int(database.execute("PRAGMA page_size").fetchone()[0])
    own = int(database.execute(_TABLE).fetchone()[0])
    digest = blake2b(digest_size=_DIGEST)
    stream.seek(_HEAD)
    _feed(digest, stream, (own - 1) * size - _HEAD)
    stream.seek(own * size)
    _feed(digest, stream)
    return digest.digest()


def _feed(digest: blake2b, stream: BinaryIO, left: int = sys.maxsize) -> None:
    """Read so many bytes into the digest, or as many as there are."""
    while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
        digest.update(chunk)
        left -= len(chunk)
