"""The part that a paragraph plays: heading, list item, line of contents, prompt."""

from __future__ import annotations

import pytest

from klarsprak.letter import Mark, MarkKind
from tests.readers.rtf.making import HEAD, read, shown, texts

STYLES = (
    HEAD
    + r"{\stylesheet{\ql\widctlpar \fs24 \snext0 Normal;}"
    + r"{\s1\outlinelevel0 \sbasedon0 \snext0 heading 1,Rubrik 1;}{\s2\sbasedon0 Underrubrik;}"
    + r"{\s3\sbasedon1 Brevets namn;}{\s4{\*\keycode \ctrl x}\outlinelevel1 Egen;}{\s5\sbasedon5 Ring;}"
    + r"{\s6\outlinelevel9\sbasedon0 Text;}{\s7 toc 1;}{\s8 Sidhuvud;}"
    + r"{\*\cs10 \additive Default Paragraph Font;}{\*\cs15 \additive Placeholder Text;}{\*\ts11 Table Normal;}}"
)


@pytest.mark.parametrize(
    ("properties", "role"),
    [
        ("", "paragraph"),
        (r"\s0", "paragraph"),
        (r"\s1", "heading"),
        (r"\s2", "heading"),
        (r"\s3", "heading"),
        (r"\s4", "heading"),
        (r"\s5", "paragraph"),
        (r"\s6", "paragraph"),
        (r"\s7", "contents"),
        (r"\s8", "paragraph"),
        (r"\s99", "paragraph"),
        (r"\outlinelevel0", "heading"),
        (r"\outlinelevel9", "paragraph"),
        (r"\s1\ls2", "heading"),
        (r"\ls1\ilvl0", "list_item"),
        (r"\ls0", "paragraph"),
        (r"{\listtext\pard\plain 1.\tab}", "list_item"),
        (r"{\pntext\f1\'B7\tab}", "list_item"),
        (r"{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb\'B7}}", "list_item"),
        (r"{\*\pn\pnlvlbody\pndec{\pntxta .}}", "list_item"),
        (r"{\*\pn\pnlvlcont}", "paragraph"),
        (r"{\s1 }", "paragraph"),
    ],
)
def test_style_outline_and_list_give_the_role(properties: str, role: str) -> None:
    assert shown(read(rf"\pard\plain {properties} Text\par", STYLES)) == [(role, "Text")]


def test_an_old_list_goes_on_to_the_next_pard() -> None:
    body = (
        r"\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}\fi-720 Leg\par "
        r"{\pntext\f1\'B7\tab}Foto\par\pard Slut\par"
    )
    assert shown(read(body)) == [("list_item", "Leg"), ("list_item", "Foto"), ("paragraph", "Slut")]


def test_what_holds_where_the_paragraph_ends_counts() -> None:
    assert shown(read(r"{\pard\s1 Rubrik\par}{\pard Text\par}{\pard\s1 Sist}", STYLES)) == [
        ("heading", "Rubrik"),
        ("paragraph", "Text"),
        ("heading", "Sist"),
    ]


def test_a_typed_list_mark_is_text_as_in_word() -> None:
    assert texts(r"\bullet\tab Leg\par") == ["•\tLeg"]


def test_a_prompt_is_marked() -> None:
    (block,) = read(r"Namn: {\cs15 Klicka här }{\cs15 för text}.", STYLES).blocks
    assert block.text == "Namn: Klicka här för text."
    assert block.marks == (Mark(MarkKind.PLACEHOLDER, 6, 25),)


def test_places_tell_the_paragraph() -> None:
    blocks = read(r"a\par\par b{\i c}\par").blocks
    assert [[anchor.paragraph for anchor in block.place.anchors] for block in blocks] == [[0], [2]]
