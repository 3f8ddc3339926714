"""The report for a person."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import klarsprak
from klarsprak.finding import Report
from klarsprak.reports.console import write
from klarsprak.reports.remarks import as_remarks
from klarsprak.reports.summary import lix_says
from tests.support import WORDS, check, rules


def printed(*reports: Report, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="\n")
    write(map(as_remarks, reports), stream)
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return check(rules(tmp_path, WORDS), "Först en mening. Du har ej erhållit pengarna. Sist en till.")


def test_the_console_shows_the_sentence_with_the_words_marked(report: Report) -> None:
    assert "  Du har »ej« »erhållit« pengarna.\n" in printed(report)


def test_the_console_says_what_is_wrong_and_what_to_write(report: Report) -> None:
    assert "    – ”erhållit” är svårt. Skriv ”fått”.\n" in printed(report)


def test_the_console_gives_a_reason_once(report: Report) -> None:
    assert printed(report).count("Varför? Skälet.") == 1


def test_the_summary_counts_the_findings_by_level(report: Report) -> None:
    assert "Sammanfattning\n  2 bör skrivas om.\n" in printed(report)


def test_the_most_serious_finding_comes_first(report: Report, tmp_path: Path) -> None:
    serious = rules(tmp_path, WORDS.replace("id: erhålla,", "id: erhålla, level: error,"))
    text = printed(check(serious, "Du har ej erhållit pengarna."))
    assert text.index("Måste rättas (1)") < text.index("”erhållit” är") < text.index("Bör skrivas om (1)")


def test_what_the_whole_letter_lacks_comes_before_its_words() -> None:
    report = klarsprak.check_text("Du är välkommen på torsdag, [Namn].\n\nMed vänlig hälsning\n\nAnna Ek", whole=True)
    text = printed(report)
    assert text.index("Befattning saknas i underskriften.") < text.index("är kvar från mallen")


def test_a_letter_without_findings_is_said_to_have_none(tmp_path: Path) -> None:
    assert "Inget att anmärka på." in printed(check(rules(tmp_path, WORDS), "Du har fått pengarna."))


def test_the_consoles_lines_fit_in_80_columns_and_have_no_blanks_at_the_end(report: Report) -> None:
    lines = printed(report).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_all_that_we_write_ourselves_fits_in_a_windows_console(report: Report) -> None:
    assert printed(report, encoding="cp1252") == printed(report)


def test_several_letters_are_summed_up(report: Report) -> None:
    text = printed(report, Report("trasigt.docx", "docx", error="Går inte att läsa."))
    assert "Alla 2 brev" in text
    assert "1 brev gick inte att läsa och är inte granskat." in text


@pytest.mark.parametrize(
    ("lix", "says"),
    [(29, "korta"), (35, "ganska korta"), (50, "långa"), (61, "mycket långa")],
)
def test_a_lix_value_is_given_in_words(lix: int, says: str) -> None:
    assert lix_says(lix) == says
