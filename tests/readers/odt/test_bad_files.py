"""Files that are no OpenDocument texts, damaged, locked, or made to do harm: one clear line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers import odt, read_bytes
from tests.readers.odt.making import MANIFEST, MIMETYPE, document, p, parts, zipped

DAMAGED = "Dokumentet är skadat eller avkortat."
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "HA" * 50}">' for n in range(10))


def reason(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        odt.read(data, "brev.odt")
    assert "\n" not in caught.value.reason
    return caught.value.reason


def with_doctype(doctype: str, text: str) -> bytes:
    files = parts(p(text))
    files["content.xml"] = files["content.xml"].replace(b"?>", f"?><!DOCTYPE x {doctype}>".encode(), 1)
    return zipped(files)


@pytest.mark.parametrize("content", [b"", b"<office:x", b"Hej", b"<letter/>", b"\xff\xfe<"])
def test_a_document_whose_text_is_no_opendocument_is_damaged(content: bytes) -> None:
    assert reason(zipped(parts("") | {"content.xml": content})).startswith(DAMAGED)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_document_is_damaged(share: float) -> None:
    data = document(p("Hej! " * 500))
    assert reason(data[: int(len(data) * share)]).startswith(DAMAGED)


def test_a_document_without_styles_is_read_with_a_note() -> None:
    letter = odt.read(zipped(parts(p("Hej")) | {"styles.xml": b"<"}), "brev.odt")
    assert [block.text for block in letter.blocks] == ["Hej"]
    assert letter.notes == [
        "Sidhuvud, sidfot och formatmallar kunde inte läsas, eftersom dokumentet är skadat. "
        "Öppna det i LibreOffice och spara på nytt."
    ]


LOCKED_PART = (
    f'<m:manifest xmlns:m="{MANIFEST}"><m:file-entry m:full-path="content.xml"><m:encryption-data/>'
    "</m:file-entry></m:manifest>"
)


@pytest.mark.parametrize(
    "files",
    [
        parts(p("Hej")) | {"content.xml": b"\x8f\x01", "META-INF/manifest.xml": LOCKED_PART.encode()},
        {"mimetype": MIMETYPE.encode(), "encrypted-package": b"\x8f\x01", "META-INF/manifest.xml": b"<m/>"},
    ],
)
def test_a_locked_document_asks_for_one_without_password(files: dict[str, bytes]) -> None:
    (item,) = read_bytes(zipped(files), "brev.odt")
    assert isinstance(item, Unreadable)
    assert item.format == "odt"
    assert item.reason == "Dokumentet är skyddat med lösenord. Spara det utan lösenord och kör igen."


def test_an_entity_bomb_is_not_lit() -> None:
    assert reason(with_doctype(f"[{BOMB}]", "&e9;")).startswith("Dokumentet ")


def test_an_outside_entity_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "hemligt.txt"
    secret.write_text("hemligt", "utf-8")
    data = with_doctype(f'[<!ENTITY x SYSTEM "{secret.as_uri()}">]', "&x;")
    assert "XML-kod som LibreOffice aldrig skriver" in reason(data)


@pytest.mark.parametrize("part", ["content.xml", "styles.xml"])
def test_a_part_that_unpacks_to_far_too_much_is_refused(part: str) -> None:
    files = parts(p("Hej"))
    assert "orimligt stor" in reason(zipped(files | {part: files[part] + bytes(33 * 2**20)}))


def test_nesting_without_end_is_refused() -> None:
    assert reason(document("<text:section>" * 5000 + "</text:section>" * 5000)).startswith(DAMAGED)


PICTURE = '<draw:frame svg:width="17cm" svg:height="24cm"><draw:image xlink:href="Pictures/vapen.png"/></draw:frame>'


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "Dokumentet har ingen text."),
        (p(PICTURE), "Dokumentet har bilder och nästan ingen text"),
        (p(PICTURE + "Sida 1"), "Dokumentet har bilder och nästan ingen text"),
    ],
)
def test_a_document_without_text_is_not_clean(body: str, says: str) -> None:
    assert reason(document(body)).startswith(says)


def test_a_logotype_beside_a_short_message_is_no_scan() -> None:
    body = p(PICTURE.replace("17cm", "3cm").replace("24cm", "20mm") + "Hej!")
    assert [block.text for block in odt.read(document(body), "brev.odt").blocks] == ["Hej!"]


def test_an_odt_is_found_by_content() -> None:
    (letter,) = read_bytes(document(p("Hej Kim!")), "brev utan ändelse")
    assert isinstance(letter, Letter)
    assert letter.format == "odt"


@pytest.mark.parametrize(("side", "notes"), [("24cm", 1), ("8cm", 0)])
def test_a_picture_that_fills_a_page_of_a_letter_with_text_is_noted(side: str, notes: int) -> None:
    letter = odt.read(document(p(PICTURE.replace("24cm", side)) + p("Du får bygglov. " * 10)), "brev.odt")
    assert len(letter.unread) == notes
