"""What a reader calls the places of a letter that has no lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.letter import Block, Cell, Role
from klarsprak.prose.near import describe_blocks
from klarsprak.readers import docx
from klarsprak.readers.html import page
from klarsprak.reports.places import page_and_line

CORPORA = Path(__file__).parents[2] / "corpora" / "letters"
HEADING, ITEM = Role.HEADING, Role.LIST_ITEM


def cell(table: int, row: int, role: Role = Role.TABLE_CELL) -> Block:
    return Block("x", role, cell=Cell(table, row, 0))


def last(*blocks: Block) -> str:
    return describe_blocks(blocks)[-1]


LETTERS = {
    "1:a stycket": [Block("Hej!")],
    "2:a stycket": [Block("Hej!"), Block("Du får det.")],
    "rubriken Beslut": [Block("Hej!"), Block("Beslut", HEADING)],
    "1:a stycket under Beslut": [Block("Hej!"), Block("Beslut", HEADING), Block("Du får det.")],
    "2:a punkten under Gör så här": [Block("Gör så här:", HEADING), Block("Ring."), *[Block("x", ITEM)] * 2],
    "3:e stycket under Skäl": [Block("Skäl", HEADING), Block("a"), Block("b"), Block("x", ITEM), Block("c")],
    "1:a stycket under Frågor?": [Block("Skäl", HEADING), Block("a"), Block("Frågor?", HEADING), Block("b")],
    "tabellen under Kostnad, rad 2": [Block("Kostnad", HEADING), cell(0, 0), cell(0, 1)],
    "tabellen, rad 1": [cell(0, 0)],
    "2:a tabellen under Kostnad, rad 1": [Block("Kostnad", HEADING), cell(0, 0), cell(1, 0)],
    "1:a stycket under Kostnad": [Block("Kostnad", HEADING), cell(0, 0), Block("Du betalar.")],
    "sidhuvudet": [Block("Solberga kommun", Role.HEADER)],
    "sidfoten": [Block("Beslut", HEADING), Block("Box 1", Role.FOOTER)],
    "en fotnot": [Block("Se lagen.", Role.FOOTNOTE)],
    "en textruta": [Block("Beslut", HEADING), cell(0, 0, Role.TEXT_BOX)],
}


@pytest.mark.parametrize(("name", "blocks"), LETTERS.items(), ids=LETTERS)
def test_each_place_is_called_what_a_reader_calls_it(name: str, blocks: list[Block]) -> None:
    assert last(*blocks) == name


def test_of_a_long_heading_so_much_is_said_that_it_is_found() -> None:
    heading = Block("Så här har vi räknat ut\nvad du ska betala till kommunen.", HEADING)
    assert last(heading, Block("x")) == "1:a stycket under Så här har vi räknat ut vad du ska …"


def test_findings_in_a_word_document_say_under_which_heading_they_stand() -> None:
    data = (CORPORA / "beslut-bygglov.docx").read_bytes()
    places = [finding.place for finding in Checker().check(docx.read(data, "")).findings if finding.place]
    assert "2:a stycket under Skäl för beslutet" in {place.near for place in places}
    assert all(place.near and place.line is None for place in places)


def test_a_web_page_has_lines_that_its_reader_does_not_see() -> None:
    letter = page.read("<h1>Beslut</h1>\n<p>Du har ej fått det stöd som du har sökt hos oss.</p>".encode(), "")
    places = [finding.place for finding in Checker().check(letter).findings if finding.text == "ej"]
    assert [(place.line, place.near) for place in places if place] == [(2, "1:a stycket under Beslut")]
    assert list(page_and_line(places[0])) == ["1:a stycket under Beslut"]
