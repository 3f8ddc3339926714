"""What an earlier start made of the rules: the same findings, and never another state's."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.rulebook import ready as kept
from klarsprak.rulebook.ready import ready

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "ready")
    return tmp_path / "ready"


def _file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_it_is_made_once(folder: Path) -> None:
    assert ready("x", lambda: [1]) == [1]
    assert ready("x", lambda: [2]) == [1]


def test_what_another_state_left_is_never_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready("x", lambda: [1])
    monkeypatch.setattr(kept, "_state", lambda: b"x" * 32)
    assert ready("x", lambda: [2]) == [2]


def test_a_pack_that_is_changed_is_another_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_RULES", tmp_path)
    pack = tmp_path / "paket.yml"
    pack.write_text("rules: []")
    before = kept._state.__wrapped__()
    os.utime(pack, ns=(1, 1))
    assert kept._state.__wrapped__() != before


@pytest.mark.parametrize("broken", [b"", b"x" * 90, b"cut"], ids=["empty", "other", "cut"])
def test_a_broken_file_is_made_anew(folder: Path, broken: bytes) -> None:
    ready("x", lambda: list(range(500)))
    file = _file(folder)
    file.write_bytes(file.read_bytes()[:-9] if broken == b"cut" else broken)
    assert ready("x", lambda: [3]) == [3]
    assert ready("x", lambda: [4]) == [3]


def test_a_damaged_file_is_made_anew_though_it_could_be_loaded(folder: Path) -> None:
    ready("x", lambda: ["erhålla"])
    file = _file(folder)
    file.write_bytes(file.read_bytes().replace(b"erh", b"beh"))
    assert ready("x", lambda: ["erhålla"]) == ["erhålla"]


@pytest.mark.skipif(os.name == "nt", reason="other rights")
@pytest.mark.parametrize("rights", [0o666, 0o662])
@pytest.mark.parametrize("of_folder", [True, False])
def test_what_others_may_write_than_those_who_may_write_the_program_is_never_loaded(
    folder: Path, rights: int, of_folder: bool
) -> None:
    ready("x", lambda: [1])
    opened = folder if of_folder else _file(folder)
    opened.chmod(rights | 0o100)
    assert ready("x", lambda: [2]) == [2]


def test_where_nobody_may_write_everything_is_made_anew(folder: Path) -> None:
    folder.write_text("a file stands where the folder would")
    assert ready("x", lambda: [1]) == [1]
    assert ready("x", lambda: [2]) == [2]


def test_what_cannot_be_kept_leaves_nothing_behind(folder: Path) -> None:
    thing = object()
    assert ready("x", lambda: (thing, lambda: None))[0] is thing
    assert not folder.exists()


def test_a_kept_checker_finds_what_a_new_one_finds() -> None:
    new = Checker(Config())
    same = pickle.loads(pickle.dumps(new))
    for name in ("beslut-fardtjanst.docx", "beslut-bygglov.docx", "kallelse-orosanmalan.docx"):
        (letter,) = readers.read_file(LETTERS / name)
        assert same.check(letter) == new.check(letter)
