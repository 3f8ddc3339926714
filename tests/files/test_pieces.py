"""Pieces of a file are read when somebody asks, by any number of threads, and wherever the system reads from."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path

import pytest

from klarsprak.files.pieces import Pieces


@pytest.mark.parametrize("is_windows", [False, True])
def test_each_is_read_by_its_place(tmp_path: Path, is_windows: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if is_windows:
        monkeypatch.delattr(os, "pread", raising=False)
    pieces = Pieces()
    told = {pieces.add(piece): piece for piece in (b"", b"erh\xe5lla", b"x" * 70_000, *map(str.encode, "abc"))}
    path = tmp_path / "file"
    path.write_bytes(b"head" + pieces.data)
    with path.open("rb") as file:
        file.seek(4)
        pieces.lie_in(file)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(pieces.at, [*told] * 20)) == [*told.values()] * 20


def _with_one(piece: bytes, path: Path) -> tuple[Pieces, int]:
    """Pieces that lie in the file, of which there is one, and its place."""
    pieces = Pieces()
    place = pieces.add(piece)
    path.write_bytes(pieces.data)
    with path.open("rb") as file:
        pieces.lie_in(file)
    return pieces, place


def test_a_file_whose_name_another_takes_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    pieces, place = _with_one(b"before", path)
    if os.name != "nt":
        (tmp_path / "new").write_bytes(b"after.")
        (tmp_path / "new").replace(path)
    assert pieces.at(place) == b"before"


def test_a_copy_reads_from_the_same_open_file(tmp_path: Path) -> None:
    pieces, place = _with_one(b"brev", tmp_path / "file")
    copy = deepcopy(pieces)
    del pieces
    assert copy.at(place) == b"brev"
