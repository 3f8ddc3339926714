"""The signature as it should look, in the reports that people read."""

from __future__ import annotations

import io

from lxml import html as lxml_html

from klarsprak.editing import notes
from klarsprak.finding import Report
from klarsprak.reports import console, html, summary
from klarsprak.rulebook import packs
from tests.support import check

RULES = packs.load([path for path in packs.shipped() if path.stem == "signatur"])
LETTER = "Det är klart.\nMed vänlig hälsning\nAnna Ek\nTallskolan\nBox 5, 123 62 Tallvik"
BLOCK = ["Anna Ek", "[din befattning]", "Tallskolan", "Box 5, 123 62 Tallvik", "Telefon [ditt eget telefonnummer]"]


def report(text: str = LETTER) -> Report:
    return check(RULES, text)


def test_the_console_shows_the_signature_block_once_after_what_is_missing() -> None:
    stream = io.StringIO()
    console.write([report()], stream)
    lines = [line.strip() for line in stream.getvalue().splitlines()]
    assert lines.count(summary.BLOCK) == 1
    start = lines.index(summary.BLOCK) + 1
    assert lines[start : start + 5] == BLOCK
    assert max(map(len, lines)) <= console.WIDTH


def test_the_page_shows_the_signature_block_and_where_each_part_was_found() -> None:
    stream = io.StringIO()
    html.write([report()], stream)
    tree = lxml_html.document_fromstring(stream.getvalue())
    assert [each.text_content().splitlines() for each in tree.find_class("example")] == [BLOCK]
    assert tree.find_class("where")[0].text_content() == "I underskriften, har formen av ett personnamn"


def test_the_note_on_the_whole_letter_shows_the_signature_block() -> None:
    lines = list(notes.describe_letter(report()))
    assert lines[lines.index(summary.BLOCK) + 1 :] == BLOCK


def test_an_appendix_is_told_to_need_none() -> None:
    lines = list(summary.lines(report("Överklagandehänvisning\nSkriv till nämnden inom tre veckor.")))
    assert lines[-1] == "Bilaga: behöver ingen underskrift."
