"""What tells whether a line goes on in the next one."""

from __future__ import annotations

import pytest

from klarsprak.readers.text.columns import place_line
from klarsprak.readers.text.line import TextLine
from klarsprak.readers.text.lines import SIGNS_AT_SEAM, Seam, joins, starts_item, wrap_width

WIDTH = 68


def seam(above: str, below: str, in_item: bool = False, width: int | None = WIDTH) -> Seam:
    upper, lower = place_line(above, 1)[0], place_line(below, 2)[0]
    return Seam(upper, lower, upper if in_item else None, width)


SEAMS = {
    "cells side by side": seam("NORRLIDA KOMMUN          BESLUT", "Socialnämnden            1998-10-14"),
    "a label": seam("Anna Berg", "Telefon 0980-319 245"),
    "a hanging indent": seam("- Ett foto av huset,", "  Gärna från gatan.", in_item=True),
    "a chapter and its section": seam("Du får skolskjuts enligt 10 kap", "32 § skollagen."),
    "a sentence within text": seam("Ring oss gärna. Vi", "svarar alla dagar."),
    "a line too long to be wrapped": seam("Vi har läst ditt brev. " * 6, "Du får svar."),
}


@pytest.mark.parametrize(("sign", "answer"), [(name, answer) for name, _, answer in SIGNS_AT_SEAM])
def test_each_sign_at_a_line_end_has_lines_that_show_it_alone(sign: str, answer: bool) -> None:
    assert [name for name, shows, _ in SIGNS_AT_SEAM if shows(SEAMS[sign])] == [sign]
    assert joins(SEAMS[sign]) is answer


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        ("Du får svar på din ansökan om färdtjänst i god tid innan månaden är", "slut.", True),
        ("Du får svar på din ansökan om färdtjänst", "Anna Berg", False),
        ("Nämnden har den 2 september tagit emot din ansökan om färdtjänst i", "Ekvalla.", True),
        ("Du kan", "överklaga", False),
        ("Beslutet fattas med stöd av 12 § förordningen", "(1998:899) om miljöfarlig verksamhet.", True),
    ],
)
def test_the_width_of_the_text_decides_where_no_sign_does(above: str, below: str, goes_on: bool) -> None:
    assert joins(seam(above, below)) is goes_on


def test_a_text_that_was_never_wrapped_has_no_lines_that_go_on() -> None:
    assert not joins(
        seam("Nämnden har den 2 september tagit emot din ansökan om färdtjänst i", "Ekvalla.", width=None)
    )


def test_a_day_in_figures_may_end_a_sentence() -> None:
    assert joins(seam("Ring oss före 2026-03-09. Vi", "svarar alla dagar.", width=None))


def test_what_the_file_says_of_its_line_ends_is_surer() -> None:
    above, below = TextLine("Anna Berg", 1, soft=True), TextLine("Telefon 0980-319 245", 2)
    assert joins(Seam(above, below, None, None))


@pytest.mark.parametrize(
    ("above", "below", "is_item"),
    [
        ("Gör så här:", "1. Skriv ett brev.", True),
        ("Skicka med", "- ett foto", True),
        ("Kommunen har tittat på trottoaren och på vägen utanför din tomt och,", "- efter samråd - beslutat", False),
        ("Nämnden har tagit emot din ansökan, och den svarar dig senast klockan", "13) i veckan", False),
        ("Nämnden har tagit emot din ansökan, och den svarar dig senast klockan", "1. Skriv ett brev.", True),
    ],
)
def test_within_text_a_marker_may_be_something_else(above: str, below: str, is_item: bool) -> None:
    assert starts_item(seam(above, below)) is is_item


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Du får svar på din ansökan om färdtjänst i god\ntid innan månaden är slut.", 46),
        ("Du behöver skicka in\nritningar\nett foto", None),
        ("Vi har läst ditt brev. " * 6 + "\nDu får svar.", None),
    ],
)
def test_the_width_shows_where_sentences_go_on(text: str, width: int | None) -> None:
    lines = [line for number, raw in enumerate(text.split("\n"), 1) for line in place_line(raw, number)]
    assert wrap_width(lines) == width
