"""What a Word document holds besides the text that is read: told of, so that it never passes as read."""

from __future__ import annotations

from typing import Any

import pytest

from klarsprak.readers import docx
from tests.readers.docx.test_pictures import picture

TEXT = "Hej Anna! Du får färdtjänst till och med den 31 december, och kortet kommer i nästa vecka."
DECOY = "Hej! Allt är bra med den här texten, som ingen kommer att få se när filen öppnas i Word."
EMBEDDED = "Ett inbäddat dokument är inte granskat. Öppna det och granska det för sig."


def test_the_part_that_word_opens_is_read_whatever_lies_beside_it(make: Any) -> None:
    parts = make.parts(make.p(TEXT))
    parts["word/letter.xml"] = parts["word/document.xml"]
    parts["word/document.xml"] = make.parts(make.p(DECOY))["word/document.xml"]
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"letter.xml")
    assert [block.text for block in docx.read(make.zip(parts), "brev.docx").blocks] == [TEXT]


@pytest.mark.parametrize(
    ("program", "notes"),
    [("Word.Document.12", [EMBEDDED]), ("Package", [EMBEDDED]), ("Equation.3", []), ("Excel.Sheet.12", [])],
)
def test_a_document_within_the_document_is_noted(make: Any, program: str, notes: list[str]) -> None:
    inner = f'<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="{program}"/>'
    letter = make.read(make.p(TEXT, f"<w:r><w:object>{inner}</w:object></w:r>"))
    assert letter.notes == letter.unread == notes


@pytest.mark.parametrize(("width", "height", "is_noted"), [(17, 24, True), (16, 12, False), (5, 2, False)])
def test_a_picture_as_large_as_a_page_is_noted(make: Any, width: float, height: float, is_noted: bool) -> None:
    letter = make.read(make.p(TEXT) + make.p(picture(width, height)))
    expected = "En bild tar upp nästan en hel sida. Om den visar text är texten inte granskad."
    assert letter.notes == letter.unread == ([expected] if is_noted else [])
