"""What can go wrong with a ledger, as a person is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from klarsprak.audit.ledger.schema import SchemaError

CANT_OPEN = "liggaren går inte att öppna. Finns mappen, och får du skriva i den?"


class LedgerError(Exception):
    """A ledger that can't be used; the text is one Swedish line."""


@contextmanager
def as_ledger_errors(path: Path) -> Iterator[None]:
    """In the block, errors of the database become ``LedgerError``."""
    try:
        yield
    except SchemaError as error:
        raise LedgerError(f"{path}: {error}") from None
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{path}: {_reason(error)}") from None


_NO_ROOM = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)
"""Files beside the ledger that can't grow."""


def _reason(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", 0)
    if code in _NO_ROOM:
        code = sqlite3.SQLITE_FULL
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return "disken är full. Gör plats och kör samma kommando igen, så fortsätter granskningen."
        case sqlite3.SQLITE_BUSY:
            return "ett annat program använder liggaren. Vänta tills det är klart, och kör samma kommando igen."
        case sqlite3.SQLITE_CANTOPEN:
            return CANT_OPEN
        case sqlite3.SQLITE_READONLY:
            return "du får inte skriva i liggaren. För att läsa den räcker läsrätt när senaste granskningen är klar."
        case sqlite3.SQLITE_NOTADB:
            return "filen är ingen liggare."
    return f"liggaren går inte att använda ({error})."
