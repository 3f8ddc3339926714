"""``klarsprak check`` as a user runs it."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from klarsprak.cli import run
from tests.support import HEADER

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
    assert capsys.readouterr().out == "Svaret står i svar.json.\n"
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


@pytest.fixture
def six() -> list[str]:
    """More letters than are told one by one; the last has nothing to remark."""
    letters = [save(f"{number}.txt", BAD) for number in range(5)]
    return [*letters, save("5.txt")]


def test_many_letters_get_a_line_each_and_a_sum(six: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "."]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:6] == [*(f"{number}.txt: 1 måste rättas." for number in range(5)), "5.txt: Inget att anmärka på."]
    assert lines[6:9] == ["Alla 6 brev", "  5 måste rättas.", "  1 brev utan anmärkning."]
    assert "--details" in " ".join(lines[9:])


def test_details_of_many_letters_are_shown_on_request(six: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", ".", "--details"]) == 1
    assert capsys.readouterr().out.count("Hej »[Namn]«.") == 5


def test_quiet_leaves_the_findings_alone(six: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "0.txt", "5.txt", "--quiet"]) == 1
    out = capsys.readouterr().out
    assert "Hej »[Namn]«." in out
    assert "Sammanfattning" not in out
    assert "5.txt" not in out
    assert "Alla 2 brev" not in out


def test_lower_levels_are_neither_shown_nor_counted_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    letter = save("brev.txt", BAD.replace("Du får", "Du erhåller"))
    assert run(["check", "--level", "error", letter]) == 1
    out = capsys.readouterr().out
    assert "Måste rättas (1)" in out
    assert "erhåller" not in out.replace("Hej »[Namn]«. Du erhåller hjälp", "")
    assert "på lägre nivå visas inte." in out
    assert run(["check", "--level", "error", "--ignore", "mallrest", letter]) == 0
    assert "Inget på den nivån." in capsys.readouterr().out


def test_a_level_that_there_isnt_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--level", "eror", save("brev.txt")]) == 2
    assert "--level: ”eror” finns inte. Menade du ”error”?" in capsys.readouterr().err


def test_statistics_count_the_findings_of_each_rule(six: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", ".", "--statistics", "--select", "mallrest"]) == 1
    assert capsys.readouterr().out == "5  Måste rättas    mallrest.hakparentes\n6 brev: 5 måste rättas.\n"


def test_statistics_are_there_for_programs_too(six: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", ".", "--statistics", "--select", "mallrest", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "schema": "klarsprak/statistics/1",
        "letters": 6,
        "rules": [{"rule": "mallrest.hakparentes", "level": "error", "findings": 5}],
    }


def test_the_files_that_would_be_checked_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "a.granskad.txt", "a.2.granskad.txt", "b.rättad.txt", "bild.png"):
        save(name, BAD)
    assert run(["check", ".", "--show-files"]) == 0
    out, err = capsys.readouterr()
    # b.rättad.txt has no letter beside it, so it may be somebody's own.
    assert out == "a.txt\nb.rättad.txt\n"
    assert err == "klarsprak: 2 kopior som klarsprak har gjort (*.granskad.*, *.rättad.*) granskas inte.\n"


def test_a_report_in_a_letters_folder_is_no_letter(capsys: pytest.CaptureFixture[str]) -> None:
    save("a.txt", BAD)
    assert run(["check", "a.txt", "-o", "rapport.html"]) == 1
    report = Path("rapport.html").read_text(encoding="utf-8")
    Path("citat.html").write_text(f"<html><body><p>Hej!</p>{report}</body></html>", encoding="utf-8")
    Path("brev.html").write_text(report.replace('name="generator"', 'name="author"'), encoding="utf-8")
    capsys.readouterr()
    assert run(["check", ".", "--show-files"]) == 0
    assert capsys.readouterr() == (
        "a.txt\nbrev.html\ncitat.html\n",
        "klarsprak: 1 rapport som klarsprak har skrivit (html) granskas inte.\n",
    )
    assert run(["check", "rapport.html", "--show-files"]) == 0
    assert capsys.readouterr() == ("rapport.html\n", "")


def test_a_report_in_a_letters_folder_is_written_anew(capsys: pytest.CaptureFixture[str]) -> None:
    save("a.txt", BAD)
    for force in ([], ["--force"]):
        assert run(["check", ".", "-o", "rapport.html", *force]) == 1
    assert run(["check", "./rapport.html", "-o", "rapport.html", "--force"]) == 2
    assert "kommandot läser den filen" in capsys.readouterr().err


@pytest.mark.parametrize(
    "again", ["brev/a.txt", "./brev/a.txt", "brev/../brev/a.txt", "brev", ".", "länk.txt", "samma.txt", "brev/*.txt"]
)
def test_a_letter_that_is_named_twice_is_checked_once(again: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev").mkdir()
    save("brev/a.txt", BAD)
    if again == "länk.txt":
        Path(again).symlink_to("brev/a.txt")
    if again == "samma.txt":
        Path(again).hardlink_to("brev/a.txt")
    assert run(["check", "--format", "json", "brev/a.txt", again]) == 1
    assert [letter["file"] for letter in json.loads(capsys.readouterr().out)["letters"]] == ["brev/a.txt"]


def test_a_name_that_leads_nowhere_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "json", "borta.txt", "borta.txt"]) == 2
    assert len(json.loads(capsys.readouterr().out)["letters"]) == 1


@pytest.mark.parametrize(
    ("names", "files"), [(["a.rättad.txt"], "a.rättad.txt\n"), ([".", "./a.rättad.txt"], "a.txt\na.rättad.txt\n")]
)
def test_an_own_copy_is_checked_when_it_is_named(
    names: list[str], files: str, capsys: pytest.CaptureFixture[str]
) -> None:
    save("a.txt", BAD)
    save("a.rättad.txt", BAD)
    assert run(["check", *names, "--show-files"]) == 0
    assert capsys.readouterr().out == files


def test_the_settings_that_hold_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev").mkdir()
    save("brev/a.txt", BAD)
    Path("brev/klarsprak.yml").write_text("ignore: mallrest\nlevels: {mening: info}\n", encoding="utf-8")
    assert run(["check", "brev", "--show-settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("klarsprak.yml (1 brev)")
    assert lines[1:5] == ["  ignore:", "  - mallrest", "  levels:", "    mening: info"]
    assert re.fullmatch(r"  # \d+ regler gäller", lines[5])


@pytest.mark.parametrize(
    ("choices", "readability", "signature"),
    [
        ([], True, True),
        (["--select", "passiv"], False, False),
        (["--select", "mening"], True, False),
        (["--select", "signatur"], False, True),
        (["--ignore", "signatur,mening"], False, False),
    ],
)
def test_the_sum_tells_only_of_what_was_asked_for(
    choices: list[str], readability: bool, signature: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = save("brev.txt", BAD)
    for format, told in (("console", ("Läsbarhet: LIX", "nderskrift")), ("html", (">LIX<", "<h3>Underskriften<"))):
        run(["check", *choices, "--format", format, letter])
        out = (
            capsys.readouterr().out.partition("Sammanfattning")[2] if format == "console" else capsys.readouterr().out
        )
        assert [word in out for word in told] == [readability, signature]


@pytest.mark.parametrize(("when", "has_colour"), [("always", True), ("never", False), ("auto", False)])
def test_colours_can_be_asked_for(when: str, has_colour: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--color", when, save("brev.txt", BAD)]) == 1
    assert ("\x1b[" in capsys.readouterr().out) is has_colour


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
        (["--config", "eget.yml", "bra.txt"], "paket.yml:9:5: okänd nyckel ”wrods”. Menade du ”words”?"),
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
    save("paket.yml", HEADER + "rules:\n  - id: a\n    wrods: b\n    instead: c\n    examples: [{flag: x}]\n")
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
