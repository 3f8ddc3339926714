"""Only one run at a time writes a ledger.

The lock is SQLite's own, on an empty file beside the ledger: the system frees it however the run ends, on network
drives too.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from klarsprak.audit.ledger.failures import CANT_OPEN, LedgerError

_CAN_REMOVE_OPEN = os.name != "nt"


@contextmanager
def alone(ledger: Path) -> Iterator[None]:
    """In the block nobody else writes the ledger, and after it the lock's file is gone; raises ``LedgerError``."""
    file = Path(f"{ledger}-lock")
    try:
        with _taken(file, ledger):
            try:
                yield
            finally:
                # While we hold it: whoever has it open sees that it is gone, and takes a new one.
                if _CAN_REMOVE_OPEN:
                    file.unlink(missing_ok=True)
    finally:
        if not _CAN_REMOVE_OPEN:
            with suppress(OSError):  # another run has it open, and will remove it
                file.unlink()


def _taken(file: Path, ledger: Path) -> ExitStack:
    """What frees the lock; raises ``LedgerError`` where another run has it, or it can't be made."""
    while True:
        with ExitStack() as stack:
            try:
                opened = stack.enter_context(file.open("ab"))
            except OSError:
                raise LedgerError(f"{ledger}: {CANT_OPEN}") from None
            _lock(stack.enter_context(closing(sqlite3.connect(file, timeout=0, isolation_level=None))), ledger)
            if is_still_there(opened, file):
                return stack.pop_all()


def _lock(database: sqlite3.Connection, ledger: Path) -> None:
    """Lock the file; raises ``LedgerError`` where another run has done so."""
    try:
        database.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise LedgerError(
            f"{ledger}: en annan granskning skriver redan i liggaren. Vänta tills den är klar."
        ) from None


def is_still_there(opened: IO[Any], file: Path) -> bool:
    """Whether the name still leads to the file that we opened: a run that has just ended may have removed it."""
    try:
        return os.path.samestat(os.fstat(opened.fileno()), file.stat())
    except FileNotFoundError:
        return False
