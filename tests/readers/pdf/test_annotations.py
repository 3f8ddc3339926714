"""What stands on a page without being part of its content: what was typed, stamped or drawn there."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from klarsprak.letter import Letter
from klarsprak.readers import pdf

OWN, TYPED = "Du får bygglov.", "Hej Åsa, du får det också."
RECT = (70, 300, 500, 340)


def texts(subtype: str, entries: dict[str, PdfObject], drawn: str | None = None) -> list[str]:
    """What is read of a page that says ``OWN`` and has an annotation with these entries, ``drawn`` if it is."""
    looks = None if drawn is None else form(drawn)
    return [block.text for block in letter(subtype, entries, looks).blocks]


def letter(subtype: str, entries: dict[str, PdfObject], looks: DecodedStreamObject | None) -> Letter:
    """The letter with that page; ``looks`` draws the annotation, if anything does."""
    out = BytesIO()
    canvas = Canvas(out, A4)
    canvas.drawString(70, 700, OWN)
    canvas.save()
    writer = PdfWriter(clone_from=BytesIO(out.getvalue()))
    annotation = DictionaryObject({NameObject("/Subtype"): NameObject(f"/{subtype}"), NameObject("/Rect"): rect()})
    for key, value in entries.items():
        is_stream = isinstance(value, DecodedStreamObject)
        annotation[NameObject(f"/{key}")] = writer._add_object(value) if is_stream else value
    if looks is not None:
        annotation[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(looks)})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    made = BytesIO()
    writer.write(made)
    return pdf.read(made.getvalue(), "brev.pdf")


def rect() -> ArrayObject:
    return ArrayObject(map(FloatObject, RECT))


def form(text: str) -> DecodedStreamObject:
    """A form XObject that draws the text, which has no other signs than those of Latin 1."""
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    fonts = DictionaryObject({NameObject("/F"): names(font)})
    stream = DecodedStreamObject()
    stream.update(names({"/Type": "/XObject", "/Subtype": "/Form"}))
    stream[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, RECT[2] - RECT[0], RECT[3] - RECT[1])))
    stream[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream.set_data(f"BT /F 11 Tf 2 20 Td ({text}) Tj ET".encode("latin-1"))
    return stream


def names(entries: dict[str, str]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in entries.items()})


def test_what_was_typed_on_the_page_is_read_also_where_the_viewer_is_to_draw_it() -> None:
    assert texts("FreeText", {"Contents": TextStringObject(TYPED)}) == [OWN, TYPED]


@pytest.mark.parametrize("charset", ["latin-1", "utf-16", "utf-8-sig"])
def test_what_was_typed_is_read_in_each_encoding_of_the_format(charset: str) -> None:
    said = TYPED.encode(charset) if charset != "utf-16" else b"\xfe\xff" + TYPED.encode("utf-16-be")
    assert texts("FreeText", {"Contents": ByteStringObject(said)}) == [OWN, TYPED]


def test_a_field_whose_value_is_a_stream_is_read() -> None:
    value = DecodedStreamObject()
    value.set_data(TYPED.encode("latin-1"))
    assert texts("Widget", {"FT": NameObject("/Tx"), "V": value}) == [OWN, TYPED]


@pytest.mark.parametrize("subtype", ["FreeText", "Stamp", "Watermark", "Line", "Square"])
def test_what_the_file_draws_on_the_page_is_read_as_it_is_drawn(subtype: str) -> None:
    assert texts(subtype, {"Contents": TextStringObject("En anteckning.")}, TYPED) == [OWN, TYPED]


@pytest.mark.parametrize("subtype", ["Text", "FileAttachment", "Popup"])
def test_a_sign_to_press_is_no_text(subtype: str) -> None:
    assert texts(subtype, {"Contents": TextStringObject(TYPED)}, "Obs") == [OWN]


@pytest.mark.parametrize("subtype", ["Highlight", "Stamp", "Watermark", "Link"])
def test_what_is_noted_of_something_drawn_is_no_text_of_the_page(subtype: str) -> None:
    assert texts(subtype, {"Contents": TextStringObject(TYPED)}) == [OWN]


@pytest.mark.parametrize("subtype", ["Highlight", "Ink"])
def test_strokes_over_the_text_hold_none(subtype: str) -> None:
    assert texts(subtype, {}, TYPED) == [OWN]


@pytest.mark.parametrize("flag", [0b10, 0b100000])
def test_what_is_hidden_is_not_read(flag: int) -> None:
    assert texts("FreeText", {"Contents": TextStringObject(TYPED), "F": NumberObject(flag)}) == [OWN]


@pytest.mark.parametrize("sides", [(), (70, 300, 500), ("/a", "/b", "/c", "/d")])
@pytest.mark.parametrize("looks", [form(TYPED), None])
def test_what_has_no_place_on_the_page_is_not_shown(
    sides: tuple[object, ...], looks: DecodedStreamObject | None
) -> None:
    rect = ArrayObject(NameObject(side) if isinstance(side, str) else NumberObject(side) for side in sides)
    read = letter("FreeText", {"Rect": rect, "Contents": TextStringObject(TYPED)}, looks)
    assert ([block.text for block in read.blocks], read.notes) == ([OWN], [])


def test_flags_that_are_none_hide_nothing() -> None:
    assert texts("Stamp", {"F": NameObject("/x")}, TYPED) == [OWN, TYPED]


@pytest.mark.parametrize("entry", ["BBox", "Matrix"])
def test_what_cannot_be_drawn_takes_nothing_from_the_page_and_is_told(entry: str) -> None:
    broken = form(TYPED)
    broken[NameObject(f"/{entry}")] = ArrayObject([NumberObject(1)])
    read = letter("Stamp", {}, broken)
    assert [block.text for block in read.blocks] == [OWN]
    assert read.notes == ["Pdf-filen är skadad på sidan 1. All text där är kanske inte granskad."]
