"""A ledger that is damaged where no question of ours would meet it is told before anything is read or written."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from klarsprak.audit.ledger import schema
from klarsprak.audit.ledger.failures import LedgerError, as_ledger_errors
from klarsprak.audit.ledger.ledger import Seen, opened, writing
from klarsprak.audit.version import Version
from klarsprak.cli import run as main


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


BY_SQL = (
    ["UPDATE source SET error = 'b'"],
    ["DELETE FROM source"],
    ["INSERT OR REPLACE INTO rule VALUES (1, 'a', 'b', 1)"],
    ["CREATE INDEX mine ON letter (date)"],
    ["CREATE VIEW mine AS SELECT * FROM letter"],
    ["CREATE TABLE mine (a)"],
    ["ANALYZE"],
    ["VACUUM"],
    ["PRAGMA journal_mode = WAL", "UPDATE source SET error = 'b'"],
    ["PRAGMA journal_mode = WAL", "UPDATE source SET error = 'b'", "PRAGMA journal_mode = DELETE"],
)


@pytest.mark.parametrize("statements", BY_SQL)
def test_what_another_program_writes_by_sql_is_no_damage(tmp_path: Path, statements: list[str]) -> None:
    path = tmp_path / "liggare.db"
    for _ in range(3):  # to write it again is another thing than to write it first
        run(path, "brev.docx")
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement.replace("mine", f"mine{time.monotonic_ns()}"))
        with opened(path) as database:
            database.execute("SELECT count(*) FROM source").fetchone()


def test_a_copy_by_vacuum_into_or_by_the_backup_api_is_whole(tmp_path: Path) -> None:
    path, copy, backup = (tmp_path / name for name in ("liggare.db", "kopia.db", "säkerhetskopia.db"))
    run(path, *(f"brev{number}.docx" for number in range(400)))
    run(path, "brev2.docx")  # it forgets nothing, but what was free stays so
    with closing(sqlite3.connect(path)) as database, closing(sqlite3.connect(backup)) as other:
        database.execute("VACUUM INTO ?", (str(copy),))
        database.backup(other)
    for each in (copy, backup, path):
        with opened(each) as database:
            assert database.execute("SELECT count(*) FROM source").fetchone() == (400,)
        run(each, "brev2.docx")


def test_a_run_leaves_alone_what_others_have_added(tmp_path: Path) -> None:
    path = tmp_path / "liggare.db"
    run(path, "brev.docx")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("CREATE TABLE mine (a)")
        database.execute("CREATE TRIGGER theirs AFTER INSERT ON source BEGIN INSERT INTO mine VALUES (1); END")
        database.execute("CREATE TRIGGER source_insert AFTER INSERT ON source BEGIN SELECT 1; END")  # as we once did
    run(path, "brev2.docx")
    with opened(path) as database:
        assert database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall() == [("theirs",)]
        assert database.execute("SELECT * FROM mine").fetchall() == [(1,)]


def test_a_ledger_is_one_file_that_can_be_read_without_writing(tmp_path: Path) -> None:
    path = tmp_path / "liggare.db"
    run(path, "brev.docx")
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    with opened(path) as database:
        database.execute("SELECT * FROM source").fetchone()
        assert [file.name for file in tmp_path.iterdir()] == ["liggare.db"]


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


def test_a_ledger_whose_first_run_could_not_begin_holds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As where the disk is full just then."""
    empty, other = (str(tmp_path / name) for name in ("tom.db", "annan.db"))
    with closing(sqlite3.connect(empty)) as database:
        schema.migrate(database)
    run(Path(other), "brev.docx")
    assert main(["audit", "status", empty]) == 0
    said = capsys.readouterr().out
    assert said.startswith("I liggaren: 0 filer, 0 brev, 0 ord.\nDen senaste granskningen blev inte klar.")
    for both in ((empty, other), (other, empty), (empty, empty)):
        assert main(["audit", "compare", *both]) == 0
    assert main(["audit", "report", empty]) == 0


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "disken är full"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disken är full"),
        (sqlite3.SQLITE_IOERR_READ, "liggaren går inte att använda"),
        (sqlite3.SQLITE_BUSY, "ett annat program använder liggaren"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "du får inte skriva"),
    ],
)
def test_what_the_system_refuses_is_told(code: int, said: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    with pytest.raises(LedgerError, match=said), as_ledger_errors(Path("liggare.db")):
        raise error
