"""The format of a file, by its content."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from klarsprak.letter import ReadError
from klarsprak.readers.sniff import SIGNATURES, Format, sniff


def package(*names: str, content: str = "x") -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + stream.encode("utf-16-le")


FILES = {
    "zip": package("word/document.xml"),
    "ole": old_office("WordDocument"),
    "tnef": b"\x78\x9f\x3e\x22\0",
    "pst": b"!BDN\0",
    "flat": b'<office:document office:mimetype="application/vnd.oasis.opendocument.text">',
    "pdf": b"\n%PDF-1.7",
    "rtf": b"{\\rtf1 Hej}",
    "picture": b"\x89PNG\r\n\0",
}


@pytest.mark.parametrize("kind", [name for name, _, _ in SIGNATURES])
def test_each_signature_has_a_file_that_shows_it_alone(kind: str) -> None:
    assert [name for name, begins, _ in SIGNATURES if begins(FILES[kind])] == [kind]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (FILES["zip"], Format.DOCX),
        (FILES["zip"][:-10], Format.DOCX),
        (package("mimetype", "content.xml", content="application/vnd.oasis.opendocument.text"), Format.ODT),
        (FILES["ole"], Format.DOC),
        (FILES["flat"], Format.ODT),
        (FILES["pdf"], Format.PDF),
        (FILES["rtf"], Format.RTF),
        (b"BMI: 22", Format.TEXT),
        (b"To: kim@mejl.example\nContent-Type: text/plain\n\nHej!", Format.EMAIL),
        (b"Datum: 2026-03-01\nContent-Type: text/plain\n\nHej!", Format.TEXT),
        (b'<?xml version="1.0"?> <!-- Brev --> <html><p>Hej!', Format.HTML),
        (b"<p>Hej!</p>", Format.TEXT),
    ],
)
def test_the_format_of_a_file_without_a_suffix_is_found_by_its_content(data: bytes, kind: Format) -> None:
    assert sniff(data, "brev") is kind


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b" \n", "tom"),
        (FILES["picture"], "bild"),
        (package("xl/workbook.xml"), "Excelfil"),
        (package("ppt/presentation.xml"), "Powerpointfil"),
        (
            package("mimetype", "content.xml", content="application/vnd.oasis.opendocument.spreadsheet"),
            "OpenDocument",
        ),
        (old_office("EncryptedPackage"), "lösenord"),
        (old_office("__properties_version1.0"), "Outlook"),
        (old_office("Workbook"), "Excelfil"),
        (old_office("VisioDocument"), "äldre Officedokument"),
        (b'<?xml version="1.0"?><w:document>', "XML"),
        (b"<svg>", "XML"),
        (b"From kim@mejl.example Mon Mar  2 10:12:00 2026\n\nHej!\n\n" * 2, "brevlåda"),
    ],
)
def test_what_holds_no_letter_is_told_in_words(data: bytes, word: str) -> None:
    with pytest.raises(ReadError, match=word):
        sniff(data, "brev")
