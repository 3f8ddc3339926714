"""Which lines could be headings, and what tells that one is none."""

from __future__ import annotations

import pytest

from klarsprak.phrases import is_closing
from klarsprak.readers.text.headings import NO_HEADING, may_be_heading

LINES = {
    "is long": "Så här gör du när du vill att vi ska pröva ditt ärende en gång till och har nytt att berätta",
    "ends otherwise": "Läs mer.",
    "begins small": "en situationsplan",
    "has no word": "3 B",
    "goes on after a sentence": "Ring oss. Vi svarar",
    "greets": "Hej Anna",
    "is a label": "Vår referens",
    "is a date": "Ekvalla den 3 mars 2026",
    "is an address": "Ängsvägen 3, 123 45 Ekvalla",
}


@pytest.mark.parametrize("sign", [name for name, _ in NO_HEADING])
def test_each_sign_that_a_line_is_no_heading_has_a_line_that_shows_it_alone(sign: str) -> None:
    assert [name for name, holds in NO_HEADING if holds(LINES[sign])] == [sign]


@pytest.mark.parametrize(
    "line", ["Så här överklagar du", "BESLUT", "Vem äger vad?", "1.2 Bakgrund", "2. Förslaget", "Ang. ditt brev."]
)
def test_a_heading_shows_no_sign_that_it_is_none(line: str) -> None:
    assert may_be_heading(line)


@pytest.mark.parametrize(
    "line",
    ["Med vänlig hälsning", "Vänliga hälsningar,", "Hälsningar", "På nämndens vägnar", "Mvh!", "Enligt uppdrag"],
)
def test_a_closing_phrase_is_known(line: str) -> None:
    assert is_closing(line)


@pytest.mark.parametrize("line", ["Hälsningar kan skickas till oss", "Med vänligt bemötande", "På väg till skolan"])
def test_other_lines_close_no_letter(line: str) -> None:
    assert not is_closing(line)
