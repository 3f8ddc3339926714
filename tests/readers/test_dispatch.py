"""Which files are read, and as what."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

from klarsprak.letter import Letter, Unreadable
from klarsprak.readers import find_letters, read_bytes, read_file, read_stream

MAIL = b"From: anna@ekvalla.example\nSubject: Svar\n\nHej Kim!\n"
PAGE = b"<!DOCTYPE html><html><body><p>Hej Kim!</p></body></html>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Hej Kim!\n", "text"),
        (MAIL, "email"),
        (b"From - Mon Mar  2 10:12:00 2026\n" + MAIL, "email"),
        (PAGE, "html"),
        (PAGE.decode().encode("utf-16"), "html"),
        (b"From: hej\n\nDet h\xe4r \xe4r ett brev.\n", "text"),
    ],
)
@pytest.mark.parametrize("name", ["brev", "brev.txt", "brev.pdf", "brev.docx"])
def test_the_format_is_found_by_content(data: bytes, kind: str, name: str) -> None:
    (letter,) = read_bytes(data, name)
    assert isinstance(letter, Letter)
    assert (letter.source, letter.format) == (name, kind)


def test_the_suffix_decides_where_the_content_leaves_it_open() -> None:
    fragment = b"<p>Hej Kim!</p>"
    assert [next(read_bytes(fragment, name)).format for name in ("brev.html", "brev.txt")] == ["html", "text"]


def test_a_text_that_begins_with_labels_is_no_mail() -> None:
    (letter,) = read_bytes(b"Datum: 2025-09-03\nDiarienummer: EB 2025-1107\n\nHej Kim!\n", "brev.eml")
    assert letter.format == "text"


def test_a_file_has_its_path_as_its_name_or_the_one_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "ett brev på svenska.txt"
    path.write_text("Hej Kim!", encoding="utf-8")
    assert [letter.source for letter in read_file(path)] == [str(path)]
    assert [letter.source for letter in read_file(path, "brev.txt")] == ["brev.txt"]


def test_standard_input_is_read_as_what_it_holds() -> None:
    (letter,) = read_stream(io.BytesIO(MAIL), "-")
    assert (letter.source, letter.format) == ("-", "email")


class TestFindLetters:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        for name in (
            "b.docx",
            "a.PDF",
            "under/c.eml",
            "under/å ä ö.txt",
            "bild.png",
            ".dold.txt",
            "~$b.docx",
            ".git/x.txt",
        ):
            path = tmp_path / "brev" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x")
        return tmp_path / "brev"

    def test_a_folder_gives_its_letters_in_order(self, folder: Path) -> None:
        found = [
            item.relative_to(folder).as_posix() for item in find_letters([str(folder)]) if isinstance(item, Path)
        ]
        assert found == ["a.PDF", "b.docx", "under/c.eml", "under/å ä ö.txt"]

    def test_a_file_that_is_named_is_taken_whatever_its_suffix(self, folder: Path) -> None:
        names = [str(folder / "bild.png"), str(folder / ".dold.txt")]
        assert [str(item) for item in find_letters(names)] == names

    def test_a_pattern_that_the_shell_left_alone_is_matched(self, folder: Path) -> None:
        found = [str(item) for item in find_letters([str(folder / "*.docx"), str(folder / "under" / "*.t?t")])]
        assert found == [str(folder / "b.docx"), str(folder / "under" / "å ä ö.txt")]

    def test_files_come_in_the_order_given(self, folder: Path) -> None:
        names = [str(folder / "b.docx"), str(folder / "a.PDF")]
        assert [str(item) for item in find_letters(names)] == names

    @pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
    def test_a_link_in_a_circle_ends(self, folder: Path) -> None:
        (folder / "under" / "runt").symlink_to(folder, target_is_directory=True)
        assert len(list(find_letters([str(folder)]))) == 4

    @pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
    def test_a_link_that_leads_nowhere_is_reported_when_it_is_read(self, folder: Path) -> None:
        (folder / "borta.txt").symlink_to(folder / "finns inte.txt")
        items = [item for item in find_letters([str(folder)]) if isinstance(item, Path) and item.name == "borta.txt"]
        assert isinstance(next(read_file(items[0])), Unreadable)


class _Place:
    """A path of another library's."""

    def __fspath__(self) -> str:
        return "finns-inte.docx"


@pytest.mark.parametrize("path", ["finns-inte.docx", Path("finns-inte.docx"), _Place()])
def test_a_path_may_be_of_any_kind(path: Any) -> None:
    (letter,) = read_file(path)
    assert letter == Unreadable("finns-inte.docx", None, "Filen finns inte. Kontrollera namnet och mappen.")


@pytest.mark.parametrize("path", [None, 3, b"brev.docx"])
def test_what_is_no_path_is_told_at_once(path: Any) -> None:
    with pytest.raises(TypeError, match="path ska vara en sökväg"):
        read_file(path)
