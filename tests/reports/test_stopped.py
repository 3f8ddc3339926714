"""The page on a letter that is held back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import html as lxml_html

from klarsprak.finding import Report
from klarsprak.reports import stopped
from klarsprak.reports.remarks import as_remarks
from klarsprak.reports.stopped import Held
from tests.support import WORDS, check, rules

TEXT = "Hej!\nDu har fått svar. Du har ej erhållit pengarna. Du får dem i maj.\nDu kan ej vänta."


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Three remarks: *ej* and *erhållit* in a sentence, *ej* in another one; *erhållit* is an error."""
    return check(rules(tmp_path, WORDS.replace("id: erhålla,", "id: erhålla, level: error,")), TEXT)


def page(report: Report, *rules: str, reasons: tuple[str, ...] = ("Det går inte.",)) -> lxml_html.HtmlElement:
    stream = io.StringIO()
    keys = {stopped.key(finding) for finding in report.findings if finding.rule in rules}
    stopped.write([Held(report, keys)], reasons, stream)
    return lxml_html.document_fromstring(stream.getvalue())


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_page_begins_with_what_stopped_the_letter_and_why(report: Report) -> None:
    first = page(report, "prov.erhålla").xpath("//main/*")[0]
    assert words(first).startswith("Det här stoppade brevet Det går inte.")
    assert "Skriv ”fått”" in words(first)


def test_the_rest_stands_beside_the_letter(report: Report) -> None:
    tree = page(report, "prov.erhålla")
    assert [each.get("data-level") for each in tree.xpath("//section[@id='stopp']//li")] == ["error"]
    assert [each.get("data-level") for each in tree.xpath("//article//li")] == ["warning", "warning"]


def test_a_sentence_is_shown_once_with_its_remarks_beneath_and_the_gravest_first(report: Report) -> None:
    tree = page(report, "prov.erhålla", "prov.ej")
    sentences = tree.xpath("//section[@id='stopp']//p[@class='text']")
    assert [each.text_content().strip() for each in sentences] == ["Du har ej erhållit pengarna.", "Du kan ej vänta."]
    remarks = tree.xpath("//section[@id='stopp']//ol")
    assert [len(each) for each in remarks] == [2, 1]


def test_the_words_in_the_letter_lead_to_what_is_said_of_them_at_the_top(report: Report) -> None:
    tree = page(report, "prov.erhålla")
    (ref,) = tree.xpath("//article//mark[text()='erhållit']/following-sibling::a[1]")
    assert tree.get_element_by_id(ref.get("href")[1:]).xpath("ancestor::section/@id") == ["stopp"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_what_the_letter_lacks_stands_before_its_sentences(report: Report) -> None:
    missing = report.findings[0]._replace(rule="signatur.namn", place=None, text="", message="Namn saknas.")
    report.findings.append(missing)
    section = page(report, "signatur.namn", "prov.ej").get_element_by_id("stopp")
    assert words(section).index("Namn saknas.") < words(section).index("Du har ej")


def test_a_letter_that_cant_be_read_says_why_once() -> None:
    broken = Report("brev.docx", "docx", error="Filen är trasig.")
    text = words(page(broken, reasons=("Filen är trasig.",)))
    assert text.count("Filen är trasig.") == 1
    assert "Inte granskat" in text


def test_a_note_that_stops_the_letter_stands_there_once(report: Report) -> None:
    report.notes = ["Sidan 2 är en bild.", "Bilagan är tom."]
    text = words(page(report, reasons=("Sidan 2 är en bild.",)))
    assert text.count("Sidan 2 är en bild.") == 1
    assert "Obs! Bilagan är tom." in text


def test_of_several_letters_it_is_told_which_one(report: Report) -> None:
    stream = io.StringIO()
    report.file = "svar.eml#beslut.docx"
    keys = {stopped.key(finding) for finding in report.findings}
    stopped.write([Held(Report("svar.eml", "email"), set()), Held(report, keys)], ["Bilagan är svår."], stream)
    tree = lxml_html.document_fromstring(stream.getvalue())
    assert tree.xpath("//section[@id='stopp']/h3/text()") == ["svar.eml#beslut.docx"]


def test_a_remark_that_speaks_for_one_that_stops_the_letter_stands_first(report: Report) -> None:
    shown = as_remarks(report)
    later = [finding for finding in report.findings if finding.rule == "prov.ej"][1]
    stream = io.StringIO()
    stopped.write([Held(shown, {stopped.key(later)})], ["Det går inte."], stream)
    section = lxml_html.document_fromstring(stream.getvalue()).get_element_by_id("stopp")
    assert "Skriv ”inte”" in words(section)
