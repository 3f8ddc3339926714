"""An organisation's checker is kept too, and made anew when anything that it was made of has changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.checkers import CheckersByFolder
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.rulebook import choices
from klarsprak.rulebook import ready as kept
from klarsprak.rulebook.choices import told_apart

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"
_CHOICES = """\
organisation:
  namn: Ekvalla kommun
  förvaltningar: [Socialförvaltningen]
hoppa_över: [lasbarhet]
nivåer: {mening: info}
tillåt: [LSS]
förklaringar: {vite: Ett vite är pengar som du måste betala.}
undantag: {'*.eml': [ton]}
"""
_PACK = """\
pack: egna
about: Våra ord.
category: kanslisvenska
level: info
kind: replace
why: Enklare.
message: Skriv ”{suggestion}”.
rules:
  - id: fordon
    words: beslut
    pos: NOUN
    instead: besked
    examples:
      - flag: Du får ett [beslut].
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "ready")
    return tmp_path / "ready"


def _config(folder: Path, text: str) -> Config:
    path = folder / "klarsprak.yml"
    path.write_text(text, "utf-8")
    return load_config(path)


def _kept(folder: Path) -> list[str]:
    return sorted(path.name.partition(".")[0] for path in folder.glob("checker*"))


def test_it_finds_what_a_new_one_finds(tmp_path: Path, folder: Path) -> None:
    config = _config(tmp_path, _CHOICES)
    Checker.ready(config)
    assert len(_kept(folder)) == 1
    new, same = Checker(config), Checker.ready(config)
    for name in ("beslut-fardtjanst.docx", "beslut-bygglov.docx", "kallelse-orosanmalan.docx"):
        (letter,) = readers.read_file(LETTERS / name)
        assert same.check(letter) == new.check(letter)


def test_no_choices_are_told_by_nothing(tmp_path: Path) -> None:
    assert told_apart(Config()) == b""
    assert told_apart(_config(tmp_path, "# välj: [ton]\n")) == b""


def test_other_choices_are_another_state(tmp_path: Path) -> None:
    one = told_apart(_config(tmp_path, "hoppa_över: [ton]"))
    assert one not in (b"", told_apart(_config(tmp_path, "hoppa_över: [lasbarhet]")))
    assert one == told_apart(_config(tmp_path, "hoppa_över: [ton]"))


def test_a_pack_of_their_own_that_says_something_else_is_another_state(tmp_path: Path) -> None:
    (tmp_path / "egna.yml").write_text(_PACK, "utf-8")
    config = _config(tmp_path, "regelpaket: [egna.yml]")
    before = told_apart(config)
    (tmp_path / "egna.yml").write_text(_PACK.replace("besked", "svar"), "utf-8")
    assert told_apart(config) != before


def test_a_register_of_law_that_is_imported_anew_is_another_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = tmp_path / "register"
    register.write_bytes(b"1")
    monkeypatch.setattr(choices, "choose_register", lambda configured: register)
    before = told_apart(Config())
    os.utime(register, ns=(1, 1))
    assert b"" != before != told_apart(Config())


def test_where_plugins_make_rules_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "added_kinds", lambda: {"egen": None})
    assert told_apart(Config()) is None


def test_the_baseline_is_the_one_of_today(tmp_path: Path, folder: Path) -> None:
    config = _config(tmp_path, "kända_anmärkningar: känt.json")
    with pytest.raises(FileError):
        Checker.ready(config)
    known = tmp_path / "känt.json"
    empty = '{"schema": "klarsprak/baseline/1", "version": "1", "salt": "' + 32 * "0" + '"}'
    known.write_text(empty, "utf-8")
    Checker.ready(config)
    assert len(_kept(folder)) == 1
    known.write_text("{}", "utf-8")
    with pytest.raises(FileError):
        Checker.ready(config)


def test_what_is_chosen_for_one_run_leaves_nothing(tmp_path: Path, folder: Path) -> None:
    CheckersByFolder(select=["mallrest"]).for_folder(tmp_path)
    CheckersByFolder(ignore=["ton"]).for_folder(tmp_path)
    assert _kept(folder) == []


def test_only_a_few_are_kept_and_none_of_today_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_ORGANISATIONS", 2)
    for number in range(3):
        kept.ready("checker", lambda: [1], choices=bytes([number]))
    assert _kept(folder) == ["checker-00", "checker-01"]
    yesterday = time.time() - 2 * kept._DAY
    os.utime(next(folder.glob("checker-00*")), (yesterday, yesterday))
    kept.ready("checker", lambda: [1], choices=b"\2")
    assert _kept(folder) == ["checker-01", "checker-02"]
