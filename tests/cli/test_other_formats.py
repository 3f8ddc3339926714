"""``klarsprak annotate`` and ``fix`` on files from LibreOffice and old versions of Word: copies have their format."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.readers import read_file
from klarsprak.readers.office import convert, find_libreoffice
from klarsprak.readers.sniff import Format, sniff
from tests.readers.odt.making import MANIFEST, document, p, parts, zipped
from tests.support import pack

RULES = "- {id: erhålla, words: erhålla, pos: VERB, instead: få, examples: [{flag: x, fix: y}]}\n"
RTF = rb"{\rtf1\ansi\ansicpg1252 Hej Kim!\par Du har erh\'e5llit ett bidrag.\par}"
WRITTEN = "LibreOffice har skrivit filen. Jämför utseendet med originalet."

needs_libreoffice = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path, RULES)
    Path("klarsprak.yml").write_text("rule_packs: [prov.yml]\nselect: [prov]\n", encoding="utf-8")


def save_odt(name: str = "brev.odt") -> Path:
    path = Path(name)
    path.write_bytes(document(p("Du har erhållit ett bidrag.")))
    return path


def texts(path: Path) -> list[str]:
    (letter,) = read_file(path)
    return [block.text for block in letter.blocks]


def test_an_odt_is_annotated_in_a_copy(capsys: pytest.CaptureFixture[str]) -> None:
    before = save_odt().read_bytes()
    assert run(["annotate", "brev.odt"]) == 0
    assert capsys.readouterr().out == "brev.granskad.odt: 1 kommentar och en sammanfattning.\n"
    assert Path("brev.odt").read_bytes() == before
    assert texts(Path("brev.granskad.odt")) == ["Du har erhållit ett bidrag."]


@pytest.mark.parametrize("option", [[], ["--apply"]])
def test_an_odt_is_mended_in_a_copy(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    save_odt()
    assert run(["fix", "brev.odt", *option]) == 0
    assert capsys.readouterr().out == "brev.rättad.odt\n"
    assert texts(Path("brev.rättad.odt")) == ["Du har fått ett bidrag."]


def test_a_mended_odt_has_nothing_more_to_mend(capsys: pytest.CaptureFixture[str]) -> None:
    save_odt()
    run(["fix", "brev.odt", "--apply"])
    capsys.readouterr()
    assert run(["fix", "brev.rättad.odt"]) == 0
    assert capsys.readouterr() == ("", "klarsprak: Inget att ändra.\n")


LOCKED = (
    f'<m:manifest xmlns:m="{MANIFEST}"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
    "</m:manifest>"
)


@pytest.mark.parametrize("command", ["annotate", "fix"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (zipped(parts(p("Hej")) | {"content.xml": b"<"}), "Dokumentet är skadat eller avkortat."),
        (zipped(parts(p("Hej")) | {"META-INF/manifest.xml": LOCKED.encode()}), "Dokumentet är skyddat med lösenord."),
    ],
)
def test_an_odt_that_cannot_be_read_is_one_line_and_exits_with_2(
    command: str, data: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("brev.odt").write_bytes(data)
    assert run([command, "brev.odt"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"klarsprak: brev.odt: {says}")
    assert not list(Path().glob("brev.*.odt"))


@pytest.mark.parametrize("command", ["annotate", "fix"])
def test_the_copy_of_an_odt_is_an_odt(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    save_odt()
    assert run([command, "brev.odt", "-o", "ny.docx"]) == 2
    assert "Låt namnet sluta på .odt." in capsys.readouterr().err


def old_word() -> Path:
    """A letter in Word's format from before 2007."""
    path = Path("brev.doc")
    path.write_bytes(convert(convert(RTF, Format.RTF, Format.DOCX), Format.DOCX, Format.DOC))
    return path


@needs_libreoffice
def test_an_old_word_document_is_annotated_and_mended_in_its_own_format(capsys: pytest.CaptureFixture[str]) -> None:
    old_word()
    assert run(["annotate", "brev.doc"]) == 0
    out, err = capsys.readouterr()
    assert out == "brev.granskad.doc: 1 kommentar och en sammanfattning.\n"
    assert err == f"klarsprak: brev.granskad.doc: {WRITTEN}\n"
    assert comments_in(Path("brev.granskad.doc")) == 2
    assert run(["fix", "brev.doc"]) == 0
    assert capsys.readouterr().out == "brev.rättad.doc\n"
    assert texts(Path("brev.rättad.doc")) == ["Hej Kim!", "Du har fått ett bidrag."]
    assert sniff(Path("brev.rättad.doc").read_bytes(), "") is Format.DOC


@needs_libreoffice
def test_an_rtf_is_annotated_in_its_own_format(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev.rtf").write_bytes(RTF)
    assert run(["annotate", "brev.rtf"]) == 0
    assert comments_in(Path("brev.granskad.rtf")) == 2
    assert Path("brev.granskad.rtf").read_bytes().startswith(b"{\\rtf")


def comments_in(path: Path) -> int:
    """How many comments LibreOffice sees in the file."""
    profile = f"-env:UserInstallation={(Path.cwd() / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "fodt", str(path)], check=True, capture_output=True
    )
    return path.with_suffix(".fodt").read_text("utf-8").count("<office:annotation ")


@pytest.mark.parametrize("command", ["annotate", "fix"])
def test_without_libreoffice_one_line_says_what_to_do(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("klarsprak.readers.office._FOLDERS", ())
    Path("brev.rtf").write_bytes(RTF)
    assert run([command, "brev.rtf"]) == 2
    assert capsys.readouterr().err == (
        "klarsprak: brev.rtf: Programmet behöver LibreOffice för att skriva i en rtf-fil. "
        "Spara den som docx i Word och kör igen, eller installera LibreOffice.\n"
    )


@needs_libreoffice
def test_what_libreoffice_cannot_open_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600 + "WordDocument".encode("utf-16-le")
    Path("brev.doc").write_bytes(data)
    assert run(["annotate", "brev.doc"]) == 2
    assert "LibreOffice kan inte öppna filen." in capsys.readouterr().err
    assert list(Path().glob("*.granskad.*")) == []
