"""Which files in a folder are copies that this program made of letters."""

from __future__ import annotations

import zipfile
from pathlib import Path
from unicodedata import normalize

import pytest

from klarsprak.letter import Unreadable
from klarsprak.readers.find import find_letters
from klarsprak.readers.own_copy import is_own_copy, originals

ONLY_OWN = "Där finns bara kopior och rapporter som klarsprak har gjort. Nämn filen själv om den ska granskas."


def save(path: Path, data: bytes | str = b"Hej!") -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def save_zip(path: Path, part: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(part, text)
    return path


def test_the_name_tells_what_a_copy_is_of() -> None:
    assert list(originals(Path("m/brev.2.granskad.docx"))) == ["brev.2.docx", "brev.docx"]
    assert list(originals(Path(normalize("NFD", "brev.rättad.txt")))) == ["brev.txt"]
    assert not any(
        map(list, map(originals, map(Path, ("brev.docx", "granskad.docx", "brev granskad.docx", "a.granskad"))))
    )


@pytest.mark.parametrize("name", ["brev.granskad.pdf", "brev.2.granskad.pdf", "brev.granskad.rättad.pdf"])
def test_a_copy_lies_beside_its_letter(name: str, tmp_path: Path) -> None:
    copy = save(tmp_path / name)
    assert not is_own_copy(copy)
    save(tmp_path / "brev.pdf")
    assert is_own_copy(copy)
    assert not is_own_copy(tmp_path / "brev.pdf")


@pytest.mark.parametrize(
    ("name", "part", "text"),
    [
        ("a.granskad.docx", "word/comments.xml", '<w:comment w:id="0" w:author="{}">'),
        ("a.rättad.docm", "word/document.xml", '<w:ins w:id="0" w:author="{}">'),
        ("a.granskad.odt", "content.xml", "<office:annotation><dc:creator>{}</dc:creator>"),
    ],
)
def test_a_copy_is_known_by_whose_remarks_are_in_it(name: str, part: str, text: str, tmp_path: Path) -> None:
    assert is_own_copy(save_zip(tmp_path / name, part, text.format("klarsprak")))
    assert not is_own_copy(save_zip(tmp_path / name, part, text.format("Eva")))
    assert not is_own_copy(save_zip(tmp_path / name, "word/theme.xml", text.format("klarsprak")))
    # What somebody has gone on writing in under another name is a letter.
    assert not is_own_copy(save_zip(tmp_path / f"brev{Path(name).suffix}", part, text.format("klarsprak")))


def test_a_copy_of_a_pdf_is_known_by_whose_notes_are_in_it(tmp_path: Path) -> None:
    assert is_own_copy(save(tmp_path / "a.granskad.pdf", "<< /T (klarsprak) >>"))
    assert not is_own_copy(save(tmp_path / "a.granskad.pdf", "<< /T (Eva) >>"))


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"Hej!"])
def test_what_cant_be_looked_into_is_read_as_a_letter(data: bytes, tmp_path: Path) -> None:
    assert not is_own_copy(save(tmp_path / "a.granskad.docx", data))
    folder = tmp_path / "b.granskad.docx"
    folder.mkdir()
    save(tmp_path / "b.docx")
    assert not is_own_copy(folder)


def test_copies_that_a_pattern_fits_are_passed_over_as_in_a_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "a.granskad.txt"):
        save(tmp_path / name)
    left_out: list[Path] = []
    assert list(find_letters([str(tmp_path / "*.txt")], own=left_out.append)) == [tmp_path / "a.txt"]
    assert left_out == [tmp_path / "a.granskad.txt"]
    assert list(find_letters([str(tmp_path / "a.granskad.txt")])) == [tmp_path / "a.granskad.txt"]


@pytest.mark.parametrize("pattern", ["*.granskad.txt", "*.granskad.*", "**/*.rättad.txt", "a.2.*"])
def test_a_pattern_that_fits_only_copies_tells_so_unless_it_is_for_copies(pattern: str, tmp_path: Path) -> None:
    copies = [save(tmp_path / name) for name in ("a.2.granskad.txt", "a.granskad.txt", "a.rättad.txt", "a.txt")][:3]
    left_out: list[Path] = []
    found = list(find_letters([str(tmp_path / pattern)], own=left_out.append))
    if pattern == "a.2.*":
        assert found == [Unreadable(str(tmp_path / pattern), None, ONLY_OWN)]
        assert left_out == copies[:1]
    else:
        assert found
        assert set(found) <= set(copies)
        assert left_out == []


@pytest.mark.parametrize("name", ["a.granskad.docx", "under/a.rättad.docx"])
def test_a_folder_that_holds_only_copies_is_told_as_such(name: str, tmp_path: Path) -> None:
    (tmp_path / "under").mkdir()
    save_zip(tmp_path / name, "word/comments.xml", '<w:comment w:id="0" w:author="klarsprak">')
    left_out: list[Path] = []
    assert list(find_letters([str(tmp_path)], own=left_out.append)) == [Unreadable(str(tmp_path), None, ONLY_OWN)]
    assert left_out == [tmp_path / name]
    assert list(find_letters([str(tmp_path)], own=None)) == [tmp_path / name]
