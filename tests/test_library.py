"""The library's face."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import klarsprak


def test_a_letter_is_read_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Hej [Namn]. Du får färdtjänst.", encoding="utf-8")
    (letter,) = klarsprak.read(path)
    assert isinstance(letter, klarsprak.Letter)
    report = klarsprak.Checker().check(letter)
    assert "mallrest.hakparentes" in [finding.rule for finding in report.findings]


def test_the_librarys_import_is_light() -> None:
    code = "import klarsprak, sys; print('spacy' in sys.modules, klarsprak.__version__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == f"False {klarsprak.__version__}\n"


def test_a_piece_of_text_is_checked_and_its_words_placed_by_line_and_column() -> None:
    report = klarsprak.check_text("Hej!\n\nDu erhåller bidraget i maj.")
    (finding,) = [finding for finding in report.findings if finding.rule == "kanslisvenska.erhålla"]
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (3, 4)


def test_a_piece_of_text_needs_no_signature_but_a_whole_one_does() -> None:
    text = "Hej!\n\nDu får bidraget i maj."
    assert klarsprak.check_text(text).findings == []
    whole = klarsprak.check_text(text, whole=True)
    assert "signatur" in {str(finding.category) for finding in whole.findings}


def test_text_is_checked_by_choices_of_ones_own() -> None:
    checker = klarsprak.Checker(klarsprak.Config(ignore=["kanslisvenska"]))
    assert klarsprak.check_text("Du erhåller bidraget i maj.", checker=checker).findings == []


def test_a_file_is_checked_by_the_settings_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text("select: mallrest\n", encoding="utf-8")
    (tmp_path / "brev.txt").write_text("Hej [Namn]. Du erhåller bidraget.", encoding="utf-8")
    (report,) = klarsprak.check(tmp_path / "brev.txt")
    assert [finding.rule for finding in report.findings] == ["mallrest.hakparentes"]
    (report,) = klarsprak.check(tmp_path / "borta.txt")
    assert report.error is not None


def test_the_librarys_parts_are_listed_and_typed() -> None:
    assert set(klarsprak.__all__) <= set(dir(klarsprak))
    assert all(getattr(klarsprak, name) is not None for name in klarsprak.__all__)
    assert (Path(klarsprak.__file__).parent / "py.typed").is_file()


NO_PATH = "ska vara en sökväg (str eller pathlib.Path), inte"


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (
            lambda: klarsprak.check_text(None),  # type: ignore[arg-type]
            "text ska vara en sträng (str), inte None. En fil granskar du med klarsprak.check.",
        ),
        (
            lambda: klarsprak.check_text(b"Hej!"),  # type: ignore[arg-type]
            "text ska vara en sträng (str), inte bytes. En fil granskar du med klarsprak.check.",
        ),
        (lambda: klarsprak.check(b"brev.txt"), f"path {NO_PATH} bytes."),  # type: ignore[arg-type]
        (lambda: klarsprak.check(None), f"path {NO_PATH} None."),  # type: ignore[arg-type]
        (lambda: klarsprak.check("a.txt", config=b"a.yml"), f"config {NO_PATH} bytes."),  # type: ignore[arg-type]
        (lambda: klarsprak.read(["a.txt"]), f"path {NO_PATH} list."),  # type: ignore[arg-type]
        (lambda: klarsprak.load_config(None), f"path {NO_PATH} None."),  # type: ignore[arg-type]
    ],
)
def test_what_is_handed_in_wrongly_is_told_at_once(call: Callable[[], Any], says: str) -> None:
    with pytest.raises(TypeError) as caught:
        call()
    assert str(caught.value) == says


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ({"alow": ["LSS"]}, "okänd nyckel ”alow”. Menade du ”allow”?"),
        ({"levels": {"ton": "hög"}}, "levels.ton: ”hög” – nivån ska vara error, warning eller info."),
        ({"organisation": {"nmae": "x"}}, "okänd nyckel ”nmae”. Menade du ”name”?"),
        ({"allow": 3}, '”3” läses som ett tal och inte som text. Skriv citattecken runt: "3".'),
    ],
)
def test_choices_that_cant_be_used_are_told_as_in_the_file(choices: dict[str, Any], says: str) -> None:
    with pytest.raises(klarsprak.ConfigError) as caught:
        klarsprak.Config(**choices)
    assert str(caught.value) == says


def test_choices_have_the_files_names_in_swedish_too() -> None:
    config = klarsprak.Config(hoppa_över=["ton"], tillåt=["LSS"], organisation={"namn": "Ekvalla"})  # type: ignore[call-arg]
    assert (config.ignore, config.allow, config.organisation.name) == (["ton"], ["LSS"], "Ekvalla")
    with pytest.raises(klarsprak.ConfigError, match="”allow” och ”tillåt” är samma nyckel"):
        klarsprak.Config(tillåt=["LSS"], allow=["SoL"])  # type: ignore[call-arg]


def test_faults_of_files_are_of_the_librarys_own_class(tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text("tilåt: [LSS]\n", encoding="utf-8")
    with pytest.raises(klarsprak.FileError, match="Menade du ”tillåt”"):
        klarsprak.load_config(tmp_path / "klarsprak.yml")
    with pytest.raises(klarsprak.FileError, match="finnsinte"):
        klarsprak.Checker(klarsprak.Config(ignore=["finnsinte"]))


def test_half_a_character_is_told_as_one_that_is_lost() -> None:
    lost, half = (klarsprak.check_text(f"Du erhåller {sign} bidraget.") for sign in ("\ufffd", "\ud800"))
    assert half == lost


def test_a_checker_takes_choices_and_letters_and_no_file_or_text() -> None:
    with pytest.raises(TypeError, match=r"config ska vara klarsprak\.Config, inte str\. En fil läser du med"):
        klarsprak.Checker("klarsprak.yml")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"letter ska vara klarsprak\.Letter, inte str\. En text granskar du med"):
        klarsprak.Checker().check("Hej!")  # type: ignore[arg-type]


def test_choices_are_read_from_a_path_however_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text("ignore: ton\n", encoding="utf-8")
    for path in (tmp_path / "klarsprak.yml", str(tmp_path / "klarsprak.yml")):
        assert klarsprak.load_config(path).ignore == ["ton"]


def test_a_key_that_is_no_text_is_told() -> None:
    with pytest.raises(klarsprak.ConfigError, match="Nycklar ska vara text"):
        klarsprak.Config(gate={1: 2})  # type: ignore[arg-type]


def test_own_copies_and_reports_in_a_folder_are_no_letters(tmp_path: Path) -> None:
    for name in ("brev.txt", "brev.rättad.txt"):
        (tmp_path / name).write_text("Hej! Du får en plats.", encoding="utf-8")
    head = '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
    head += '<meta name="generator" content="klarsprak 1">'
    (tmp_path / "rapport.html").write_text(f"{head}</head><body><p>Du erhåller</p></body></html>", encoding="utf-8")
    assert [Path(report.file).name for report in klarsprak.check(tmp_path)] == ["brev.txt"]
    assert [Path(report.file).name for report in klarsprak.check(tmp_path / "rapport.html")] == ["rapport.html"]
