"""``klarsprak check`` as a user runs it."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from klarsprak.cli import run

GOOD = """\
Du får hjälp till och med den 31 december.

Med vänlig hälsning

Mirjam Ekeroth
Färdtjänsthandläggare
Socialförvaltningen, Ekvalla kommun
Box 115, 123 21 Ekvalla
Telefon 0980-319 245
"""
BAD = GOOD.replace("Du får hjälp", "Hej [Namn]. Du får hjälp")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def save(name: str, text: str = GOOD) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_check_exits_with_0_for_a_good_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", save("brev med å.txt")]) == 0
    out, err = capsys.readouterr()
    assert "Inget att anmärka på." in out
    assert err == ""


def test_check_exits_with_1_for_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", save("brev.txt", BAD)]) == 1
    assert "Hej »[Namn]«." in capsys.readouterr().out


def test_check_exits_with_0_for_findings_when_asked_to() -> None:
    assert run(["check", "--exit-zero", save("brev.txt", BAD)]) == 0


def test_only_findings_that_are_selected_count() -> None:
    assert run(["check", "--select", "ton,signatur", save("brev.txt", BAD)]) == 0
    assert run(["check", "--ignore", "mallrest", save("brev.txt", BAD)]) == 0


def test_the_level_that_fails_can_be_set() -> None:
    Path("klarsprak.yml").write_text("levels: {mallrest: warning}\n", encoding="utf-8")
    assert run(["check", "--fail-on", "warning", save("brev.txt", BAD)]) == 1
    assert run(["check", "--fail-on", "error", save("brev.txt", BAD)]) == 0


def test_the_answer_can_be_json(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--format", "json", save("brev.txt", BAD)])
    letter = json.loads(capsys.readouterr().out)["letters"][0]
    assert [(found["rule"], found["text"]) for found in letter["findings"]] == [("mallrest.hakparentes", "[Namn]")]
    assert letter["findings"][0]["place"]["line"] == 1


def test_a_folder_is_walked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev/äldre").mkdir(parents=True)
    save("brev/b.txt")
    save("brev/äldre/a.txt")
    assert run(["check", "--format", "json", "brev"]) == 0
    letters = json.loads(capsys.readouterr().out)["letters"]
    assert [Path(letter["file"]).as_posix() for letter in letters] == ["brev/b.txt", "brev/äldre/a.txt"]


def test_standard_input_is_read_under_a_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert run(["check", "-", "--stdin-filename", "utkast.txt", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["letters"][0]["file"] == "utkast.txt"


def test_the_answer_can_go_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--output", "svar.json", "--format", "json", save("brev.txt", BAD)]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads(Path("svar.json").read_text(encoding="utf-8"))["letters"][0]["verdict"] == "findings"


def test_a_file_that_cant_be_written_is_told_and_nothing_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--output", "borta/svar.json", save("brev.txt", BAD)]) == 2
    assert "svar.json: filen går inte att skriva" in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["brev.txt"]


@pytest.mark.parametrize(("name", "begins"), [("svar.html", "<!DOCTYPE html>"), ("svar.json", "{"), ("svar", "brev")])
def test_the_files_name_says_the_format(name: str, begins: str) -> None:
    assert run(["check", "--output", name, save("brev.txt", BAD)]) == 1
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("brev.txt", "brev.txt: kommandot läser den filen. Välj ett annat namn för det som skrivs."),
        ("svar.doc", "”doc” är inget format."),
    ],
)
def test_an_answer_never_takes_the_letters_place(name: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--output", name, save("brev.txt", BAD)]) == 2
    assert says in capsys.readouterr().err
    assert Path("brev.txt").read_text(encoding="utf-8") == BAD
    assert not Path("svar.doc").exists()


def test_the_organisations_file_is_found_from_the_letter() -> None:
    Path("brev").mkdir()
    save("brev/a.txt", BAD)
    Path("brev/klarsprak.yml").write_text("ignore: mallrest\n", encoding="utf-8")
    assert run(["check", "brev/a.txt"]) == 0


def broken_docx(name: str) -> str:
    with zipfile.ZipFile(name, "w") as package:
        package.writestr("hej.txt", "hej")
    return name


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["saknas.docx"], "saknas.docx: "),
        (["tom.txt"], "tom.txt: "),
        (["mapp"], "mapp: "),
        (["skräp.txt"], "skräp.txt: "),
        (["trasig.docx"], "trasig.docx: "),
        (["trasig.pdf"], "trasig.pdf: "),
        (["tomt.eml"], "tomt.eml: "),
        (["--config", "fel.yml", "bra.txt"], "fel.yml:1:1: okänd nyckel ”alow”. Menade du ”allow”?"),
        (["--config", "saknas.yml", "bra.txt"], "saknas.yml: filen går inte att läsa (den finns inte)."),
        (["--config", "eget.yml", "bra.txt"], "paket.yml:4:5: okänd nyckel ”wrods”. Menade du ”words”?"),
        (["--format", "xml", "bra.txt"], "--format: ”xml” finns inte."),
        (["--output", "borta/svar.txt", "bra.txt"], "borta/svar.txt: filen går inte att skriva (mappen finns inte)."),
        (["--fail-on", "errors", "bra.txt"], "--fail-on: ”errors” finns inte. Menade du ”error”?"),
        (["--select", "kanslisvensk", "bra.txt"], "Menade du ”kanslisvenska”?"),
        (["--formt", "json", "bra.txt"], "Alternativet --formt finns inte. Menade du ”--format”?"),
        ([], "BREV… saknas."),
    ],
)
def test_a_letter_that_cant_be_checked_is_one_line_and_exits_with_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    save("bra.txt")
    save("tom.txt", "")
    Path("mapp").mkdir()
    Path("skräp.txt").write_bytes(bytes(range(256)) * 40)
    broken_docx("trasig.docx")
    Path("trasig.pdf").write_bytes(b"%PDF-1.7\nhej")
    save("tomt.eml", "From: a@example.org\nSubject: Hej\n\n")
    save("fel.yml", "alow: [SoL]\n")
    save("eget.yml", "rule_packs: paket.yml\n")
    save("paket.yml", "pack: p\nrules:\n  - id: a\n    wrods: b\n    kind: replace\n")
    assert run(["check", *arguments]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_one_unreadable_letter_doesnt_stop_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "json", broken_docx("a.docx"), save("b.txt", BAD)]) == 2
    out, err = capsys.readouterr()
    assert [letter["verdict"] for letter in json.loads(out)["letters"]] == ["unreadable", "findings"]
    assert err.startswith("klarsprak: a.docx: ")


def test_a_broken_file_of_the_organisation_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    save("klarsprak.yml", "alow: [SoL]\n")
    assert run(["check", save("a.txt"), save("b.txt")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
