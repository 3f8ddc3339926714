"""``path_ignores``: rules that don't hold for some files and folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.cli import run


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "brev"
    (folder / "mallar").mkdir(parents=True)
    for name in ("nytt.txt", "mallar/gammalt.txt"):
        (folder / name).write_text("Hej!\n\nDu har erhållit ett bidrag.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_rule_is_ignored_in_a_folder_and_nowhere_else(letters: Path) -> None:
    config = "select: kanslisvenska\npath_ignores:\n  mallar/**: kanslisvenska\n"
    (letters / "klarsprak.yml").write_text(config, encoding="utf-8")
    assert run(["check", "brev/mallar/gammalt.txt"]) == 0
    assert run(["check", "brev/nytt.txt"]) == 1


def test_one_rule_that_is_ignored_leaves_the_rest(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = "path_ignores: {mallar: [kanslisvenska.erhålla]}\n"
    (letters / "klarsprak.yml").write_text(config, encoding="utf-8")
    assert run(["check", "brev/mallar/gammalt.txt"]) == 1
    out = capsys.readouterr().out
    assert "kanslisvenska.erhålla" not in out
    assert "signatur.ingen" in out


def test_a_name_that_leads_nowhere_is_told_where_it_stands(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (letters / "klarsprak.yml").write_text("path_ignores:\n  mallar: [ton, tno]\n", encoding="utf-8")
    assert run(["check", "brev/nytt.txt"]) == 2
    assert "klarsprak.yml:2:17: ”tno” är varken paket, kategori eller regel." in capsys.readouterr().err
