"""Word documents that hold pictures where the text should be."""

from __future__ import annotations

from typing import Any

import pytest

from klarsprak.letter import ReadError

CM = 360_000
"""EMU to a centimetre."""


def picture(width: float, height: float) -> str:
    """A run with a picture of so many centimetres."""
    names = 'xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:pic="urn:pic"'
    extent = f'<wp:extent cx="{round(width * CM)}" cy="{round(height * CM)}"/>'
    shown = '<a:graphic><a:graphicData><pic:pic><a:blip r:embed="x"/></pic:pic></a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:inline {names}>{extent}{shown}</wp:inline></w:drawing></w:r>"


OLD_PICTURE = '<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
SCAN = picture(17, 24)
HEADER = {
    "header1": "<w:p><w:r><w:t>Solberga kommun, Box 14, 998 21 Solberga, telefon 08-465 004 01</w:t></w:r></w:p>"
}
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'


def reason(make: Any, body: str, **parts: str) -> str:
    with pytest.raises(ReadError) as caught:
        make.read(body, **parts)
    return caught.value.reason


@pytest.mark.parametrize("inner", [SCAN, picture(3, 2), OLD_PICTURE])
def test_a_document_of_pictures_only_cannot_be_read(make: Any, inner: str) -> None:
    assert "textigenkänning (OCR)" in reason(make, make.p(inner) + make.p(inner))


def test_a_letterhead_is_no_text_beside_the_pictures(make: Any) -> None:
    assert "textigenkänning (OCR)" in reason(make, make.p(SCAN) + SECTION, **HEADER)


def test_a_page_number_beside_a_scanned_page_is_no_text(make: Any) -> None:
    assert "textigenkänning (OCR)" in reason(make, make.p(SCAN) + make.p("Sida 1"))


@pytest.mark.parametrize("inner", [picture(5, 2), OLD_PICTURE])
def test_a_short_letter_with_a_logotype_is_read(make: Any, inner: str) -> None:
    assert make.texts(make.p(inner) + make.p("Hej! Vi ses på onsdag.")) == ["Hej! Vi ses på onsdag."]


def test_a_letter_with_a_large_picture_is_read(make: Any) -> None:
    text = "Hej Anna! Här kommer kartan som du bad om när vi talades vid i telefon i går."
    assert make.texts(make.p(text) + make.p(SCAN)) == [text]


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:p><w:r><w:t> – </w:t></w:r></w:p>"])
def test_a_document_without_any_text_is_told_of(make: Any, body: str) -> None:
    assert reason(make, body) == "Word-dokumentet har ingen text. Kontrollera att det är rätt fil."


def test_where_all_the_text_is_elsewhere_that_is_the_reason(make: Any) -> None:
    assert reason(make, '<w:altChunk r:id="x"/>').startswith("Ett inbäddat dokument är inte granskat.")
