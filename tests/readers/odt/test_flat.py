"""OpenDocument texts in a single XML file (.fodt), as LibreOffice writes them."""

from __future__ import annotations

import pytest

from klarsprak.letter import Letter, Role, Unreadable
from klarsprak.readers import read_bytes
from tests.readers.odt.making import MIMETYPE, NAMESPACES, cell, note, p, table

NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
FOOTER = (
    '<style:master-page style:name="Standard" style:page-layout-name="pm1">'
    f"<style:footer>{p('Ekvalla kommun')}</style:footer></style:master-page>"
)


def flat(body: str, kind: str = MIMETYPE, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n<office:document {NAMES} office:version="1.3"'
        f' office:mimetype="{kind}"><office:automatic-styles><style:page-layout style:name="pm1"/>'
        f"</office:automatic-styles><office:master-styles>{FOOTER}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def read(data: bytes, name: str = "brev.fodt") -> Letter:
    (letter,) = read_bytes(data, name)
    assert isinstance(letter, Letter), letter
    return letter


def shown(data: bytes) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read(data).blocks]


def test_text_tables_notes_and_footers_are_read_as_from_a_packed_document() -> None:
    body = p(f"Du får bygglov.{note('Se 9 kap. plan- och bygglagen.')}") + table(
        cell(p("Avgift")) + cell(p("5 000 kronor"))
    )
    assert shown(flat(body)) == [
        (Role.PARAGRAPH, "Du får bygglov."),
        (Role.TABLE_CELL, "Avgift"),
        (Role.TABLE_CELL, "5 000 kronor"),
        (Role.FOOTER, "Ekvalla kommun"),
        (Role.FOOTNOTE, "Se 9 kap. plan- och bygglagen."),
    ]
    assert read(flat(body)).format == "fodt"


def test_what_was_deleted_with_tracking_stands_in_its_place_and_is_not_read() -> None:
    regions = "".join(
        f'<text:changed-region text:id="{name}"><text:{kind}/></text:changed-region>'
        for name, kind in (("c1", "deletion"), ("c2", "insertion"))
    )
    body = (
        f"<text:tracked-changes>{regions}</text:tracked-changes>"
        + p(
            'Du får <text:change-start text:change-id="c1"/>inte<text:tab/>'
            f'{note("Bort.")}<text:change-end text:change-id="c1"/>'
            '<text:change-start text:change-id="c2"/>ett<text:change-end text:change-id="c2"/> svar.'
        )
        + p('Slut<text:change-start text:change-id="c1"/> här')
        + p('Bort<text:change-end text:change-id="c1"/>.')
    )
    texts = [text for role, text in shown(flat(body)) if role is not Role.FOOTER]
    assert texts == ["Du får ett svar.", "Slut", "."]


def test_pictures_may_be_larger_than_any_text() -> None:
    picture = f"<draw:frame><draw:image><office:binary-data>{'QUJD' * 3_000_000}</office:binary-data></draw:image>"
    assert shown(flat(p(f"{picture}</draw:frame>Du får bygglov för en carport.") + p("Hej! " * 20)))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (flat(p("Hej"))[:-40], "skadat"),
        (flat(p("Hej"), head='<!DOCTYPE x [<!ENTITY a "HA">]>').replace(b"Hej", b"&a;"), "XML"),
        (flat(p("Hej"), kind="application/vnd.oasis.opendocument.spreadsheet"), "XML"),
        (flat(p("Hej" * 12_000_000)), "orimligt"),
        (flat(p("Hej" + "<text:s/>" * 2_000_000)), "orimligt"),
        (flat(""), "ingen text"),
        (flat(p("Hej"))[200:], ""),
    ],
    ids=["avkortad", "entitet", "kalkyl", "jättestor", "idel märken", "tom", "utan början"],
)
def test_what_cannot_be_read_is_told(data: bytes, says: str) -> None:
    (found,) = read_bytes(data.replace(b"Ekvalla kommun", b""), "brev.fodt")
    assert isinstance(found, Unreadable) or not says
    assert says in getattr(found, "reason", "")


def test_a_flat_document_with_another_name_is_told_so() -> None:
    assert read(flat(p("Hej Kim!")), "brev.docx").notes == [
        "Filen heter .docx, men är ett dokument från LibreOffice. Låt namnet sluta på .fodt."
    ]
