"""``klarsprak annotate`` as a user runs it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.readers import read_file
from tests.readers.odt.making import document, p

CORPORA = Path(__file__).parents[2] / "corpora" / "letters"
LETTER = CORPORA / "beslut-fardtjanst.docx"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_annotations_come_in_a_copy_beside_the_letter(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(LETTER, "brev å.docx")
    assert run(["annotate", "brev å.docx"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("brev å.granskad.docx: ")
    assert err == ""
    assert sorted(path.name for path in Path().iterdir()) == ["brev å.docx", "brev å.granskad.docx"]
    assert Path("brev å.docx").read_bytes() == LETTER.read_bytes()


def test_annotations_come_in_the_file_that_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", str(LETTER), "-o", "ny.docx"]) == 0
    (letter,) = read_file(Path("ny.docx"))
    (old,) = read_file(LETTER)
    assert [block.text for block in letter.blocks] == [block.text for block in old.blocks]


def test_a_pdf_is_annotated_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", str(CORPORA / "svar-buller.pdf"), "-o", "ny.pdf"]) == 0
    assert "kommentarer och en sammanfattning" in capsys.readouterr().out


@pytest.mark.parametrize("letter", [LETTER, Path("brev.odt"), CORPORA / "svar-buller.pdf"])
def test_an_annotated_copy_by_itself_is_known_as_one(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev").mkdir()
    Path("brev.odt").write_bytes(document(p("Du har erhållit ett bidrag.")))
    assert run(["annotate", str(letter), "-o", f"brev/a.granskad{letter.suffix}"]) == 0
    Path("brev/b.txt").write_text("Hej!", encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "brev", "--show-files"]) == 0
    assert capsys.readouterr() == (
        "brev/b.txt\n",
        "klarsprak: 1 kopia som klarsprak har gjort (*.granskad.*, *.rättad.*) granskas inte.\n",
    )


def test_no_file_is_written_over_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(LETTER, "brev.docx")
    shutil.copy(LETTER, "annat.docx")
    assert run(["annotate", "brev.docx", "-o", "annat.docx"]) == 2
    assert capsys.readouterr().err == (
        "klarsprak: annat.docx: filen finns redan. Lägg till --force om den ska skrivas över.\n"
    )
    assert Path("annat.docx").read_bytes() == LETTER.read_bytes()
    assert run(["annotate", "brev.docx", "-o", "annat.docx", "--force"]) == 0
    assert Path("annat.docx").read_bytes() != LETTER.read_bytes()


def test_the_letter_itself_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(LETTER, "brev.docx")
    assert run(["annotate", "brev.docx", "-o", "brev.docx", "--force"]) == 2
    assert "kommandot läser den filen" in capsys.readouterr().err
    assert Path("brev.docx").read_bytes() == LETTER.read_bytes()


@pytest.mark.parametrize(
    ("level", "says"),
    [
        ([], "9 kommentarer och en sammanfattning. 7 anmärkningar till räknas upp i en kommentar överst."),
        (
            ["--level", "error"],
            "0 kommentarer och en sammanfattning. 16 anmärkningar till räknas upp i en kommentar överst.",
        ),
        (["--level", "info"], "16 kommentarer och en sammanfattning."),
    ],
)
def test_comments_come_from_the_level_on_that_is_asked_for(
    level: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["annotate", str(LETTER), "-o", "ny.docx", *level]) == 0
    assert capsys.readouterr().out == f"ny.docx: {says}\n"


def test_a_level_that_there_isnt_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", str(LETTER), "-o", "ny.docx", "--level", "allt"]) == 2
    assert "”allt”" in capsys.readouterr().err
    assert not Path("ny.docx").exists()


def test_an_annotated_copy_can_be_annotated_again(capsys: pytest.CaptureFixture[str]) -> None:
    run(["annotate", str(LETTER), "-o", "ett.docx"])
    first = capsys.readouterr().out
    assert run(["annotate", "ett.docx", "-o", "två.docx"]) == 0
    assert capsys.readouterr().out == first.replace("ett.docx", "två.docx")


def test_only_findings_that_are_selected_become_comments(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", str(LETTER), "-o", "ny.docx", "--select", "mallrest"]) == 0
    assert capsys.readouterr().out == "ny.docx: 0 kommentarer och en sammanfattning.\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("saknas.docx", None, "Filen finns inte."),
        ("tom.docx", b"", "Filen är tom."),
        (
            "brev.txt",
            b"Hej! Detta skriver vi.",
            "kommandot klarar bara Word-dokument (.docx och .doc), LibreOffice-dokument (.odt), rtf och pdf.",
        ),
    ],
)
def test_a_file_that_cant_be_annotated_is_one_line_and_exits_with_2(
    name: str, content: bytes | None, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    assert run(["annotate", name]) == 2
    out, err = capsys.readouterr()
    assert says in err
    assert err.count("\n") == 1
    assert out == ""


def test_a_copy_in_a_folder_that_isnt_there_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", str(LETTER), "-o", "ingen/ny.docx"]) == 2
    assert "går inte att skriva" in capsys.readouterr().err
