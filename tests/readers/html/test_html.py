"""HTML: what a browser would show, and nothing else."""

from __future__ import annotations

import pytest

from klarsprak.letter import Cell, Role
from klarsprak.readers.html.page import read


def shown(body: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read(body.encode(), "brev.html").blocks]


def texts(body: str) -> list[str]:
    return [text for _, text in shown(body)]


def test_blocks_follow_the_elements() -> None:
    body = (
        "<h1>Beslut</h1><p>Du får <b>bidrag</b>\n  för en ramp.</p><ul><li>ett foto</li>"
        "<li><p>en ritning</p></li></ul><div>Hör av dig<div>till mig.</div>Anna</div>"
    )
    assert shown(body) == [
        (Role.HEADING, "Beslut"),
        (Role.PARAGRAPH, "Du får bidrag för en ramp."),
        (Role.LIST_ITEM, "ett foto"),
        (Role.LIST_ITEM, "en ritning"),
        (Role.PARAGRAPH, "Hör av dig"),
        (Role.PARAGRAPH, "till mig."),
        (Role.PARAGRAPH, "Anna"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x</script>",
        "<style>p {color: red}</style>",
        "<!-- gömt -->",
        "<template>gömt</template>",
        '<span style="display: none">gömt</span>',
        '<div style="visibility:hidden">gömt</div>',
        '<p style="display:none;mso-hide:all">gömt</p>',
        '<span style="mso-list: Ignore">gömt</span>',
        '<span style="font-size:0px; color: white">gömt</span>',
        "<p hidden>gömt</p>",
        "<style>.pre {display:none}</style><div class='pre'>gömt</div>",
        "<del>gömt</del>",
        "<!--[if mso]><p>gömt</p><![endif]-->",
    ],
)
def test_only_what_shows_is_read(hidden: str) -> None:
    assert texts(f"<html><head><title>Titel</title></head><body><p>Hej {hidden}</p><p>Anna</p></body></html>") == [
        "Hej",
        "Anna",
    ]


def test_a_class_that_is_hidden_on_telephones_only_shows() -> None:
    style = "<style>@media (max-width: 600px) { .bred {display:none} }</style>"
    assert texts(f"{style}<p class=bred>Hej</p>") == ["Hej"]


def test_entities_become_characters_and_no_break_spaces_stay() -> None:
    assert texts("<p>3&nbsp;860 kr f&ouml;r &quot;ramp&quot; &#8211; allt</p>") == ['3\u00a0860 kr för "ramp" – allt']


def test_line_breaks_are_lines_as_in_plain_text() -> None:
    body = "<p>Gör så här:<br>- Skriv ett brev.<br>\n- Skicka det.</p><p>Hälsningar<br>Anna Berg<br><br>Box 12</p>"
    assert shown(body) == [
        (Role.PARAGRAPH, "Gör så här:"),
        (Role.LIST_ITEM, "- Skriv ett brev."),
        (Role.LIST_ITEM, "- Skicka det."),
        (Role.PARAGRAPH, "Hälsningar"),
        (Role.PARAGRAPH, "Anna Berg"),
        (Role.PARAGRAPH, "Box 12"),
    ]


def test_a_bold_line_above_text_is_a_heading() -> None:
    assert shown("<p>Hej Rut!</p><p><b>Så här gör vi nu</b></p><p>Vi skickar en ny faktura till dig.</p>") == [
        (Role.PARAGRAPH, "Hej Rut!"),
        (Role.HEADING, "Så här gör vi nu"),
        (Role.PARAGRAPH, "Vi skickar en ny faktura till dig."),
    ]


def test_a_table_of_data_gives_cells_with_their_place() -> None:
    body = "<table><tr><th>Avgift</th><th>Belopp</th></tr><tr><td>Bygglov</td><td> </td></tr></table>"
    cells = [(block.text, block.role, block.cell) for block in read(body.encode(), "brev.html").blocks]
    assert cells == [
        ("Avgift", Role.TABLE_CELL, Cell(0, 0, 0)),
        ("Belopp", Role.TABLE_CELL, Cell(0, 0, 1)),
        ("Bygglov", Role.TABLE_CELL, Cell(0, 1, 0)),
        ("", Role.TABLE_CELL, Cell(0, 1, 1)),
    ]


def test_a_table_that_only_lays_out_the_page_gives_paragraphs() -> None:
    body = "<table role=presentation><tr><td><p>Hej Kim!</p></td><td><p>Ekvalla kommun</p></td></tr></table>"
    assert shown(body) == [(Role.PARAGRAPH, "Hej Kim!"), (Role.PARAGRAPH, "Ekvalla kommun")]


def test_a_list_item_that_word_made_is_a_list_item_without_its_number() -> None:
    body = (
        "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Skriv ett brev.<o:p></o:p></p>"
    )
    assert shown(body) == [(Role.LIST_ITEM, "Skriv ett brev.")]


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset=windows-1252><p>Åsa får öl</p></html>".encode("cp1252"),
        "<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>Åsa får öl</p>".encode(
            "latin-1"
        ),
        "<html><p>Åsa får öl</p></html>".encode("utf-16"),
        "<html><p>Åsa får öl</p></html>".encode(),
        "<?xml version='1.0' encoding='UTF-8'?><html><p>Åsa får öl</p></html>".encode(),
    ],
)
def test_the_character_set_is_declared_or_found(data: bytes) -> None:
    assert [block.text for block in read(data, "brev.html").blocks] == ["Åsa får öl"]


def test_a_blocks_place_is_its_line_in_the_source() -> None:
    block = read(b"<html>\n<body>\n<p>Hej</p>\n<p>Anna</p>", "brev.html").blocks[1]
    assert block.place.at(2).line == 4


def test_elements_nested_a_thousand_deep_are_read() -> None:
    assert texts("<div>" * 1500 + "Hej" + "</div>" * 1500) == ["Hej"]
