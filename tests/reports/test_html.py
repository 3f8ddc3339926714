"""The report to look at: what stands in the file."""

from __future__ import annotations

import io
import re
from pathlib import Path

from lxml import html as lxml_html

import klarsprak
from klarsprak.finding import Category, Finding, FindingPlace, Level, Report
from klarsprak.letter import Role
from klarsprak.reports.html import CATEGORIES, write
from klarsprak.reports.numbered import Numbered, pieces
from klarsprak.reports.remarks import as_remarks
from tests.support import WORDS, check, rules


def written(*reports: Report) -> str:
    stream = io.StringIO()
    write(reports, stream)
    return stream.getvalue()


def page(*reports: Report) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(written(*reports))


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_words_are_marked_and_lead_to_what_is_said_of_them(tmp_path: Path) -> None:
    tree = page(check(rules(tmp_path, WORDS), "Hej!\nDu har ej erhållit pengarna."))
    assert [mark.text for mark in tree.iter("mark")] == ["ej", "erhållit"]
    (ref,) = tree.xpath("//mark[text()='erhållit']/following-sibling::a[1]")
    finding = tree.get_element_by_id(ref.get("href")[1:])
    assert "”erhållit” är svårt. Skriv ”fått”." in words(finding)
    assert finding.xpath(".//a/@href") == [f"#{ref.get('id')}"]


def test_a_letter_without_lines_says_under_which_heading_the_words_stand(tmp_path: Path) -> None:
    tree = page(check(rules(tmp_path, WORDS), "# Beslut\nDu har ej kommit."))
    assert words(tree.xpath("//p[@class='rule']")[0]) == "Regel: prov.ej. Plats: 1:a stycket under Beslut."


def test_the_letter_stands_there_as_it_is(tmp_path: Path) -> None:
    tree = page(check(rules(tmp_path, WORDS), "Rad  ett.\nRad två."))
    assert [text.text_content() for text in tree.xpath("//p[@class='text']")] == ["Rad  ett.", "Rad två."]


def test_what_looks_like_html_in_a_letter_is_text(tmp_path: Path) -> None:
    report = check(rules(tmp_path, WORDS), "<script>alert(1)</script> Du har ej </mark> {{ 7 * 7 }} & mer.")
    report.file = '"><img src=x>.txt'
    tree = page(report)
    assert words(tree.xpath("//p[@class='text']")[0]).startswith("<script>alert(1)</script> Du har ej")
    assert "</mark> {{ 7 * 7 }} & mer." in tree.text_content()
    assert len(tree.findall(".//script")) == 1
    assert tree.findall(".//img") == []


def test_nothing_is_fetched_from_anywhere(tmp_path: Path) -> None:
    text = written(check(rules(tmp_path, WORDS), "Du har ej kommit."))
    assert re.findall(r'(?:src|href)="[^#]|url\(|https?:|@import', text) == []


def test_findings_that_overlap_are_marked_piece_by_piece() -> None:
    def numbered(number: int, start: int, end: int, level: Level) -> Numbered:
        place = FindingPlace(0, Role.PARAGRAPH, start, end)
        finding = Finding("prov.x", Category.TON, level, "", (), "", "", "", place)
        return Numbered(finding, number, 1, told=False)

    cut = pieces("ett två tre fyra", [numbered(1, 4, 11, Level.INFO), numbered(2, 8, 16, Level.ERROR)])
    assert [(piece.text, [each.number for each in piece.findings]) for piece in cut] == [
        ("ett ", []),
        ("två ", [1]),
        ("tre", [1, 2]),
        (" fyra", [2]),
    ]
    assert [piece.level for piece in cut[1:]] == [Level.INFO, Level.ERROR, Level.ERROR]
    assert [[each.number for each in piece.ending] for piece in cut] == [[], [], [1], [2]]


def test_the_signature_says_what_is_missing(tmp_path: Path) -> None:
    report = check(rules(tmp_path, WORDS), "Du har fått pengarna.")
    report.categories = frozenset(Category)
    report.signature.phone = "08-465 004 10"
    rows = [words(row) for row in page(report).xpath("//h3[text()='Underskriften']/..//tr")]
    assert rows == [
        "Namnsaknas", "Befattningsaknas", "Enhetsaknas", "Adresssaknas", "Telefonnummer08-465 004 10",
    ]  # fmt: skip


def test_the_pages_figures_say_what_they_mean() -> None:
    report = Report("brev.txt", "text", metrics={"lix": 35, "words_per_sentence": 14.2, "passive_share": 0.08})
    rows = [words(row) for row in page(report).xpath("//h3[text()='Läsbarhet']/..//tbody/tr")]
    assert rows[0].startswith("LIX35Orden och meningarna är ganska korta.")
    assert rows[1].startswith("Ord per mening14,2")
    assert rows[2].startswith("Passiv8 %")


def test_the_page_says_what_would_help_the_reader_most() -> None:
    report = klarsprak.check_text("Du skall inkomma med svar. Du erhåller ej beslut.")
    [steps] = page(report).xpath("//p[@class='steps']")
    assert words(steps) == (
        "Det här hjälper läsaren mest: 1. Byt kanslisvenska mot ord som vi säger i dag (4 ställen)."
    )


def test_several_letters_have_an_index(tmp_path: Path) -> None:
    tree = page(
        check(rules(tmp_path, WORDS), "Du har ej kommit."),
        Report("trasigt.docx", "docx", error="Går inte att läsa."),
    )
    rows = tree.xpath("//table[@class='index']/tbody/tr")
    assert [words(row.find("td")) for row in rows] == ["1 bör skrivas om.", "Inte granskat"]
    second = tree.get_element_by_id(rows[1].xpath(".//a/@href")[0][1:])
    assert "Går inte att läsa." in words(second)


def test_one_letter_has_no_index() -> None:
    tree = page(Report("brev.txt", "text"))
    assert tree.xpath("//table[@class='index']") == []
    assert "Inget att anmärka på." in words(tree)


def test_every_category_has_a_name() -> None:
    assert set(CATEGORIES) == set(Category)


def test_a_stream_that_cant_hold_the_letters_signs_gets_references() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    write([Report("brev\u2192å.txt", "text")], stream)
    stream.flush()
    assert "brev&#8594;&#229;.txt" in raw.getvalue().decode("ascii")


def test_the_same_word_again_leads_to_what_is_said_of_the_first(tmp_path: Path) -> None:
    tree = page(as_remarks(check(rules(tmp_path, WORDS), "Du har ej fått svar.\nDu kan ej vänta.")))
    assert [mark.text for mark in tree.iter("mark")] == ["ej", "ej"]
    refs = tree.find_class("ref")
    assert [ref.get("href") for ref in refs] == ["#f1-1", "#f1-1"]
    assert len({ref.get("id") for ref in refs}) == 2
    assert len(tree.find_class("finding")) == 1
