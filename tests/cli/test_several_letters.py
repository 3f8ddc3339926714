"""``klarsprak annotate`` and ``fix`` of files that hold letters: only the file's own letter is written into."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from klarsprak.cli import run
from tests.readers.odt.making import document, p

CORPORA = Path(__file__).parents[2] / "corpora" / "letters"
CLEAN = ["Hej Kim!", "Du får svar av oss i maj."]
LETTERS = {
    "brev.docx": (CORPORA / "beslut-fardtjanst.docx").read_bytes(),
    "brev.pdf": (CORPORA / "svar-buller.pdf").read_bytes(),
    "brev.txt": "Hej Kim! Du har erhållit ett bidrag.".encode(),
}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def save_pdf(files: Mapping[str, bytes]) -> None:
    """*brev.pdf*, of which nothing is to be said, with these files embedded in it."""
    page = BytesIO()
    canvas = Canvas(page)
    for number, line in enumerate(CLEAN):
        canvas.drawString(72, 720 - 40 * number, line)
    canvas.save()
    writer = PdfWriter(clone_from=page)
    for name, data in files.items():
        writer.add_attachment(name, data)
    writer.write("brev.pdf")


def note_in(path: str) -> str:
    """What the note at the top of a PDF says."""
    (note,) = PdfReader(path).pages[0]["/Annots"]
    return str(note.get_object()["/Contents"])


@pytest.mark.parametrize("data", [LETTERS["brev.txt"], b"PK\x03\x04", b""])
def test_a_letter_embedded_in_a_pdf_is_named_as_not_checked(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    save_pdf({"bilaga.docx": data})
    assert run(["annotate", "brev.pdf", "--select", "kanslisvenska"]) == 0
    told = "Brevet bilaga.docx i filen är inte granskat här. Spara det för sig och granska det också."
    assert capsys.readouterr().err == f"klarsprak: brev.pdf: {told}\n"
    says = note_in("brev.granskad.pdf").splitlines()
    assert says[1] == "Inget att anmärka på i det som är granskat."
    assert says[-1] == f"Obs! {told}"


@pytest.mark.parametrize(("count", "told"), [(2, "Breven 0.txt och 1.txt i filen är inte"), (6, "6 brev i filen är")])
def test_several_embedded_letters_are_told_in_one_sentence(
    count: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    save_pdf({f"{number}.txt": LETTERS["brev.txt"] for number in range(count)})
    assert run(["annotate", "brev.pdf"]) == 0
    err = capsys.readouterr().err
    assert err.startswith(f"klarsprak: brev.pdf: {told}")
    assert err.count("\n") == 1


def save_zip(name: str, data: bytes) -> str:
    with zipfile.ZipFile("brev.zip", "w") as package:
        package.writestr(name, data)
    return "brev.zip"


def save_mail(name: str, data: bytes) -> str:
    mail = EmailMessage()
    mail["Subject"] = "Ditt ärende"
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    Path("brev.eml").write_bytes(bytes(mail))
    return "brev.eml"


@pytest.mark.parametrize("command", ["annotate", "fix"])
@pytest.mark.parametrize("name", [*LETTERS, "brev.odt"])
@pytest.mark.parametrize("save", [save_zip, save_mail])
def test_nothing_is_written_into_a_file_that_only_holds_letters(
    save: Callable[[str, bytes], str], name: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    held = save(name, LETTERS.get(name) or document(p("Du har erhållit ett bidrag.")))
    before = Path(held).read_bytes()
    assert run([command, held]) == 2
    assert capsys.readouterr() == (
        "",
        f"klarsprak: {held}: Det är ett mejl eller en zipfil med brev i. Spara brevet för sig och välj den filen.\n",
    )
    assert [path.name for path in Path().iterdir()] == [held]
    assert Path(held).read_bytes() == before
