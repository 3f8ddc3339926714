"""``klarsprak fix`` as a user runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from klarsprak.cli import run
from tests.editing.conftest import Word
from tests.support import pack

CORPORA = Path(__file__).parents[2] / "corpora" / "letters"
LETTER = CORPORA / "beslut-fardtjanst.docx"
RULES = """\
- {id: erhålla, words: erhålla, pos: VERB, instead: få, examples: [{flag: x, fix: y}]}
- {id: med-anledning-av, words: med anledning av, instead: på grund av, examples: [{flag: x, fix: y}]}
- {id: kommunikationsmedel, words: kommunikationsmedel, pos: NOUN, instead: buss, examples: [{flag: x, fix: y}]}
- {id: tillse, words: tillse, pos: VERB, instead: se till, safe: false, examples: [{flag: x}]}
- {id: nedanstående, words: nedanstående, instead: den här, examples: [{flag: x}]}
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path, RULES)
    Path("klarsprak.yml").write_text("rule_packs: [prov.yml]\nselect: [prov]\n", encoding="utf-8")


def save(text: str, charset: str = "utf-8", name: str = "brev.txt") -> str:
    Path(name).write_bytes(text.encode(charset))
    return name


def test_fix_shows_what_would_change_in_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", save("Hej!\n\nDu har erhållit det. Vi tillser det.\n")]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[3:] == [
        " Hej!",
        " ",
        "-Du har erhållit det. Vi tillser det.",
        "+Du har fått det. Vi tillser det.",
    ]
    assert err == "klarsprak: 1 ändring. 1 anmärkning får du rätta själv.\n"


def test_remarks_that_are_left_are_counted_as_check_shows_them(capsys: pytest.CaptureFixture[str]) -> None:
    letter = save("Hej!\n\nDu har erhållit det. Vi tillser det. Vi tillser det. Vid vite tillser vi det.\n")
    assert run(["fix", letter, "-o", "rättat.txt"]) == 0
    _, err = capsys.readouterr()
    assert run(["check", "--format", "json", "rättat.txt"]) == 1
    (checked,) = json.loads(capsys.readouterr().out)["letters"]
    assert len(checked["findings"]) == 1
    assert err == "klarsprak: 1 ändring. 1 anmärkning får du rätta själv.\n"


def test_a_replacement_that_no_example_shows_in_a_sentence_is_left_to_the_writer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["fix", save("Fyll i nedanstående uppgifter.\n")]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "klarsprak: Inget att ändra. 1 anmärkning får du rätta själv.\n")


def test_a_text_without_a_last_line_end_is_said_to_have_none(capsys: pytest.CaptureFixture[str]) -> None:
    run(["fix", save("Du har erhållit det.")])
    assert capsys.readouterr().out.endswith("+Du har fått det.\n\\ No newline at end of file\n")


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_character_set_and_line_ends_stay(charset: str, newline: str) -> None:
    text = "Hej på dig Åsa!\n\nDu har erhållit stöd för 50 €.\n\n  Hälsningar\n"
    save(text.replace("\n", newline), charset)
    assert run(["fix", "brev.txt", "-o", "ny.txt"]) == 0
    expected = text.replace("erhållit", "fått").replace("\n", newline)
    assert Path("ny.txt").read_bytes() == expected.encode(charset)
    assert Path("brev.txt").read_bytes() == text.replace("\n", newline).encode(charset)


def test_letters_that_are_not_changed_stay_decomposed() -> None:
    save("Pa\u030a Ö har du erha\u030allit sto\u0308d.\n")
    run(["fix", "brev.txt", "-o", "ny.txt"])
    assert Path("ny.txt").read_text(encoding="utf-8") == "Pa\u030a Ö har du fått sto\u0308d.\n"


WRAPPED = """\
Vi skriver till dig nu när du har sökt stöd hos kommunen med
anledning av din flytt, och vi ber dig att skicka kommunika-
tionsmedel. Svara oss senast den 1 mars så att vi hinner läsa
det som du skriver.
"""


def test_words_over_a_line_end_are_replaced() -> None:
    save(WRAPPED)
    run(["fix", "brev.txt", "-o", "ny.txt"])
    assert Path("ny.txt").read_text(encoding="utf-8") == (
        "Vi skriver till dig nu när du har sökt stöd hos kommunen på grund av\n"
        "din flytt, och vi ber dig att skicka buss.\n"
        "Svara oss senast den 1 mars så att vi hinner läsa\n"
        "det som du skriver.\n"
    )


def test_a_word_document_gets_tracked_changes_in_a_copy(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").unlink()
    shutil.copy(LETTER, "brev.docx")
    assert run(["fix", "brev.docx"]) == 0
    out, err = capsys.readouterr()
    assert out == "brev.rättad.docx\n"
    assert "ändring" in err
    assert Path("brev.docx").read_bytes() == LETTER.read_bytes()
    assert run(["fix", "brev.docx"]) == 2
    assert run(["fix", "brev.docx", "--apply", "--force"]) == 0


def test_a_fixed_copy_that_is_fixed_again_has_nothing_more_to_change(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").unlink()
    run(["fix", str(LETTER), "-o", "ny.docx"])
    capsys.readouterr()
    assert run(["fix", "ny.docx"]) == 0
    assert capsys.readouterr().out == ""
    assert not Path("ny.rättad.docx").exists()


def test_a_letter_with_nothing_to_change_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(LETTER, "brev.docx")
    assert run(["fix", "brev.docx"]) == 0
    assert capsys.readouterr().err == "klarsprak: Inget att ändra.\n"
    assert not Path("brev.rättad.docx").exists()


def test_a_pdf_cannot_be_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", str(CORPORA / "svar-buller.pdf")]) == 2
    wanted = "kommandot klarar bara Word-dokument (.docx och .doc), LibreOffice-dokument (.odt), rtf och textfiler."
    assert wanted in capsys.readouterr().err


def test_a_change_that_makes_wrong_swedish_is_left_to_the_writer(capsys: pytest.CaptureFixture[str]) -> None:
    rule = "- {id: grundas, words: grundas på, instead: bygger på, examples: [{flag: x, fix: y}]}\n"
    pack(Path(), rule)
    run(["fix", save("Avgiften grundas på inkomsten.\n\nAvgiften ska grundas på inkomsten.\n")])
    changed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("+A")]
    assert changed == ["+Avgiften bygger på inkomsten."]


@pytest.mark.parametrize(
    ("edit", "options", "told"),
    [
        ("trackedChanges", ["--apply"], "Dokumentet tar bara emot spårade ändringar. Kör utan --apply."),
        ("forms", [], "Dokumentet är ett skyddat formulär, där inga ändringar kan spåras. Kör med --apply."),
    ],
)
def test_a_document_that_can_be_changed_in_the_other_way_says_which(
    edit: str, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    protection = f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>'
    word = Word([])
    Path("brev.docx").write_bytes(word.file(word.p("Du har erhållit det."), settings=protection))
    assert run(["fix", "brev.docx", *options]) == 2
    assert capsys.readouterr().err == f"klarsprak: brev.docx: {told}\n"
