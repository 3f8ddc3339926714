"""What can't be read gives one line that says why, and the other letters are still read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from klarsprak.letter import Unreadable
from klarsprak.readers import LARGEST_FILE, find_letters, read_bytes, read_file, read_stream
from klarsprak.readers.text.text import LARGEST_TEXT

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000


def reason(data: bytes, name: str) -> str:
    """Why the file is unreadable: one sentence or two, on one line."""
    (item,) = read_bytes(data, name)
    assert isinstance(item, Unreadable)
    assert item.source == name
    assert "\n" not in item.reason
    assert item.reason.endswith((".", ")."))
    return item.reason


def package(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return stream.getvalue()


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "borta.docx"
    (found,) = find_letters([str(path)])
    (read,) = read_file(path)
    for item in (found, read):
        assert isinstance(item, Unreadable)
        assert item.source == str(path)
        assert "finns inte" in item.reason


def test_a_name_that_no_file_can_have_is_unreadable() -> None:
    (item,) = find_letters(["brev\0.docx"])
    assert isinstance(item, Unreadable)


def test_a_file_without_read_permission_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hemligt.docx"
    path.write_bytes(b"x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)  # root, whom tests often run as, may read everything
    (item,) = read_file(path)
    assert isinstance(item, Unreadable)
    assert "behörighet" in item.reason


def test_a_folder_where_a_file_was_meant_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "brev.docx"
    path.mkdir()
    (item,) = read_file(path)
    assert isinstance(item, Unreadable)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\ufeff \n".encode("utf-16-le")])
@pytest.mark.parametrize("name", ["brev.txt", "brev.docx", "brev.eml", "brev.pdf"])
def test_an_empty_file_is_told_to_be_empty(data: bytes, name: str) -> None:
    assert "tom" in reason(data, name)


def test_a_folder_without_letters_is_told(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"x")
    (item,) = find_letters([str(tmp_path)])
    assert isinstance(item, Unreadable)
    assert "inga brev" in item.reason


def test_a_truncated_docx_is_unreadable() -> None:
    reason(package("[Content_Types].xml", "word/document.xml")[:60], "brev.docx")


@pytest.mark.parametrize(
    ("names", "word"),
    [(("a.txt",), ""), (("xl/workbook.xml",), "Excel"), (("ppt/presentation.xml",), "Powerpoint")],
)
def test_a_zip_that_is_no_docx_is_told_for_what_it_is(names: tuple[str, ...], word: str) -> None:
    assert word in reason(package(*names), "brev.docx")


@pytest.mark.parametrize(
    ("stream", "word"),
    [
        ("EncryptedPackage", "lösenord"),
        ("__properties_version1.0", "Outlook"),
        ("Workbook", "inte ett brev"),
    ],
)
def test_old_office_files_that_hold_no_letter_are_told_for_what_they_are(stream: str, word: str) -> None:
    assert word in reason(OLE + stream.encode("utf-16-le") + b"\0" * 100, "brev.docx")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + b"\0" * 500,
        b"Hej\0\0\0Kim",
        b"\x01\x02\x03\x04\x05" * 40,
        bytes.fromhex("b6fbd73e6ac46891370c3c06974526bf9fdfb6a5"),
    ],
)
def test_binary_junk_named_txt_is_no_text(data: bytes) -> None:
    assert "text" in reason(data, "brev.txt")


def test_a_picture_is_told_to_be_one() -> None:
    assert "bild" in reason(b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "brev.pdf")


def test_xml_that_is_no_page_is_unreadable() -> None:
    assert "XML" in reason(
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "brev.doc"
    )


@pytest.mark.parametrize("body", ["", "\n\n  \n", "-- \n"])
@pytest.mark.parametrize("kind", ["text/plain", "text/html", "multipart/mixed; boundary=x"])
def test_an_eml_without_body_has_no_text(body: str, kind: str) -> None:
    data = f"From: anna@ekvalla.example\nSubject: Svar\nContent-Type: {kind}\n\n{body}"
    assert "ingen text" in reason(data.encode(), "mejl.eml")


def test_a_mailbox_of_several_mails_is_no_letter() -> None:
    mail = "From anna@ekvalla.example Mon Mar  2 10:12:00 2026\nFrom: anna@ekvalla.example\nSubject: Svar\n\nHej!\n\n"
    assert "flera mejl" in reason(mail.encode() * 2, "mejl.eml")


def test_mails_attached_to_each_other_without_end_are_not_all_read() -> None:
    data = b"From: a@ekvalla.example\nSubject: Svar\n\nHej!\n"
    for _ in range(12):
        data = b"From: a@ekvalla.example\nSubject: Svar\nContent-Type: message/rfc822\n\n" + data
    items = list(read_bytes(data, "mejl.eml"))
    assert isinstance(items[-1], Unreadable)


def test_html_without_text_is_unreadable() -> None:
    assert "text" in reason(b"<html><body><img src=brev.png></body></html>", "brev.html")


def test_a_text_of_200_mb_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    (item,) = read_file(path)
    assert isinstance(item, Unreadable)
    assert "för stor" in item.reason


def test_standard_input_without_end_is_read_no_further_than_the_limit() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= LARGEST_FILE + 1
            return bytes(size)

    (item,) = read_stream(Endless(), "-")
    assert isinstance(item, Unreadable)
    assert "för stor" in item.reason


def test_a_text_that_no_letter_is_as_long_as_is_too_long() -> None:
    assert "för lång" in reason(b"Hej Kim! " * (LARGEST_TEXT // 9 + 1), "brev.txt")


def test_an_unreadable_letter_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.txt").write_text("Hej Kim!", encoding="utf-8")
    paths = [item for item in find_letters([str(tmp_path)]) if isinstance(item, Path)]
    items = [item for path in paths for item in read_file(path)]
    assert [isinstance(item, Unreadable) for item in items] == [True, False]
