"""The part that a paragraph plays: heading, list item, table cell."""

from __future__ import annotations

from typing import Any

import pytest

from klarsprak.letter import Cell, Role


def style(identity: str, name: str, inner: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{inner}</w:style>'


STYLES = "".join(
    (
        style("Rubrik1", "heading 1"),
        style("Brevrubrik", "Brevets namn", '<w:basedOn w:val="Rubrik1"/>'),
        style("Egen", "Egen", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("Punkt", "Punkt", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
        style("Ring", "Ring", '<w:basedOn w:val="Ring"/>'),
    )
)


@pytest.mark.parametrize(
    ("properties", "role"),
    [
        ("", Role.PARAGRAPH),
        ('<w:pStyle w:val="Rubrik1"/>', Role.HEADING),
        ('<w:pStyle w:val="Brevrubrik"/>', Role.HEADING),
        ('<w:pStyle w:val="Egen"/>', Role.HEADING),
        ('<w:outlineLvl w:val="0"/>', Role.HEADING),
        ('<w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="9"/>', Role.HEADING),
        ('<w:pStyle w:val="Rubrik1"/><w:numPr><w:numId w:val="1"/></w:numPr>', Role.HEADING),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', Role.LIST_ITEM),
        ('<w:pStyle w:val="Punkt"/>', Role.LIST_ITEM),
        ('<w:pStyle w:val="Punkt"/><w:numPr><w:numId w:val="0"/></w:numPr>', Role.PARAGRAPH),
        ('<w:pStyle w:val="Ring"/>', Role.PARAGRAPH),
        ('<w:pStyle w:val="FinnsInte"/>', Role.PARAGRAPH),
    ],
)
def test_the_style_and_the_paragraph_itself_say_what_a_paragraph_is(make: Any, properties: str, role: Role) -> None:
    (block,) = make.blocks(make.p("Beslut", properties=properties), styles=STYLES)
    assert block.role is role


@pytest.mark.parametrize(
    "name", ["heading 1", "Rubrik 2", "Underrubrik", "Huvudrubrik", "Överskrift 1", "Title", "Subtitle"]
)
def test_a_style_is_one_for_headings_by_its_name(make: Any, name: str) -> None:
    (block,) = make.blocks(make.p("Beslut", properties='<w:pStyle w:val="A"/>'), styles=style("A", name))
    assert block.role is Role.HEADING


@pytest.mark.parametrize("name", ["toc 1", "toc 9", "TOC 2", "Contents 1", "Innehåll 3", "table of figures"])
def test_a_style_is_one_for_lines_of_contents_by_its_name(make: Any, name: str) -> None:
    properties = '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    (block,) = make.blocks(make.p("1\tInledning\t6", properties=properties), styles=style("A", name))
    assert block.role is Role.CONTENTS


@pytest.mark.parametrize("name", ["Normal", "Rubriken", "Body text", "Titelsida"])
def test_other_names_are_no_headings(make: Any, name: str) -> None:
    (block,) = make.blocks(make.p("Beslut", properties='<w:pStyle w:val="A"/>'), styles=style("A", name))
    assert block.role is Role.PARAGRAPH


def test_each_cell_knows_its_row_and_column(make: Any) -> None:
    blocks = make.blocks(make.tbl(make.tc("Namn") + make.tc("Anna"), make.tc("Telefon") + make.tc("08-465 004 12")))
    assert {block.role for block in blocks} == {Role.TABLE_CELL}
    assert [(block.text, block.cell) for block in blocks] == [
        ("Namn", Cell(0, 0, 0)),
        ("Anna", Cell(0, 0, 1)),
        ("Telefon", Cell(0, 1, 0)),
        ("08-465 004 12", Cell(0, 1, 1)),
    ]


def test_an_empty_cell_is_an_empty_block_with_its_place(make: Any) -> None:
    (_, empty) = make.blocks(make.tbl(make.tc("Telefon") + make.tc()))
    assert (empty.text, empty.role, empty.cell) == ("", Role.TABLE_CELL, Cell(0, 0, 1))
    assert empty.place.at(0).paragraph == 1


def test_the_lower_part_of_a_merged_cell_is_not_an_empty_cell(make: Any) -> None:
    upper, lower = make.tc("Namn", properties='<w:vMerge w:val="restart"/>'), make.tc(properties="<w:vMerge/>")
    assert make.texts(make.tbl(upper, lower)) == ["Namn"]


def test_columns_count_what_a_wide_cell_spans(make: Any) -> None:
    wide = make.tc("Sökande", properties='<w:gridSpan w:val="2"/>')
    blocks = make.blocks(make.tbl(wide + make.tc("Datum")))
    assert [block.cell for block in blocks] == [Cell(0, 0, 0), Cell(0, 0, 2)]


def test_a_cell_may_hold_several_paragraphs_and_another_table(make: Any) -> None:
    inner = make.tbl(make.tc("inre"))
    blocks = make.blocks(make.tbl(make.tc("ett", "två") + make.tc(inner, "<w:p/>")) + make.tbl(make.tc("sist")))
    assert [(block.text, block.cell) for block in blocks] == [
        ("ett", Cell(0, 0, 0)),
        ("två", Cell(0, 0, 0)),
        ("inre", Cell(1, 0, 0)),
        ("sist", Cell(2, 0, 0)),
    ]


@pytest.mark.parametrize("gone", ["<w:del/>", "<w:hidden/>"])
def test_a_row_that_is_deleted_or_hidden_is_not_read(make: Any, gone: str) -> None:
    table = make.tbl(make.tc("borta"), make.tc("kvar")).replace("<w:tr>", f"<w:tr><w:trPr>{gone}</w:trPr>", 1)
    assert make.texts(table) == ["kvar"]


def test_a_table_in_a_text_box_belongs_to_the_box(make: Any) -> None:
    (box,) = make.blocks(make.p(make.box(make.tbl(make.tc("Avgift")))))
    assert (box.role, box.cell) == (Role.TEXT_BOX, Cell(0, 0, 0))
