"""Word's older files go through LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.letter import Letter, Unreadable
from klarsprak.readers import read_bytes
from klarsprak.readers.office import _run, find_libreoffice

RTF = rb"{\rtf1\ansi\ansicpg1252 Hej Kim!\par Du f\'e5r svar p\'e5 fredag.\par}"

needs_libreoffice = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")


def test_an_rtf_is_read_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("klarsprak.readers.office.find_libreoffice", lambda: None)
    (letter,) = read_bytes(RTF, "brev.rtf")
    assert isinstance(letter, Letter)
    assert letter.format == "rtf"
    assert [block.text for block in letter.blocks] == ["Hej Kim!", "Du får svar på fredag."]


@needs_libreoffice
@pytest.mark.parametrize("kind", ["odt", "doc"])
def test_the_format_of_an_office_file_is_found_by_content(kind: str, tmp_path: Path) -> None:
    source = tmp_path / "brev.rtf"
    source.write_bytes(RTF)
    program = find_libreoffice()
    assert program is not None
    profile = (tmp_path / "profile").as_uri()
    _run(
        [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(tmp_path),
            str(source),
        ]
    )
    (letter,) = read_bytes((tmp_path / f"brev.{kind}").read_bytes(), "brev utan ändelse")
    assert isinstance(letter, Letter)
    assert letter.format == kind
    assert [block.text for block in letter.blocks] == ["Hej Kim!", "Du får svar på fredag."]


def test_one_line_says_what_to_do_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("klarsprak.readers.office._FOLDERS", ())
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    (item,) = read_bytes(data, "brev.doc")
    assert isinstance(item, Unreadable)
    assert item.format == "doc"
    assert "Spara den som docx" in item.reason
    assert "LibreOffice" in item.reason


@needs_libreoffice
def test_a_broken_office_file_is_unreadable() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600 + "WordDocument".encode("utf-16-le")
    (item,) = read_bytes(data, "brev.doc")
    assert isinstance(item, Unreadable)
    assert item.format == "doc"
    assert item.reason.startswith("LibreOffice kan inte öppna filen.")
