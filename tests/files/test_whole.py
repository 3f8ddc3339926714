"""Files are written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from klarsprak.files.whole import bytes_written_whole, written_whole
from tests.waiting import wait_for

unix = pytest.mark.skipif(os.name == "nt", reason="rights there are the folder's")


def test_a_file_that_fails_halfway_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "svar.txt"
    path.write_text("förra", encoding="utf-8")
    with suppress(ZeroDivisionError), written_whole(path) as stream:
        stream.write("halva")
        stream.write(str(1 // 0))
    assert path.read_text(encoding="utf-8") == "förra"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "länk.txt"
    link.symlink_to("svar.txt")
    with written_whole(link) as stream:
        stream.write("hej")
    assert link.is_symlink()
    assert (tmp_path / "svar.txt").read_text(encoding="utf-8") == "hej"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on Windows")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "rör"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    with written_whole(pipe) as stream:
        stream.write("hej")
    reader.join()
    assert got == ["hej"]
    assert pipe.is_fifo()


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@unix
@pytest.mark.usefixtures("usual_mask")
def test_what_holds_words_is_its_writers_alone_and_a_copy_no_wider_than_its_letter(tmp_path: Path) -> None:
    letter, copy, report, schema = (tmp_path / name for name in ("brev.txt", "kopia.txt", "svar.json", "schema.json"))
    letter.write_text("Hej!", encoding="utf-8")
    for mode, expected in ((0o600, 0o600), (0o640, 0o640), (0o666, 0o644), (0o755, 0o644)):
        letter.chmod(mode)
        with bytes_written_whole(copy, like=letter) as stream:
            stream.write(b"Hej!")
        assert rights(copy) == expected
        copy.unlink()
    with written_whole(report, private=True) as text:
        text.write("Hej!")
    with written_whole(schema) as text:
        text.write("{}")
    assert (rights(report), rights(schema)) == (0o600, 0o644)


@unix
def test_a_file_that_is_written_over_keeps_the_rights_that_its_owner_chose(tmp_path: Path) -> None:
    report = tmp_path / "svar.json"
    report.touch()
    report.chmod(0o640)
    with written_whole(report, private=True) as stream:
        stream.write("Hej!")
    assert rights(report) == 0o640


def test_what_a_killed_run_left_half_written_is_swept_and_nothing_else(tmp_path: Path) -> None:
    old, new, others = (
        tmp_path / name for name in (".klarsprak-ab12cd_3.tmp", ".klarsprak-ab12cd_4.tmp", ".brev.tmp")
    )
    for path, hours in ((old, 30), (new, 2), (others, 30)):
        path.write_text("halva", encoding="utf-8")
        os.utime(path, (time.time() - hours * 3600,) * 2)
    with written_whole(tmp_path / "svar.txt") as stream:
        stream.write("hej")
    assert {path.name for path in tmp_path.iterdir()} == {new.name, others.name, "svar.txt"}


@unix
def test_a_run_that_is_asked_to_end_leaves_nothing_half_written(tmp_path: Path) -> None:
    # Many short waits: a signal that comes just before a wait begins is heard only when the wait is over.
    code = (
        "import sys, time; from pathlib import Path; from klarsprak.files.whole import written_whole\n"
        "with written_whole(Path(sys.argv[1])) as stream:\n"
        "    stream.write('halva')\n"
        "    for _ in range(600): time.sleep(0.1)"
    )
    run = subprocess.Popen([sys.executable, "-c", code, tmp_path / "svar.txt"])
    wait_for(lambda: list(tmp_path.iterdir()))
    run.send_signal(signal.SIGTERM)
    assert run.wait(20) != 0
    assert list(tmp_path.iterdir()) == []
