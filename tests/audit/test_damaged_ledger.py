"""A ledger that is damaged where no question of ours would meet it is told before anything is read or written."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from klarsprak.audit.ledger import schema
from klarsprak.audit.ledger.failures import LedgerError
from klarsprak.audit.ledger.ledger import Seen, opened, writing
from klarsprak.audit.version import Version


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "liggare.db"
    with closing(sqlite3.connect(path)) as database:
        schema.migrate(database)
        rows = ((f"brev{number}.docx",) for number in range(5000))
        database.executemany("INSERT INTO source (name, content, run) VALUES (?, NULL, 1)", rows)
        database.commit()
    return path


def test_a_whole_ledger_is_opened(ledger: Path) -> None:
    with opened(ledger) as database:
        assert database.execute("SELECT count(*) FROM source").fetchone() == (5000,)


def test_a_page_that_is_overwritten_is_told(ledger: Path) -> None:
    data = bytearray(ledger.read_bytes())
    size = int.from_bytes(data[16:18])
    start = data.rindex(b"brev2500.docx") // size * size
    data[start + 8 : start + 40] = b"\xff" * 32
    ledger.write_bytes(data)
    with pytest.raises(LedgerError, match=r"liggaren (är skadad|går inte)"), opened(ledger):
        pass


@pytest.mark.skipif(os.name == "nt", reason="rights there are the folder's")
def test_a_new_ledger_is_its_writers_alone(tmp_path: Path) -> None:
    path = tmp_path / "liggare.db"
    before = os.umask(0o022)
    try:
        with writing(path, Version("1", "r", "c")) as ledger:
            ledger.see(Seen("brev.docx"), None)
            beside = {
                file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir() if "-lock" not in file.name
            }
    finally:
        os.umask(before)
    assert beside == dict.fromkeys(("liggare.db", "liggare.db-wal", "liggare.db-shm"), 0o600)
