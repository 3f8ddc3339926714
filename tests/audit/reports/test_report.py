"""``klarsprak audit report``: the page, the statistics behind it, and the formats for other programs."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from klarsprak.audit.ledger import ledger, schema
from klarsprak.audit.reports import statistics
from klarsprak.audit.reports.statistics import Statistics
from klarsprak.audit.version import Version
from klarsprak.cli import run
from klarsprak.swedish import written_day
from tests.audit.support import Book, filled, rows, save

pytestmark = pytest.mark.usefixtures("archive")


def print_of(*values: int) -> bytes:
    """A fingerprint that begins with those values."""
    return b"".join(value.to_bytes(2, "little") for value in [*values, *range(100, 116 - len(values))])


def gathered(once: bool = False) -> Statistics:
    with ledger.opened(Path("audit.sqlite")) as database:
        return statistics.gather(database, once)


def test_letters_are_counted_by_month_unit_and_type() -> None:
    with filled() as book:
        for _ in range(5):
            book.put(
                "prov.erhålla", "prov.erhålla", date="2019-05-13", unit="Socialnämnden", types=("avslag", "svar")
            )
            book.put(date="2019-05-30", unit="Socialnämnden", types=("avslag",), lix=30)
            book.put("prov.hot!", date="2019-06", words=300)
        book.put(date="2018")
        book.put(error="Filen är tom.")
    known = gathered()
    assert (known.all.letters, known.all.sums.words) == (16, 2600)
    assert known.all.rate == pytest.approx(1000 * 15 / 2600)
    assert (known.all.clean, known.all.faultless, known.all.lix) == (6 / 16, 11 / 16, 36.875)
    assert [(group.name, group.letters, group.clean, group.rate) for group in known.periods] == [
        ("2019-05", 10, 0.5, 10.0),
        ("2019-06", 5, 0.0, pytest.approx(10 / 3)),
    ]
    assert known.undated == 1
    assert [(group.name, group.letters) for group in known.years] == [("2018", 1), ("2019", 15)]
    assert [(group.name, group.letters, group.lix) for group in known.units] == [("Socialnämnden", 10, 35)]
    assert [(group.name, group.letters, group.clean) for group in known.types] == [
        ("avslag", 10, 0.5),
        ("svar", 5, 0),
    ]
    assert known.typed == 10
    assert [(rule.name, rule.title, rule.findings, rule.share) for rule in known.rules] == [
        ("prov.erhålla", "Kanslisvenska: erhålla", 10, 5 / 16),
        ("prov.hot", "Kanslisvenska: hot", 5, 5 / 16),
    ]
    assert known.missing["phone"] == [1.0, 1.0]
    assert known.missing["name"] == [0.0, 0.0]
    assert dict(known.lix)["30–34"] == 5
    assert known.reasons == [("Filen är tom.", 1)]


def test_units_and_types_of_few_letters_are_gathered_and_each_letter_counts_once() -> None:
    with filled() as book:
        for _ in range(5):
            book.put(unit="Socialnämnden", types=("avslag",))
        for unit in ("Byggnadsnämnden", "Byggnadsnämnden", "Kulturnämnden", "Miljönämnden"):
            book.put("prov.hot", unit=unit, types=("svar", "kallelse"))
    known = gathered()
    others = ("Övriga (färre än 5 brev)", 4, 10.0, False)
    assert [(group.name, group.letters, group.rate, group.is_large) for group in known.units] == [
        ("Socialnämnden", 5, 0.0, True),
        others,
    ]
    assert [(group.name, group.letters, group.rate, group.is_large) for group in known.types] == [
        ("avslag", 5, 0.0, True),
        others,
    ]


@pytest.mark.parametrize(
    ("dates", "periods"),
    [
        (["2018", "2018", "2019-05-13"], [("2018", 2), ("2019", 1)]),  # most months are not known
        (["2018-01"] * 4 + ["2018-02"] * 4 + ["2019-05"] * 5, [("2018", 8), ("2019", 5)]),  # most months are small
        (["2018-01"] * 4 + ["2019-05"] * 5, [("2018-01", 4), ("2019-05", 5)]),
        ([f"{year}-{month:02}" for year in range(2010, 2016) for month in range(1, 13)] * 5, "2010"),  # too many
    ],
)
def test_where_months_tell_too_little_years_are_counted(
    dates: list[str], periods: list[tuple[str, int]] | str
) -> None:
    with filled() as book:
        for day in dates:
            book.put(date=day)
    found = [(group.name, group.letters) for group in gathered().periods]
    assert found == periods or found[0] == (periods, 60)


def test_letters_much_alike_are_a_template() -> None:
    with filled() as book:
        for number in range(5):
            book.put("prov.hot!", template=print_of(number), unit="Socialnämnden", name=f"/arkiv/dålig{number}.txt")
            book.put(template=print_of(number)[::-1], types=("svar",))
        for number in range(4):
            book.put(template=bytes([255 - number] * 32))  # unlike each other
    (best,), (worst,) = gathered().best, gathered().worst
    assert (best.group.letters, best.group.rate, best.type, best.rule) == (5, 0.0, "svar", None)
    assert (worst.group.letters, worst.group.rate) == (5, 10.0)
    assert (worst.unit, worst.rule, worst.example) == ("Socialnämnden", "Kanslisvenska: hot", "/arkiv/dålig0.txt")


def test_sentences_are_counted_by_length() -> None:
    with filled() as book:
        book.put(lengths=(1, 2, 0, 0, 0, 0, 0, 3))
        book.put(lengths=(1, 0, 0, 0, 0, 0, 0, 0))
    counts = dict(gathered().lengths)
    assert (counts["1–5"], counts["6–10"], counts["fler än 40"]) == (2, 2, 3)


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


def page(*arguments: str) -> str:
    pytest.importorskip("matplotlib")
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.html", "--force", *arguments]) == 0
    return Path("ut.html").read_text(encoding="utf-8").replace("\u00a0", " ").replace("&nbsp;", " ")


def test_the_page_says_what_the_rules_examples_say_and_no_words_of_letters() -> None:
    with filled() as book:
        book.put("prov.erhålla", date="2019-05-13")
        book.put(error="Filen är tom.", name="/arkiv/<b>.txt")
    told = page()
    assert "Du har »erhållit« svar." in told
    assert "</strong> Du har fått svar." in told
    assert "/arkiv/&lt;b&gt;.txt: Filen är tom." in told


def test_the_page_says_whose_letters_it_is_about_from_when_and_when_they_were_checked() -> None:
    save("klarsprak.yml", "organisation:\n  name: Ekvalla kommun\nrule_packs: prov.yml\nselect: prov\n")
    with filled(version=Version("0.9.1-3f2a-3", "r", "c")) as book:
        book.put(date="2019-05-13")
        book.put(date="2017-02")
    told = page()
    assert "<h1>Så klart skriver Ekvalla kommun</h1>" in told
    assert "Rapporten gäller 2 brev, skrivna från februari 2017 till 13 maj 2019." in told
    assert f"Granskningen gjordes {written_day(date.today())} med klarsprak 0.9.1." in told
    save("annan.yml", "organisation:\n  name: Alvnäs kommun\n")
    assert "<h1>Så klart skriver Alvnäs kommun</h1>" in page("--config", "annan.yml")


def test_an_audit_that_was_broken_off_is_told() -> None:
    with ledger.writing(Path("audit.sqlite"), Version("1", "r", "c")) as book:
        Book(book, 0).put(date="2019")
    assert "Obs! Den senaste granskningen blev inte klar. Alla brev är inte med." in page()


def test_every_table_of_the_page_says_how_many_letters_it_rests_on() -> None:
    with filled() as book:
        for number in range(6):
            book.put(
                "prov.erhålla", date="2019-05", unit="Socialnämnden", types=("avslag",), template=print_of(number)
            )
        book.put(date="2020-01", unit="Kulturnämnden")
        book.put(error="Filen är tom.")
    tables = re.findall(r"<table.*?</thead>", page(), re.DOTALL)
    assert len(tables) == 14
    assert all("n = " in table or "Antal brev (n)" in table for table in tables)


def test_a_group_of_few_letters_has_no_figures_and_the_page_says_why() -> None:
    with filled() as book:
        for _ in range(5):
            book.put("prov.erhålla", date="2019-05", unit="Socialnämnden")
        book.put("prov.erhålla", date="2020-01", unit="Kulturnämnden")
    told = page()
    row = '<tr{}><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td>'
    grey = ' class="untold"'
    assert row.format("", "Socialnämnden", 5, "65 (61–69)", "10,0") in told
    assert row.format(grey, "Övriga (färre än 5 brev)", 1, "–", "–") in told
    assert row.format(grey, "2020-01", 1, "–", "–") in told
    assert ".untold th, .untold td { color: var(--soft)" in told
    assert told.count("Grupper med färre än 5 brev har inga siffror.") == 6


@pytest.mark.parametrize("letters", [1, 3])
def test_the_page_of_few_letters_counts_them_and_draws_nothing(letters: int) -> None:
    with filled() as book:
        for _ in range(letters):
            book.put("prov.erhålla!", date="2019-05-13", unit="Socialnämnden")
    told = page()
    assert "<figure>" not in told
    assert f"<dd>{letters} av {letters}</dd>" in told
    assert "Det är färre än 5 brev. Det säger inget om hur ni brukar skriva." in told
    assert " %" not in told


def test_the_page_of_an_empty_ledger_says_that_there_are_no_findings() -> None:
    with filled():
        pass
    told = page()
    assert "Det finns inga granskade brev." in told
    assert "Det finns inga anmärkningar." in told


@pytest.mark.parametrize(("file", "library"), [("ut.html", "matplotlib"), ("ut.xlsx", "xlsxwriter")])
def test_a_library_that_is_not_installed_is_told(
    file: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled() as book:
        for _ in range(5):  # of fewer letters nothing is drawn
            book.put(date="2019-05-13")
    monkeypatch.setitem(sys.modules, library, None)
    assert run(["audit", "report", "audit.sqlite", "-o", file]) == 2
    assert capsys.readouterr().err == (
        f"klarsprak: Formatet kräver {library}. Skriv: pip install './klarsprak[report]'\n"
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
    assert (letter["file"], letter["words"], letter["date"], letter["types"]) == ("/arkiv/a.txt", "9", "", "[]")
