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


OWN = """\
terms:
  vite: Ett vite är pengar som du kan bli skyldig oss.
  LSS: LSS är en lag om stöd.
  remiss: En remiss är vår fråga till andra.
  avrinningsväg: En avrinningsväg är vår väg.
levels: {fackord.vite: error}
ignore: [kanslisvenska.erhålla]
"""


@pytest.mark.parametrize(
    ("word", "has", "has_not"),
    [
        ("viten", ["Måste rättas.", "Förklaring: Ett vite är pengar som du kan bli skyldig oss."], "i beslutet."),
        ("fackord.vite", ["Förklaring: Ett vite är pengar som du kan bli skyldig oss."], "i beslutet."),
        ("remissen", ["Förklaring: En remiss är vår fråga till andra."], "undersöka dig"),
        ("avrinningsvägen", ["  En avrinningsväg är vår väg.", "  Avrinning betyder"], "som regnet rinner"),
        ("LSS", ["egna-termer.lss", "Förklaring: LSS är en lag om stöd."], "forkortning.lss\n"),
    ],
)
def test_a_rule_is_shown_in_the_organisations_words_and_at_its_level(
    word: str, has: list[str], has_not: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("klarsprak.yml").write_text(OWN, encoding="utf-8")
    assert run(["rules", "show", word]) == 0
    out = capsys.readouterr().out
    assert all(text in out for text in has)
    assert has_not not in out


@pytest.mark.parametrize("name", ["kanslisvenska.erhålla", "forkortning.lss"])
def test_a_rule_that_doesnt_hold_here_is_shown_and_told_so(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").write_text(OWN, encoding="utf-8")
    assert run(["rules", "show", name]) == 0
    first, _, heading, *_ = capsys.readouterr().out.splitlines()
    assert first == "Gäller inte här: klarsprak.yml stänger av regeln, tillåter orden eller förklarar dem själv."
    assert heading == name


def test_find_proposes_the_organisations_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").write_text(OWN, encoding="utf-8")
    assert run(["rules", "find", "vitet"]) == 0
    assert "Ett vite är pengar som du kan bli skyldig oss." in capsys.readouterr().out


def test_the_organisations_own_explanation_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").write_text("terms: {trygghetsjour: Jouren kommer om du larmar.}\n", encoding="utf-8")
    assert run(["rules", "show", "trygghetsjouren"]) == 0
    assert "Förklaring: Jouren kommer om du larmar." in capsys.readouterr().out
