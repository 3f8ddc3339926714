"""``klarsprak audit templates``: findings are traced to the templates' own sentences."""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from klarsprak.audit.letter.sketch import sealed, sketch
from klarsprak.audit.reports.template_texts import without_filled_in
from klarsprak.audit.reports.template_trends import Change, trend_of
from klarsprak.audit.reports.templates import count_shared
from klarsprak.audit.workers import pool
from klarsprak.cli import run
from tests.audit.reports.template_archive import save_archive

KEY = b"nyckel"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with an archive of three templates, and its ledger."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("mallar")
        patch.chdir(folder)
        if sys.platform == "linux":
            patch.setattr(pool, "START", "fork")
        save_archive()
        assert run(["audit", "run", "arkiv", "--ledger", "audit.sqlite", "--jobs", "2"]) == 0
        yield folder


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["audit", "templates", "audit.sqlite", "--format", "json", *arguments]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


@pytest.fixture
def told(archive: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return listed(capsys)


def test_each_sentence_of_a_template_counts_once_whatever_is_filled_in(told: dict[str, Any]) -> None:
    assert (told["schema"], told["letters"], told["templated"], told["templates"]) == (
        "klarsprak/templates/1",
        600,
        600,
        3,
    )
    found = [(each["rule"], each["unit"], each["letters"], each["of"]) for each in told["fixes"]]
    assert found == [
        ("prov.erhållit", "Socialnämnden", 200, 200),
        ("prov.härmed", "Socialnämnden", 100, 200),
        ("prov.jämväl", "Socialnämnden", 100, 200),
    ]


def test_what_a_writer_adds_by_hand_is_no_sentence_of_the_template(told: dict[str, Any]) -> None:
    with closing(sqlite3.connect("audit.sqlite")) as database:
        (found,) = database.execute(
            "SELECT count(*) FROM finding JOIN rule ON rule.id = rule WHERE name = 'prov.härmed'"
        ).fetchone()
    assert found == 105
    assert [each["letters"] for each in told["fixes"] if each["rule"] == "prov.härmed"] == [100]


def test_a_template_that_was_mended_midway_is_told_to_be_and_stands_last(told: dict[str, Any]) -> None:
    last = told["fixes"][-1]
    assert (last["rule"], last["change"], last["since"], last["gain"]) == ("prov.jämväl", "mended", "2024-07", 0)
    assert [(each["period"], each["letters"]) for each in last["periods"]] == [
        ("2023", 67),
        ("2024", 33),
        ("2025", 0),
    ]


def test_letters_a_year_are_those_of_the_last_twelve_months(told: dict[str, Any]) -> None:
    first = told["fixes"][0]
    assert (first["yearly"], first["gain"], first["change"]) == (66, 66, "same")


def test_no_sentence_is_shown_unless_a_letter_is_at_hand(
    told: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [each["text"] for each in told["fixes"]] == [None, None, None]
    texts = {each["rule"]: each["text"] for each in listed(capsys, "--letters", "arkiv")["fixes"]}
    assert texts == {
        "prov.erhållit": "Du har den … erhållit … under … timmar i veckan enligt ett tidigare beslut från oss.",
        "prov.härmed": "Du är härmed välkommen att ta med dig en god vän eller en tolk till samtalet hos oss.",
        "prov.jämväl": "Nämnden avslår jämväl den nya ansökan eftersom behovet är tillgodosett på ett annat sätt.",
    }


def test_the_template_itself_will_do(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path("arkiv/2023-01/avslag-0.txt").read_text(encoding="utf-8")
    Path("mall.txt").write_text(text.replace("Anna Ek", "NAMN").replace("3 maj", "DATUM"), encoding="utf-8")
    first = listed(capsys, "--letters", "mall.txt")["fixes"][0]
    assert (
        first["text"]
        == "Du har den … erhållit hemtjänst under … timmar i veckan enligt ett tidigare beslut från oss."
    )


def test_the_ledger_has_no_words(archive: Path) -> None:
    data = Path("audit.sqlite").read_bytes()
    for word in ("tillgodosett", "Norrman", "ledsagning"):
        assert word.encode() not in data


def test_the_list_in_lines_says_what_to_mend(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["audit", "templates", "audit.sqlite", "--letters", "arkiv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "600 av 600 brev kommer från 3 mallar."
    assert lines[2] == "1. Rätta den här meningen, så blir 66 brev om året bättre."
    assert "Finns i 200 av mallens 200 brev (100 %). Ingen säker ändring över tid." in lines[6]
    assert lines[-1] == "1 brist är rättad i mallarna, som det ser ut."


def test_the_list_in_excel_and_csv(archive: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    assert run(["audit", "templates", "audit.sqlite", "-o", "mallar.xlsx"]) == 0
    assert run(["audit", "templates", "audit.sqlite", "-o", "mallar.csv"]) == 0
    book = openpyxl.load_workbook("mallar.xlsx")
    assert {sheet.title: sheet.max_row for sheet in book} == {"Rätta mallarna": 4, "Över tid": 10}
    with Path("mallar.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert [row["Regelns id"] for row in rows] == ["prov.erhållit", "prov.härmed", "prov.jämväl"]
    assert (rows[1]["Andel i procent"], rows[0]["Blir bättre"]) == ("50", "66")


def test_the_page_names_the_organisation_and_says_why(archive: Path) -> None:
    assert run(["audit", "templates", "audit.sqlite", "--letters", "arkiv", "-o", "mallar.html", "--force"]) == 0
    page = Path("mallar.html").read_text(encoding="utf-8")
    assert "<title>Rätta mallarna i Ekvalla kommun</title>" in page
    assert "Rätta den här meningen, så blir 66 brev om året bättre." in page
    assert "Ordet är svårt." in page


def test_the_report_says_what_to_mend_first(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    capsys.readouterr()
    assert run(["audit", "report", "audit.sqlite"]) == 0
    assert "Socialnämnden, Kanslisvenska: erhållit: Rätta en mening i mallen, så blir 66 brev" in " ".join(
        capsys.readouterr().out.split()
    )
    assert run(["audit", "report", "audit.sqlite", "-o", "rapport.html", "--force"]) == 0
    page = Path("rapport.html").read_text(encoding="utf-8")
    assert '<th scope="row">Rätta en mening i mallen, så blir 66 brev om året bättre.</th>' in page
    assert "tillgodosett" not in page


def test_findings_of_an_older_version_are_said_to_be_untraceable(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("gammal.sqlite").write_bytes(Path("audit.sqlite").read_bytes())
    with closing(sqlite3.connect("gammal.sqlite")) as database:
        database.execute("UPDATE finding SET sentence = NULL")
        database.commit()
    capsys.readouterr()
    assert run(["audit", "templates", "gammal.sqlite"]) == 0
    assert "Kör samma audit run igen." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("borta.sqlite",), "borta.sqlite: liggaren finns inte."),
        (("audit.sqlite", "--letters", "borta"), "borta: filen eller mappen finns inte."),
        (("audit.sqlite", "--format", "xlsx"), "Skriv vart filen ska: --output mallar.xlsx"),
    ],
)
def test_misuse_is_told_in_one_line(
    archive: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    capsys.readouterr()
    assert run(["audit", "templates", *arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_sketch_knows_a_sentence_again_but_not_in_another_ledger() -> None:
    one = sealed(sketch("Anna har den 3 maj fått 200 kronor i bidrag för sin resa till skolan."), KEY)
    other = sealed(sketch("Bo har den 12 juni fått 1 450 kronor i bidrag för sin resa till skolan."), KEY)
    changed = sealed(sketch("Bo har den 12 juni fått 1 450 kronor i ersättning för sin resa till skolan."), KEY)
    unlike = sealed(sketch("Ring oss gärna om du har frågor, så hjälper vi dig att fylla i blanketten."), KEY)
    assert one == other
    assert count_shared(one, changed) >= 8
    assert count_shared(one, unlike) < 4
    elsewhere = sealed(sketch("Anna har den 3 maj fått 200 kronor i bidrag för sin resa till skolan."), b"annan")
    assert count_shared(one, elsewhere) < 4


def test_what_is_filled_in_is_left_out_of_the_text() -> None:
    assert without_filled_in(["Du fick 200 kronor av Anna Ek."]) == "Du fick … kronor av …"
    assert without_filled_in(["Vi avslår hemtjänst för dig.", "Vi avslår boende för dig."]) == "Vi avslår … för dig."


@pytest.mark.parametrize(
    ("with_it", "change", "since"),
    [
        ([10, 10, 10, 0, 0, 0], Change.MENDED, "2024-04"),
        ([0, 0, 0, 10, 10, 10], Change.NEW, "2024-04"),
        ([2, 0, 1, 2, 0, 0], Change.SAME, None),  # twenty letters without one are chance
        ([10, 10, 9, 8, 2, 1], Change.FEWER, None),
        ([1, 1, 2, 8, 10, 10], Change.MORE, None),
        ([10, 10, 10, 10, 10, 10], Change.SAME, None),
    ],
)
def test_a_trend_is_told_where_it_is_no_chance(with_it: list[int], change: Change, since: str | None) -> None:
    months = [f"2024-{month:02}" for month in range(1, 7)]
    trend = trend_of(dict(zip(months, with_it, strict=True)), dict.fromkeys(months, 10))
    assert (trend.change, trend.since) == (change, since)


def test_without_dates_nothing_is_said_of_trends() -> None:
    assert trend_of({}, {}).change is Change.UNKNOWN
