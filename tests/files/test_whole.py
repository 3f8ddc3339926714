"""Files are written whole or not at all."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from klarsprak.files.whole import written_whole


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
