"""The report as a table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from klarsprak.finding import Report
from klarsprak.reports.csv import write
from tests.support import WORDS, check, rules


def rows(*reports: Report) -> list[dict[str, str]]:
    stream = io.StringIO()
    write(reports, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def test_the_table_has_a_row_for_each_finding(tmp_path: Path) -> None:
    report = check(rules(tmp_path, WORDS), "Du har ej erhållit pengarna.")
    assert [(row["rule"], row["level"], row["text"], row["suggestions"]) for row in rows(report)] == [
        ("prov.ej", "warning", "ej", "inte"),
        ("prov.erhålla", "warning", "erhållit", "fått"),
    ]


def test_the_table_says_under_which_heading_the_words_stand(tmp_path: Path) -> None:
    (row,) = rows(check(rules(tmp_path, WORDS), "# Beslut\nDu har ej kommit."))
    assert row["near"] == "1:a stycket under Beslut"


def test_the_table_holds_no_more_of_a_letter_than_the_flagged_words(tmp_path: Path) -> None:
    stream = io.StringIO()
    write([check(rules(tmp_path, WORDS), "Anna har ej kommit.")], stream)
    assert "Anna" not in stream.getvalue()


def test_a_letter_that_could_not_be_read_has_a_row() -> None:
    (row,) = rows(Report("x.pdf", "pdf", error="Pdf-filen har ett lösenord."))
    assert (row["file"], row["verdict"], row["message"]) == ("x.pdf", "unreadable", "Pdf-filen har ett lösenord.")


def test_a_spreadsheet_runs_nothing_that_stands_in_a_letter() -> None:
    (row,) = rows(Report("=HYPERLINK(A1).txt", "text", error="Tomt."))
    assert row["file"] == "'=HYPERLINK(A1).txt"


def test_a_windows_console_can_show_it() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="")
    write([Report("brev\u2192å.txt", "text", error="Tomt.")], stream)
    stream.flush()
    assert "brev?å.txt" in raw.getvalue().decode("cp1252")
