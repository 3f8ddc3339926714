"""``klarsprak rules find``, and ``rules show`` with a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.cli import run


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("word", "rule", "says"),
    [
        ("erhållit", "kanslisvenska.erhålla", "få"),
        ("JÄMLIKT", "kanslisvenska.jämlikt", "enligt"),
        ("laga kraft", "fackord.laga-kraft", "går att överklaga"),
        ("LSS", "forkortning.lss", "lagen om stöd och service"),
        ("utbetalades", "kanslisvenska.utbetala", "betala ut"),
    ],
)
def test_a_words_rules_are_found_in_any_form(
    word: str, rule: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rules", "find", word]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = [line for line in lines if line.split()[0] == rule]
    assert says in line


def test_the_level_is_told_as_in_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "find", "erhålla"]) == 0
    assert capsys.readouterr().out.startswith(f"{'kanslisvenska.erhålla':<44} Bör skrivas om  få\n")


def test_a_part_of_a_word_is_another_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "find", "erhål"]) == 2
    assert capsys.readouterr().err == "klarsprak: Ingen regel gäller ”erhål”.\n"


def test_a_rule_is_shown_by_a_form_of_its_word_as_it_holds_here(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").write_text("levels: {kanslisvenska.erhålla: error}\n", encoding="utf-8")
    assert run(["rules", "show", "erhöll"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("kanslisvenska.erhålla\n=====================\nMåste rättas.")


def test_the_organisations_own_explanation_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").write_text("terms: {trygghetsjour: Jouren kommer om du larmar.}\n", encoding="utf-8")
    assert run(["rules", "show", "trygghetsjouren"]) == 0
    assert "Förklaring: Jouren kommer om du larmar." in capsys.readouterr().out
