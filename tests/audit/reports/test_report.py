"""``klarsprak audit report``: tables for other programs, and the statistics behind the page."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from klarsprak.audit.ledger import ledger, schema
from klarsprak.audit.reports import statistics
from klarsprak.audit.reports.statistics import Statistics
from klarsprak.cli import run
from tests.audit.support import filled, rows

pytestmark = pytest.mark.usefixtures("archive")


def print_of(*values: int) -> bytes:
    """A fingerprint that begins with those values."""
    return b"".join(value.to_bytes(2, "little") for value in [*values, *range(100, 116 - len(values))])


def gathered(once: bool = False) -> Statistics:
    with ledger.opened(Path("audit.sqlite")) as database:
        return statistics.gather(database, once)


def test_letters_are_counted_by_month_unit_and_type() -> None:
    with filled() as book:
        book.put("prov.erhålla", "prov.erhålla", date="2019-05-13", unit="Socialnämnden", types=("avslag", "svar"))
        book.put(date="2019-05-30", unit="Socialnämnden", types=("avslag",), lix=30)
        book.put("prov.hot!", date="2019-06")
        book.put(date="2018")
        book.put(error="Filen är tom.")
    known = gathered()
    assert known.all.letters == 4
    assert known.all[2:] == (0.5, 0.75, 0.75, 37.5)
    assert [(group.name, group.letters, group.clean, group.findings) for group in known.periods] == [
        ("2019-05", 2, 0.5, 1.0),
        ("2019-06", 1, 0.0, 1.0),
    ]
    assert known.undated == 1
    assert [(group.name, group.letters, group.lix) for group in known.units] == [("Socialnämnden", 2, 35)]
    assert [(group.name, group.letters, group.clean) for group in known.types] == [("avslag", 2, 0.5), ("svar", 1, 0)]
    assert known.rules == [("prov.erhålla", 2, 0.25), ("prov.hot", 1, 0.25)]
    assert known.missing["phone"] == [1.0, 1.0]
    assert known.missing["name"] == [0.0, 0.0]
    assert dict(known.lix)["30–34"] == 1
    assert known.reasons == [("Filen är tom.", 1)]


def test_where_months_are_not_known_years_are_counted() -> None:
    with filled() as book:
        for date in ("2018", "2018", "2019-05-13"):
            book.put(date=date)
    assert [(group.name, group.letters) for group in gathered().periods] == [("2018", 2), ("2019", 1)]


def test_letters_much_alike_are_a_template() -> None:
    with filled() as book:
        for number in range(5):
            book.put("prov.hot!", template=print_of(number), unit="Socialnämnden", name=f"/arkiv/dålig{number}.txt")
            book.put(template=print_of(number)[::-1], types=("svar",))
        for number in range(4):
            book.put(template=bytes([255 - number] * 32))  # unlike each other
    (best,), (worst,) = gathered().best, gathered().worst
    assert (best.group.letters, best.group.findings, best.type, best.rule) == (5, 0.0, "svar", None)
    assert (worst.group.letters, worst.group.findings) == (5, 1.0)
    assert (worst.unit, worst.rule, worst.example) == ("Socialnämnden", "prov.hot", "/arkiv/dålig0.txt")


def test_sentences_are_counted_by_length() -> None:
    with filled() as book:
        book.put(lengths=(1, 2, 0, 0, 0, 0, 0, 3))
        book.put(lengths=(1, 0, 0, 0, 0, 0, 0, 0))
    counts = dict(gathered().lengths)
    assert (counts["1–5"], counts["6–10"], counts["fler än 40"]) == (2, 2, 3)


def test_the_table_of_letters_has_a_row_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        book.put(date="2019-05-13", unit="Socialnämnden", types=("avslag", "svar"), name="/arkiv/=1+1.txt")
        book.put(error="Filen är tom.", name="=2")
    first, second = rows(capsys)
    assert first["file"] == "/arkiv/=1+1.txt"
    assert (first["date"], first["unit_name"], first["types"]) == ("2019-05-13", "Socialnämnden", "avslag;svar")
    assert (first["name"], first["phone"], first["lix"]) == ("1", "0", "40")
    # What a spreadsheet would take for a formula, and what isn't known.
    assert (second["file"], second["name"], second["error"]) == ("'=2", "", "Filen är tom.")


def test_an_excel_workbook_has_a_sheet_of_letters_and_one_of_findings() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    with filled() as book:
        book.put("prov.hot!", "prov.erhålla", date="2019-05-13", name="=1+1")
        book.put(name="b")
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.xlsx"]) == 0
    sheets = openpyxl.load_workbook("ut.xlsx")
    assert sheets.sheetnames == ["Brev", "Anmärkningar"]
    names, first, _ = sheets["Brev"].iter_rows(values_only=True)
    letter = dict(zip(names, first, strict=True))
    assert (letter["file"], letter["errors"], letter["phone"], letter["lix"]) == ("=1+1", 1, False, 40)
    assert sheets["Brev"]["A2"].data_type == "s"
    assert [row[1] for row in sheets["Anmärkningar"].iter_rows(values_only=True)] == [
        "rule",
        "prov.hot",
        "prov.erhålla",
    ]


def test_a_table_that_is_too_long_for_a_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr("klarsprak.audit.reports.export._MOST_ROWS", 2)
    with filled() as book:
        for _ in range(5):
            book.put()
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.xlsx"]) == 0
    sheets = openpyxl.load_workbook("ut.xlsx")
    assert {sheet.title: sheet.max_row - 1 for sheet in sheets} == {
        "Brev": 2,
        "Brev 2": 2,
        "Brev 3": 1,
        "Anmärkningar": 0,
    }


def test_parquet_keeps_types() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with filled() as book:
        book.put("prov.hot!", date="2019-05-13")
        book.put(error="Filen är tom.")
    assert run(["audit", "report", "audit.sqlite", "-o", "brev.parquet"]) == 0
    assert run(["audit", "report", "audit.sqlite", "-o", "fynd.parquet", "--rows", "findings"]) == 0
    letters = parquet.read_table("brev.parquet").to_pylist()
    assert [(row["words"], row["phone"], row["lix"]) for row in letters] == [(100, False, 40.0), (100, None, 40.0)]
    assert [row["rule"] for row in parquet.read_table("fynd.parquet").to_pylist()] == ["prov.hot"]


def test_json_has_the_facts_too() -> None:
    with filled() as book:
        book.put(date="2019-05-13", unit="Socialnämnden", types=("avslag",))
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.json"]) == 0
    (letter,) = json.loads(Path("ut.json").read_text(encoding="utf-8"))["letters"]
    assert (letter["date"], letter["unit"], letter["types"]) == ("2019-05-13", "Socialnämnden", ["avslag"])


def test_the_page_says_what_the_rules_examples_say_and_no_words_of_letters() -> None:
    pytest.importorskip("matplotlib")
    with filled() as book:
        book.put("prov.erhålla", date="2019-05-13")
        book.put(error="Filen är tom.", name="/arkiv/<b>.txt")
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.html"]) == 0
    page = Path("ut.html").read_text(encoding="utf-8")
    assert "Du har »erhållit« svar." in page
    assert "</strong> Du har fått svar." in page
    assert "/arkiv/&lt;b&gt;.txt: Filen är tom." in page


def test_the_page_of_an_empty_ledger_says_that_there_are_no_findings() -> None:
    with filled():
        pass
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.html"]) == 0
    assert "Det finns inga anmärkningar." in Path("ut.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("file", "library"), [("ut.html", "matplotlib"), ("ut.xlsx", "xlsxwriter")])
def test_a_library_that_is_not_installed_is_told(
    file: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled() as book:
        book.put(date="2019-05-13")
    monkeypatch.setitem(sys.modules, library, None)
    assert run(["audit", "report", "audit.sqlite", "-o", file]) == 2
    assert capsys.readouterr().err == (
        f"klarsprak: Formatet kräver {library}. Skriv: pip install 'klarsprak[report]'\n"
    )
    assert not Path(file).exists()


def test_a_file_that_only_holds_bytes_needs_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        book.put()
    assert run(["audit", "report", "audit.sqlite", "--format", "xlsx"]) == 2
    assert capsys.readouterr().err == "klarsprak: Skriv vart filen ska: --output rapport.xlsx\n"


def test_a_ledger_of_the_first_version_is_brought_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect("audit.sqlite")) as database:
        database.executescript(
            f"{schema.MIGRATIONS[0]} PRAGMA application_id = {schema.APPLICATION}; PRAGMA user_version = 1;"
            "INSERT INTO version VALUES (1, 'p', 'r', 'c'); INSERT INTO run VALUES (1, 1, '2025-01-01', NULL);"
            "INSERT INTO content VALUES (1, x'00', 1); INSERT INTO source VALUES ('/arkiv/a.txt', 1, 1, NULL);"
            "INSERT INTO letter VALUES (1, 1, 0, 'text', NULL, 9, 0, 1, 1, 1, 1, 1, '{\"lix\": 40}')"
        )
    (letter,) = rows(capsys)
    assert (letter["file"], letter["words"], letter["date"], letter["types"]) == ("/arkiv/a.txt", "9", "", "")
