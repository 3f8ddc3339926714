"""A ledger that is damaged where no question of ours would meet it is told before anything is read or written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from klarsprak.audit.ledger import schema
from klarsprak.audit.ledger.failures import LedgerError
from klarsprak.audit.ledger.ledger import opened


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
