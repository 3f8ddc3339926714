"""A file whose name says another format than its content: every command says the same of it, in one line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from klarsprak.cli import run

LETTERS = Path(__file__).parents[2] / "corpora/letters"
TEXT = "Du erhåller bidraget i maj.\n"
PAGE = "<!doctype html><p>Du erhåller bidraget i maj.</p>"
MAIL = "From: a@example.org\nSubject: Hej\n\nDu erhåller bidraget i maj.\n"
IS_TEXT = "Filen heter {}, men är en textfil. Låt namnet sluta på .txt."
IS_NO_MAIL = "Filen heter .eml, men är en textfil eller ett trasigt mejl. Bilagor i det är kanske inte granskade."


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(name: str) -> tuple[str, list[str]]:
    """The verdict on a letter, and its notes."""
    Path("svar.json").unlink(missing_ok=True)
    run(["check", "-o", "svar.json", name])
    (letter,) = json.loads(Path("svar.json").read_text(encoding="utf-8"))["letters"]
    return letter["verdict"], letter["notes"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("brev.docx", TEXT, IS_TEXT.format(".docx")),
        ("brev.DOCX", TEXT, IS_TEXT.format(".docx")),
        ("brev.pdf", TEXT, IS_TEXT.format(".pdf")),
        ("brev.docx", PAGE, "Filen heter .docx, men är en webbsida. Låt namnet sluta på .html."),
        ("brev.pdf", MAIL, "Filen heter .pdf, men är ett mejl. Låt namnet sluta på .eml."),
        ("brev.txt", "beslut-bygglov.docx", "Filen heter .txt, men är ett Word-dokument. Låt namnet sluta på .docx."),
        (
            "a.eml",
            TEXT,
            "Filen heter .eml, men är en textfil eller ett trasigt mejl. Bilagor i det är kanske inte granskade.",
        ),
        ("brev.docx", "svar-buller.pdf", "Filen heter .docx, men är en pdf. Låt namnet sluta på .pdf."),
    ],
)
def test_it_is_checked_by_its_content_and_not_written_into(
    name: str, content: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if (LETTERS / content).is_file():
        shutil.copy(LETTERS / content, name)
    else:
        Path(name).write_text(content, encoding="utf-8")
    verdict, notes = check(name)
    assert (verdict, notes[:1]) == ("findings", [says])
    for command in (["fix"], ["fix", "--apply"], ["annotate"]):
        capsys.readouterr()
        assert run([*command, name]) == 2
        out, err = capsys.readouterr()
        assert (out, err) == ("", f"klarsprak: {name}: {says}\n")
    assert sorted(path.name for path in Path().iterdir()) == [name, "svar.json"]


@pytest.mark.parametrize(("name", "content"), [("brev.txt", TEXT), ("brev.txt", MAIL), ("brev", TEXT)])
def test_a_name_that_says_nothing_else_is_not_noted(name: str, content: str) -> None:
    Path(name).write_text(content, encoding="utf-8")
    assert check(name) == ("findings", [])


@pytest.mark.parametrize("target", ["ny.docx", "ny.PDF", "ny.odt", "ny.rtf", "ny.eml", "ny.html"])
@pytest.mark.parametrize("letter", ["brev.txt", "brev", "brev.md"])
def test_a_text_is_not_written_under_the_name_of_something_else(
    letter: str, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(letter).write_text("Du har erhållit ett bidrag.\n", encoding="utf-8")
    assert run(["fix", letter, "-o", target]) == 2
    right = Path(letter).suffix or ".txt"
    told = f"klarsprak: {target}: filen får samma format som brevet. Låt namnet sluta på {right}.\n"
    assert capsys.readouterr().err == told
    assert not Path(target).exists()


@pytest.mark.parametrize("target", ["ny.txt", "ny.md", "ny", "ny.bak"])
def test_a_text_may_have_any_name_that_says_nothing_else(target: str) -> None:
    Path("brev.txt").write_text("Du har erhållit ett bidrag.\n", encoding="utf-8")
    assert run(["fix", "brev.txt", "-o", target]) == 0
    assert Path(target).exists()


@pytest.mark.parametrize(("target", "code"), [("ny.docx", 0), ("ny.bak", 0), ("ny.txt", 2), ("ny.pdf", 2)])
@pytest.mark.parametrize("command", ["annotate", "fix"])
def test_a_document_whose_name_says_nothing_gets_no_name_of_something_else(
    command: str, target: str, code: int
) -> None:
    shutil.copy(LETTERS / "beslut-fardtjanst.docx", "brev.bak")
    assert run([command, "brev.bak", "-o", target]) == code
    assert Path(target).exists() is (code == 0)
