"""Files that are no Word documents, damaged, or made to do harm: one clear line each."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.letter import ReadError
from klarsprak.readers import docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def reason(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        docx.read(data, "brev.docx")
    assert "\n" not in caught.value.reason
    return caught.value.reason


def stream(name: str) -> bytes:
    """The start of an old Office file whose directory names this stream."""
    return OLE + name.encode("utf-16-le").ljust(128, b"\0")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Filen är tom."),
        (b"Hej!", "Filen är inte ett Word-dokument (.docx)."),
        (stream("EncryptedPackage"), "Word-dokumentet är skyddat med lösenord. Ta bort lösenordet"),
        (stream("WordDocument"), "Filen är ett Word-dokument i det äldre formatet .doc."),
        (stream("Workbook"), "Filen är i ett äldre Office-format"),
    ],
)
def test_a_file_that_is_no_zip_is_told_for_what_it_is(data: bytes, says: str) -> None:
    assert reason(data).startswith(says)


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["bild.png"], "Filen är ett zip-arkiv, inte ett Word-dokument."),
        (["mimetype", "content.xml"], "Filen är ett OpenDocument-dokument"),
        (["[Content_Types].xml"], "Filen saknar den del som innehåller texten"),
    ],
)
def test_a_zip_without_a_word_document_is_refused(make: Any, names: list[str], says: str) -> None:
    assert reason(make.zip(dict.fromkeys(names, b""))).startswith(says)


@pytest.mark.parametrize(
    ("part", "says"),
    [("xl/workbook.xml", "Filen är en Excel-arbetsbok"), ("ppt/presentation.xml", "Filen är en PowerP")],
)
def test_another_office_document_is_told_for_what_it_is(make: Any, part: str, says: str) -> None:
    parts = make.parts("")
    del parts["word/document.xml"]
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", part.encode())
    assert reason(make.zip(parts | {part: b"<workbook/>"})).startswith(says)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_document_is_damaged(make: Any, share: float) -> None:
    data = make.zip(make.parts(make.p("Hej! " * 500)))
    assert reason(data[: int(len(data) * share)]).startswith("Word-dokumentet är skadat eller avkortat.")


@pytest.mark.parametrize("content", [b"", b"<w:document", b"Hej", b"<w:p/>", b"<letter/>", b"\xff\xfe<"])
def test_a_document_whose_text_is_no_xml_of_word_is_damaged(make: Any, content: bytes) -> None:
    parts = make.parts("") | {"word/document.xml": content}
    assert reason(make.zip(parts)).startswith("Word-dokumentet är skadat eller avkortat.")


def test_a_flipped_byte_is_found_by_the_checksum(make: Any) -> None:
    data = bytearray(make.zip(make.parts(make.p("Hej! " * 500))))
    start = data.index(b"word/document.xml") + len("word/document.xml")
    data[start + 20] ^= 0xFF
    assert reason(bytes(data)).startswith("Word-dokumentet är skadat eller avkortat.")


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "HA" * 50}">' for n in range(10))


@pytest.mark.parametrize("use", ["<w:t>&e9;</w:t>", '<w:sym w:char="&e9;"/>', "<w:t>Hej</w:t>"])
def test_an_entity_bomb_is_not_lit(make: Any, use: str) -> None:
    parts = make.parts(f"<w:p><w:r>{use}</w:r></w:p>")
    text = parts["word/document.xml"].replace(b"?>", f"?><!DOCTYPE w:document [{BOMB}]>".encode(), 1)
    assert reason(make.zip(parts | {"word/document.xml": text})).startswith("Word-dokumentet ")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_document_type_somewhere_else_is_not_fetched(make: Any, tmp_path: Any, scheme: str) -> None:
    outside = tmp_path / "x.dtd"
    outside.write_text('<!ENTITY x "hemligt">', "utf-8")
    address = outside.as_uri() if scheme == "file" else "http://localhost:9/x.dtd"
    parts = make.parts(make.p("<w:r><w:t>&x;</w:t></w:r>"))
    doctype = f'?><!DOCTYPE w:document SYSTEM "{address}">'.encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"?>", doctype, 1)
    assert "XML-kod som Word aldrig skriver" in reason(make.zip(parts))


def test_an_outside_entity_is_not_fetched(make: Any, tmp_path: Any) -> None:
    secret = tmp_path / "hemligt.txt"
    secret.write_text("hemligt", "utf-8")
    parts = make.parts(make.p("<w:r><w:t>&x;</w:t></w:r>"))
    doctype = f'?><!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"?>", doctype, 1)
    assert "XML-kod som Word aldrig skriver" in reason(make.zip(parts))


@pytest.mark.parametrize("part", ["word/document.xml", "word/footer1.xml"])
def test_a_part_that_unpacks_to_far_too_much_is_refused(make: Any, part: str) -> None:
    body = make.p("Hej") + '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    parts = make.parts(body, {"footer1": make.p("Storgatan 1")})
    parts[part] += bytes(33 * 2**20)
    assert "orimligt stor" in reason(make.zip(parts))


def test_a_part_that_claims_4_gb_is_not_unpacked(make: Any) -> None:
    file = BytesIO(make.zip(make.parts(make.p("Hej"))))
    with zipfile.ZipFile(file, "a") as package:
        package.getinfo("word/document.xml").file_size = 2**32
        package.writestr("docProps/app.xml", b"")  # has the directory written anew
    assert "orimligt stor" in reason(file.getvalue())


def test_a_part_that_claims_less_than_it_holds_is_damaged(make: Any) -> None:
    file = BytesIO(make.zip(make.parts(make.p("Hej " * 1000))))
    with zipfile.ZipFile(file, "a") as package:
        package.getinfo("word/document.xml").file_size = 100
        package.writestr("docProps/app.xml", b"")
    assert reason(file.getvalue()).startswith("Word-dokumentet är skadat")


def test_a_packing_that_word_does_not_use_is_not_unpacked(make: Any) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as package:
        for name, content in make.parts(make.p("Hej")).items():
            package.writestr(name, content)
    assert reason(file.getvalue()).startswith("Word-dokumentet är skadat")


@pytest.mark.parametrize("depth", [60, 5000, 100_000])
def test_no_nesting_exhausts_the_reader(make: Any, depth: int) -> None:
    opened, closed = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    data = make.zip(make.parts(opened + make.p("Innerst") + closed))
    if depth < 80:
        assert "Innerst" in [block.text for block in docx.read(data, "brev.docx").blocks]
    else:
        assert reason(data).startswith("Word-dokumentet är skadat")


@given(data=st.data())
def test_whatever_is_damaged_the_answer_is_a_letter_or_one_line(make: Any, data: Any) -> None:
    body = make.tbl(make.tc("Namn") + make.tc()) + make.p(make.box(make.p("Ruta")), make.field("REF a", "bilaga"))
    parts = make.parts(body, {"styles": "", "footer1": make.p("Storgatan 1")})
    part = data.draw(st.sampled_from(sorted(parts)))
    tags = parts[part].split(b"<")
    start = data.draw(st.integers(0, len(tags)))
    moved = tags.pop(data.draw(st.integers(0, len(tags) - 1)))
    parts[part] = b"<".join([*tags[:start], moved, *tags[start:]])
    package = bytearray(make.zip(parts))
    if data.draw(st.booleans()):
        package[data.draw(st.integers(2, len(package) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        outcome = "".join(docx.read(bytes(package), "brev.docx").notes)
    except ReadError as error:
        outcome = error.reason
    assert "\n" not in outcome
