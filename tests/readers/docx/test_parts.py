"""Which parts of the package are read, in which order, and what is said of those that can't be."""

from __future__ import annotations

from typing import Any

import pytest

from klarsprak.letter import Role
from klarsprak.readers import docx

STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def section(*references: str, inner: str = "") -> str:
    """A section that refers to parts: ``header1:default``."""
    found = []
    for reference in references:
        part, _, kind = reference.partition(":")
        found.append(f'<w:{part.rstrip("0123456789")}Reference w:type="{kind}" r:id="{part}"/>')
    return f"<w:sectPr>{''.join(found)}{inner}</w:sectPr>"


def test_headers_come_first_and_footers_and_notes_last(make: Any) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    blocks = make.blocks(
        make.p("Hej!", reference) + section("footer1:default", "header1:default"),
        header1=make.p("Lindviks kommun"),
        footer1=make.p("Storgatan 1"),
        footnotes=f'<w:footnote w:id="2">{make.p("Fotnot")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{make.p("Slutnot")}</w:endnote>',
    )
    assert [(block.text, block.role) for block in blocks] == [
        ("Lindviks kommun", Role.HEADER),
        ("Hej!", Role.PARAGRAPH),
        ("Storgatan 1", Role.FOOTER),
        ("Fotnot", Role.FOOTNOTE),
        ("Slutnot", Role.FOOTNOTE),
    ]
    assert blocks[2].place.at(0).part == "word/footer1.xml"


def test_a_table_and_a_text_box_in_a_footer_belong_to_the_footer(make: Any) -> None:
    footer = make.tbl(make.tc("Växel")) + make.p(make.box(make.p("Besök oss")))
    blocks = make.blocks(make.p("Hej") + section("footer1:default"), footer1=footer)
    assert [(block.text, block.role) for block in blocks[1:]] == [("Växel", Role.FOOTER), ("Besök oss", Role.FOOTER)]


PAGES = {"header1": "Första sidan", "header2": "Varje sida", "header3": "Jämna sidor"}
ALL = ("header3:even", "header2:default", "header1:first")


@pytest.mark.parametrize(
    ("title_page", "even", "shown"),
    [
        ("", "", ["Varje sida"]),
        ("<w:titlePg/>", "", ["Första sidan", "Varje sida"]),
        ('<w:titlePg w:val="0"/>', "", ["Varje sida"]),
        ("", "<w:evenAndOddHeaders/>", ["Varje sida", "Jämna sidor"]),
    ],
)
def test_first_and_even_pages_count_only_where_the_document_uses_them(
    make: Any, title_page: str, even: str, shown: list[str]
) -> None:
    parts = {name: make.p(text) for name, text in PAGES.items()}
    texts = make.texts(make.p("Hej") + section(*ALL, inner=title_page), settings=even, **parts)
    assert texts == [*shown, "Hej"]


def test_every_sections_header_is_read_once(make: Any) -> None:
    parts = {name: make.p(text) for name, text in PAGES.items()}
    first = make.p("Ett", properties=section("header2:default", "header1:first"))
    second = make.p("Två", properties=section("header3:default"))
    third = section("header2:default", inner="<w:titlePg/>")  # shows the first page's header of the first section
    assert make.texts(first + second + third, **parts) == ["Varje sida", "Jämna sidor", "Första sidan", "Ett", "Två"]


def test_the_section_before_a_tracked_change_is_not_read(make: Any) -> None:
    change = f"<w:sectPrChange>{section('header1:default')}</w:sectPrChange>"
    body = make.p("Hej") + section("header2:default", inner=change)
    assert make.texts(body, header1=make.p("Förr"), header2=make.p("Nu")) == ["Nu", "Hej"]


def test_footnotes_come_in_the_order_of_their_references_and_only_those_referred_to(make: Any) -> None:
    def refer(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    notes = "".join(f'<w:footnote w:id="{number}">{make.p(f"Not {number}")}</w:footnote>' for number in range(5))
    blocks = make.blocks(make.p("Hej", refer(4), refer(2), f"<w:del>{refer(3)}</w:del>"), footnotes=notes)
    assert [block.text for block in blocks] == ["Hej", "Not 4", "Not 2"]
    assert [block.place.at(0).paragraph for block in blocks[1:]] == [4, 2]


def test_a_strict_document_is_read_like_any_other(make: Any) -> None:
    parts = make.parts(
        make.p("Hej", make.r("dolt", '<w:vanish w:val="1"/>')) + section("footer1:default"),
        {"footer1": make.p("Storgatan 1")},
    )
    for transitional, strict in STRICT.items():
        parts = {name: content.replace(transitional.encode(), strict.encode()) for name, content in parts.items()}
    assert [block.text for block in docx.read(make.zip(parts), "brev.docx").blocks] == ["Hej", "Storgatan 1"]


def test_the_main_part_may_have_another_name(make: Any) -> None:
    parts = make.parts(make.p("Hej"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    (block,) = docx.read(make.zip(parts), "brev.docm").blocks
    assert (block.text, block.place.at(0).part) == ("Hej", "word/document2.xml")


def test_parts_with_the_backslashes_of_windows_are_found(make: Any) -> None:
    parts = {name.replace("/", "\\"): content for name, content in make.parts(make.p("Hej")).items()}
    assert docx.read(make.zip(parts), "brev.docx").blocks[0].text == "Hej"


@pytest.mark.parametrize(
    ("part", "content", "note"),
    [
        ("word/footer1.xml", b"<w:ftr", "En sidfot kunde inte läsas, eftersom dokumentet är skadat."),
        ("word/footer1.xml", None, "En sidfot kunde inte läsas, eftersom dokumentet är skadat."),
        ("word/styles.xml", b"", "Formatmallarna kunde inte läsas, eftersom dokumentet är skadat."),
        (
            "word/_rels/document.xml.rels",
            b"<x",
            "Sidhuvud, sidfot och noter kunde inte läsas, eftersom dokumentet är skadat.",
        ),
    ],
)
def test_a_broken_part_beside_the_text_is_noted_and_the_text_read(
    make: Any, part: str, content: bytes | None, note: str
) -> None:
    parts = make.parts(make.p("Hej") + section("footer1:default"), {"footer1": make.p("Storgatan 1"), "styles": ""})
    del parts[part]
    if content is not None:
        parts[part] = content
    letter = docx.read(make.zip(parts), "brev.docx")
    assert "Hej" in [block.text for block in letter.blocks]
    assert letter.notes == [f"{note} Öppna det i Word och spara på nytt."]


def test_a_whole_document_has_no_notes(make: Any) -> None:
    letter = make.read(make.p("Hej") + section("footer1:default"), footer1=make.p("Storgatan 1"))
    assert (letter.source, letter.format, letter.notes) == ("brev.docx", "docx", [])
