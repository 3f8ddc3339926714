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


VERSION = Version("1", "r", "c")


def run(path: Path, *names: str) -> None:
    """A run that ends, after it has seen the files."""
    with writing(path, VERSION) as ledger:
        for name in names:
            ledger.see(Seen(name), None, "Filen är trasig.")


@pytest.mark.parametrize(("said", "says"), [(b"brev2.docx", b"brev9.docx"), (b"Filen \xc3\xa4r", b"Filen \xc3\xb6r")])
def test_a_byte_that_sqlite_takes_for_another_name_is_told(tmp_path: Path, said: bytes, says: bytes) -> None:
    path = tmp_path / "liggare.db"
    run(path, *(f"brev{number}.docx" for number in range(400)))
    with opened(path) as database:
        assert database.execute("SELECT count(*) FROM source").fetchone() == (400,)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(said, says, 1))
    with pytest.raises(LedgerError, match="skadad, eller ändrad"), opened(path):
        pass
    with pytest.raises(LedgerError, match="skadad, eller ändrad"):
        run(path)
    path.write_bytes(whole)
    run(path, "brev2.docx")


def test_each_byte_of_a_ledger_counts_but_for_those_that_sqlite_changes_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "liggare.db"
    run(path, "brev.docx")
    whole = path.read_bytes()
    size = int.from_bytes(whole[16:18])
    missed = set()
    for at in range(0, len(whole), 331):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            with opened(path):
                missed.add(at // size + 1 if at >= 100 else 0)
        except LedgerError:
            pass
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as database:
        own = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'checksum'").fetchone()[0]
    assert missed <= {0, own}


def test_what_another_program_writes_by_sql_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "liggare.db"
    row = "INSERT INTO rule VALUES (1, 'a', 'b', 1)"
    for statement in ("UPDATE source SET name = 'b'", "DELETE FROM source", row):
        path.unlink(missing_ok=True)
        run(path, "brev.docx")
        with closing(sqlite3.connect(path)) as database:
            database.execute(statement)
            database.commit()
        with opened(path) as database:
            assert database.execute("SELECT sum FROM checksum").fetchone() == (None,)
        run(path, "brev.docx")


def stop_in_a_run(path: Path) -> None:
    """A run that is stopped; the ledger can be read meanwhile."""
    with writing(path, VERSION) as ledger:
        ledger.see(Seen("brev2.docx"), None)
        ledger.commit()
        with opened(path) as database:
            assert database.execute("SELECT count(*) FROM source").fetchone() == (2,)
        raise KeyboardInterrupt


def test_a_ledger_that_a_run_was_stopped_in_is_opened_and_one_that_is_read_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "liggare.db"
    run(path, "brev.docx")
    with pytest.raises(KeyboardInterrupt):
        stop_in_a_run(path)
    with opened(path) as database:
        assert database.execute("SELECT count(*), (SELECT sum FROM checksum) FROM source").fetchone() == (2, None)
    with opened(path) as database, writing(path, VERSION):
        database.execute("BEGIN")
        database.execute("SELECT * FROM source").fetchone()
    run(path, "brev3.docx")
    with opened(path) as database:
        assert database.execute("SELECT sum FROM checksum").fetchone() != (None,)
