"""The program's own word lists, whole and damaged."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.files.errors import FileError
from klarsprak.language.endings import ENDINGS
from klarsprak.language.mapped import mapped, sealed, unpacked
from klarsprak.language.spelling import automaton


def _changed(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


DAMAGES: list[Callable[[bytes], bytes]] = [
    _changed,
    lambda data: data[:-1],
    lambda data: data[:-8],
    lambda data: data + b"\0\0\0\0",
    lambda data: b"abc",
    lambda data: b"",
]


@pytest.mark.parametrize("path", [ENDINGS, automaton.WORDS])
def test_those_that_ship_are_whole(path: Path) -> None:
    assert sealed(bytes(mapped(path))) == path.read_bytes()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_list_is_told_in_one_line(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    text = "\n".join(map(str, range(5_000))).encode()
    for read, content in ((mapped, sealed(text)), (unpacked, zlib.compress(text))):
        path = tmp_path / "ord.bin"
        path.write_bytes(content)
        read(path)
        path.write_bytes(damage(content))
        if read is unpacked and damage(content).startswith(content):
            continue  # what comes after the end is no part of it
        with pytest.raises(FileError, match=r"^\S*ord.bin: .*Installera klarsprak på nytt.$"):
            read(path)


def test_nothing_is_checked_by_a_damaged_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, words = tmp_path / "brev.txt", tmp_path / "words.bin"
    letter.write_text("Hej Kim! Vi har fått din ansökan om bygglof.", encoding="utf-8")
    words.write_bytes(_changed(automaton.WORDS.read_bytes()))
    monkeypatch.setattr(automaton, "WORDS", words)
    automaton.shipped.cache_clear()
    try:
        assert run(["check", str(letter)]) == 2
    finally:
        automaton.shipped.cache_clear()
    told = capsys.readouterr()
    assert told.err.startswith(f"klarsprak: {words}: filen hör till klarsprak")
    assert told.err.count("\n") == 1
