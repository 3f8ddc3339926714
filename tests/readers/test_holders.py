"""Letters in other files: zip files in mails, files embedded in PDFs, and what is refused by name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from reportlab.pdfgen.canvas import Canvas

from klarsprak.letter import Letter, Unreadable
from klarsprak.readers import read_bytes, zipped_letters
from tests.readers.pdf.packed import with_object_stream
from tests.readers.pdf.test_unreadable import stream as by_hand_stream


def docx_of(text: str) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def mail(attached: Mapping[str, bytes], subtype: str = "octet-stream") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "anna@ekvalla.example", "Bygglov"
    message.set_content("Hej! Beslutet ligger i bilagan.\n")
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype=subtype, filename=name)
    return bytes(message)


def told(data: bytes, name: str) -> dict[str, str]:
    """The reason, or nothing for what could be read, by name."""
    found = read_bytes(data, name)
    return {each.source: each.reason if isinstance(each, Unreadable) else "" for each in found}


LETTER = docx_of("Du får bygglov för en carport.")


def test_a_letter_in_a_mail_in_a_zip_file_is_read_and_in_a_zip_file_in_a_mail() -> None:
    inner = mail({"beslut.docx": LETTER})
    assert told(zipped({"post/mejl.eml": inner}), "post.zip") == {
        "post.zip#post/mejl.eml": "",
        "post.zip#post/mejl.eml#beslut.docx": "",
    }
    assert told(mail({"brev.zip": zipped({"mapp/beslut.docx": LETTER, "bild.png": b"x"})}), "mejl.eml") == {
        "mejl.eml": "",
        "mejl.eml#brev.zip#mapp/beslut.docx": "",
    }


def test_a_zip_file_without_letters_is_noted() -> None:
    (letter,) = read_bytes(mail({"ritningar.zip": zipped({"a.dwg": b"x"}), "trasig.zip": b"PK\x03\x04"}), "mejl.eml")
    assert isinstance(letter, Letter)
    assert letter.notes == ["Bilagan ritningar.zip är inte granskad.", "Bilagan trasig.zip är inte granskad."]


def test_files_in_files_are_opened_to_a_limit() -> None:
    data = zipped({"innerst.txt": b"Hej Kim!"})
    for number in range(5):
        data = zipped({f"{number}.zip": data})
    assert told(data, "a.zip") == {"a.zip#4.zip#3.zip#2.zip#1.zip": "Filer i filer öppnas bara i 4 nivåer."}


def test_a_zip_file_is_unpacked_to_a_limit_of_letters_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({f"{number}.txt": b"Hej Kim!" for number in range(3)})
    monkeypatch.setattr(zipped_letters, "MOST_LETTERS", 2)
    assert told(data, "a.zip") == {
        "a.zip#0.txt": "",
        "a.zip#1.txt": "",
        "a.zip": "Zipfilen har fler än 500 brev. Resten är inte granskade.",
    }
    monkeypatch.setattr(zipped_letters, "MOST_BYTES", 10)
    assert told(data, "a.zip") == {
        "a.zip#0.txt": "",
        "a.zip": "Zipfilen packar upp till mer än 64 MB. Resten av den är inte granskad.",
    }


def test_zip_files_in_zip_files_share_the_limits_of_the_one_that_they_lie_in(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = zipped({f"{number}.txt": b"Hej Kim!" for number in range(3)})
    monkeypatch.setattr(zipped_letters, "MOST_LETTERS", 6)
    for data, name in (
        (mail({"a.zip": zipped({"1.zip": inner, "2.zip": inner})}), "mejl.eml"),
        (zipped({"1.zip": inner, "2.zip": inner}), "a.zip"),
    ):
        found = list(read_bytes(data, name))
        letters = [each.source for each in found if isinstance(each, Letter) and each.source != name]
        assert len(letters) == 4, letters  # and two zip files
        assert [each.reason for each in found if isinstance(each, Unreadable)] == [
            "Zipfilen har fler än 500 brev. Resten är inte granskade."
        ]
    monkeypatch.setattr(zipped_letters, "MOST_BYTES", 2 * len(inner) + 30)
    assert len([each for each in read_bytes(data, name) if isinstance(each, Letter)]) == 3


def test_a_bomb_is_not_unpacked() -> None:
    assert list(told(zipped({"a.txt": b"\0" * (65 * 2**20)}), "a.zip")) == ["a.zip"]


def test_what_is_broken_or_locked_in_a_zip_file_is_told_one_by_one() -> None:
    broken = zipped({"a.txt": b"hej" * 100, "b.txt": b"Hej Kim!"}).replace(b"\xcb\x48\xcd", b"\xff\xff\xff")
    assert told(broken, "a.zip") == {"a.zip#a.txt": "Filen i zipfilen är trasig.", "a.zip#b.txt": ""}
    locked = bytearray(zipped({"a.txt": b"Hej Kim!"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert told(bytes(locked), "a.zip") == {"a.zip#a.txt": "Filen i zipfilen är skyddad med lösenord."}


@pytest.mark.parametrize("folder", ["word", "xl", "ppt", "customXml", "docProps", "_rels"])
def test_letters_lie_in_folders_of_any_name(folder: str) -> None:
    files = {f"{folder}/beslut.docx": LETTER, "brev.txt": b"Hej Kim!"}
    assert told(zipped(files), "brev.zip") == {f"brev.zip#{folder}/beslut.docx": "", "brev.zip#brev.txt": ""}


@pytest.mark.parametrize("part", ["[Content_Types].xml", "word/document.xml", "_rels/.rels", "WORD\\document.xml"])
def test_a_document_with_a_text_beside_its_parts_is_one_document(part: str) -> None:
    assert list(told(zipped({"a.txt": b"Hej Kim!", part: b"<x/>"}), "brev")) == ["brev"]


@pytest.mark.parametrize("name", ["winmail.dat", "ATT00001.bin", "brev.docx"])
def test_what_outlook_packed_for_itself_is_named_and_never_passed_over(name: str) -> None:
    subtype = "ms-tnef" if name != "brev.docx" else "octet-stream"
    found = told(mail({name: b"\x78\x9f\x3e\x22" + b"\0" * 40}, subtype), "mejl.eml")
    assert found["mejl.eml"] == ""
    assert "TNEF (winmail.dat)" in found[f"mejl.eml#{name}"]


def test_a_mailbox_of_outlooks_says_how_it_is_read() -> None:
    assert "klarsprak audit run" in told(b"!BDN" + b"\0" * 600, "arkiv.pst")["arkiv.pst"]


def pdf(
    files: Mapping[str, bytes],
    relations: Mapping[str, str] | None = None,
    *,
    packed: bool = False,
    text: str = "Du får bygglov för en carport på Ängsvägen 3.",
) -> bytes:
    page, stream = io.BytesIO(), io.BytesIO()
    canvas = Canvas(page)
    canvas.drawString(72, 720, text)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(page))
    for name, data in files.items():
        embedded = writer.add_attachment(name, data)
        relation = (relations or {}).get(name)
        if relation:
            embedded.pdf_object[NameObject("/AFRelationship")] = NameObject(f"/{relation}")
        if packed:
            places = embedded.pdf_object["/EF"]
            for place in places:
                places[NameObject(place)] = writer._add_object(places[place].flate_encode())
    writer.write(stream)
    return stream.getvalue()


def test_letters_embedded_in_a_pdf_are_read_and_other_files_noted() -> None:
    data = pdf({"följebrev.docx": LETTER, "faktura.xml": b"<f/>", "brev.zip": zipped({"a.txt": b"Hej Kim!"})})
    found = list(read_bytes(data, "beslut.pdf"))
    assert [each.source for each in found if isinstance(each, Letter)] == [
        "beslut.pdf",
        "beslut.pdf#brev.zip#a.txt",
        "beslut.pdf#följebrev.docx",
    ]
    assert isinstance(found[0], Letter)
    assert found[0].notes == ["Bilagan faktura.xml i pdf-filen är inte granskad."]


def test_what_a_pdf_was_made_of_is_not_read_a_second_time() -> None:
    (letter,) = read_bytes(pdf({"beslut.docx": LETTER}, {"beslut.docx": "Source"}), "beslut.pdf")
    assert isinstance(letter, Letter)
    assert letter.notes == ["Bilagan beslut.docx i pdf-filen är dess eget original och granskas inte en gång till."]


@pytest.mark.parametrize("relation", ["Data", "Source"])
def test_letters_in_a_scanned_pdf_are_read_though_its_pages_cannot_be(relation: str) -> None:
    found = told(pdf({"beslut.docx": LETTER}, {"beslut.docx": relation}, text=""), "beslut.pdf")
    assert found.keys() == {"beslut.pdf", "beslut.pdf#beslut.docx"}
    assert "ingen text" in found["beslut.pdf"]
    assert not found["beslut.pdf#beslut.docx"]


def test_a_pdf_in_a_pdf_is_read_to_a_limit() -> None:
    data = pdf({})
    for number in range(12):
        data = pdf({f"{number}.pdf": data})
    found = list(read_bytes(data, "a.pdf"))
    assert len(found) == 11
    assert isinstance(found[-1], Letter)
    assert found[-1].unread == ["Filer i filer öppnas bara i 10 nivåer. Bilagorna är inte granskade."]


def test_an_embedded_file_that_unpacks_too_far_is_told_and_hides_no_other() -> None:
    data = pdf({"a.docx": LETTER, "b.docx": b" " * 200_000_000}, packed=True)
    found = told(data, "beslut.pdf")
    assert found["beslut.pdf#a.docx"] == ""
    assert found["beslut.pdf#b.docx"]


def test_broken_embedded_files_leave_the_letter_readable() -> None:
    data = pdf({"a.docx": LETTER})
    place = data.index(LETTER) + LETTER.index(b"word/document.xml") + 60
    found = told(data[:place] + b"\xff" * 200 + data[place + 200 :], "beslut.pdf")
    assert found["beslut.pdf"] == ""
    assert found["beslut.pdf#a.docx"]


SPEC = b"<< /Type /Filespec /F (a.txt) /EF << /F 6 0 R >> >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F 5 0 R >> >> %s >>"
)


def packed_pdf(catalog: bytes = b"", page: bytes = b"", spec: bytes = SPEC) -> bytes:
    """A PDF whose file isn't called one anywhere outside of what is packed."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: PAGE % page,
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        7: spec,
    }
    whole = {4: by_hand_stream(b"BT /F 11 Tf 71 700 Td (Hej Kim!) Tj ET\n"), 6: by_hand_stream(b"Hej Bo!")}
    return with_object_stream(objects, whole)


NAMED = b"/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>"
PINNED = b"/Annots [<< /Subtype /FileAttachment /Rect [9 9 30 30] /FS 7 0 R >>]"


@pytest.mark.parametrize(("catalog", "page"), [(NAMED, b""), (b"/AF [7 0 R]", b""), (b"", PINNED), (NAMED, PINNED)])
def test_files_are_found_where_all_is_packed_and_on_the_pages(catalog: bytes, page: bytes) -> None:
    assert told(packed_pdf(catalog, page), "brev.pdf") == {"brev.pdf": "", "brev.pdf#a.txt": ""}


@pytest.mark.parametrize(
    ("catalog", "spec"),
    [
        (NAMED.replace(b"7", b"99"), SPEC),
        (NAMED.replace(b"(a) 7 0 R", b"(a) (b)"), SPEC),
        (b"/Names 99 0 R", SPEC),
        (b"/Names << /EmbeddedFiles 99 0 R >>", SPEC),
        (NAMED, SPEC.replace(b"<< /F 6 0 R >>", b"99 0 R")),
    ],
)
def test_a_pdf_that_has_lost_its_files_is_not_called_clean(catalog: bytes, spec: bytes) -> None:
    letter = next(read_bytes(packed_pdf(catalog, spec=spec), "brev.pdf"))
    assert isinstance(letter, Letter)
    assert letter.unread == ["Pdf-filen har bilagor som inte går att läsa. De är inte granskade."]


def test_a_file_whose_end_is_damaged_is_not_taken_for_the_next_one() -> None:
    head, _, tail = packed_pdf(NAMED).partition(b"Hej Bo!")
    data = head + b"Hej Bo!" + tail.replace(b"endobj", b"end7bj", 1)
    _, file = read_bytes(data, "brev.pdf")
    assert isinstance(file, Letter)
    assert [block.text for block in file.blocks] == ["Hej Bo!"]


def test_a_pdf_that_names_none_of_its_files_is_not_called_clean() -> None:
    (letter,) = read_bytes(pdf({"a.docx": LETTER}).replace(b"/Names", b"/Nemas"), "brev.pdf")
    assert isinstance(letter, Letter)
    assert letter.unread


@pytest.mark.parametrize("name", ["brev.zip", "brev.pdf"])
def test_a_file_that_is_no_longer_what_its_name_says_is_no_text(name: str) -> None:
    data = {"brev.zip": b"PK", "brev.pdf": b"%PDF och mer"}[name]
    assert told(data, name)[name]


def test_a_member_of_a_zip_file_without_a_name_hides_no_other() -> None:
    (letter,) = read_bytes(zipped({"": b"Hej", "beslut.docx": LETTER}), "brev.zip")
    assert isinstance(letter, Letter)
    assert letter.unread == ["Filen utan namn i zipfilen är inte granskad."]


def test_a_zip_file_that_lists_fewer_members_than_it_has_is_told() -> None:
    """Here the last one stands in what is said to be the comment of the first."""
    data = bytearray(zipped({"a.txt": b"Hej Kim!", "b.txt": b"Hej Bo!"}))
    first, last = (at for at in range(len(data)) if data.startswith(b"PK\1\2", at))
    data[first + 32 : first + 34] = (data.rindex(b"PK\5\6") - last).to_bytes(2, "little")
    found = list(read_bytes(bytes(data), "brev.zip"))
    assert [each.source for each in found if isinstance(each, Letter)] == ["brev.zip#a.txt"]
    assert [each.reason for each in found if isinstance(each, Unreadable)] == [zipped_letters.LACKING]


@pytest.mark.parametrize("name", ["brev.zip", "brev.docx"])
def test_a_zip_file_of_a_later_age_is_told(name: str) -> None:
    data = bytearray(zipped({"a.txt": b"Hej Kim!"}))
    data[data.index(b"PK\1\2") + 6] = 99
    assert told(bytes(data), name)[name]


def test_a_mail_that_is_no_longer_one_is_not_called_clean() -> None:
    (letter,) = read_bytes(b"\x05From: Kim\nTo: Bo\n\nHej Bo!\n", "mejl.eml")
    assert isinstance(letter, Letter)
    assert letter.unread


def test_an_embedded_file_with_a_wrong_byte_is_told() -> None:
    data = bytearray(pdf({"a.txt": b"Hej Kim! " * 40}, packed=True))
    at = data.index(b"stream\n", data.rindex(b"/EmbeddedFile")) + 15
    data[at] ^= 4
    assert told(bytes(data), "brev.pdf")["brev.pdf#a.txt"] == "Filen i pdf-filen är trasig."
