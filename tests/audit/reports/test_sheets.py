"""``klarsprak audit report`` for people who count in Excel: csv and xlsx with Swedish headings, days and numbers."""

from __future__ import annotations

import csv
import gc
import tempfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest

from klarsprak.audit.reports.export import write_workbook
from klarsprak.audit.reports.sheets import Sheet
from klarsprak.cli import run
from tests.audit.support import filled

pytestmark = pytest.mark.usefixtures("archive")


def table(*arguments: str) -> list[dict[str, str]]:
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.csv", "--force", *arguments]) == 0
    with Path("ut.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_a_csv_file_is_what_swedish_excel_opens_with_a_double_click() -> None:
    with filled() as book:
        book.put(
            "prov.erhålla", "prov.hot!", date="2019-05-13", unit="Socialnämnden", types=("avslag", "väntan"), lix=40.5
        )
        book.put(date="2019-05", name="/arkiv/b.txt")
        book.put(date="2019", name="/arkiv/c.txt")
    first, month, year = table()
    assert Path("ut.csv").read_bytes().startswith("\ufeffFil;Datum;År;Månad;".encode())
    assert (first["Datum"], first["År"], first["Månad"]) == ("2019-05-13", "2019", "5")
    assert (first["Enhet"], first["Brevtyp"]) == ("Socialnämnden", "avslag, besked om väntetid")
    assert (first["Resultat"], first["Måste rättas"], first["Bör skrivas om"]) == ("Anmärkningar", "1", "1")
    assert (first["Underskrift: namn"], first["Underskrift: telefonnummer"]) == ("finns", "saknas")
    assert (first["LIX"], first["Ord"]) == ("40,5", "100")
    assert (month["Datum"], month["År"], month["Månad"], month["Resultat"]) == ("", "2019", "5", "Inga anmärkningar")
    assert (year["Datum"], year["År"], year["Månad"]) == ("", "2019", "")


def test_a_file_that_cant_be_read_has_no_figures_that_would_count_as_nought() -> None:
    with filled() as book:
        book.put(error="Filen är tom.", name="=2")
    (letter,) = table()
    assert (letter["Resultat"], letter["Varför oläst"]) == ("Inte läst", "Filen är tom.")
    assert (letter["Ord"], letter["Måste rättas"], letter["Underskrift: namn"]) == ("", "", "")
    # What a spreadsheet would take for a formula.
    assert letter["Fil"] == "'=2"


def test_a_csv_file_of_findings_names_their_rules() -> None:
    with filled() as book:
        book.put("prov.på-grund-av!")
    (found,) = table("--rows", "findings")
    assert (found["Regel"], found["Regelns id"]) == ("Kanslisvenska: på grund av", "prov.på-grund-av")
    assert (found["Område"], found["Nivå"], found["Del av brevet"]) == (
        "Kanslisvenska",
        "Måste rättas",
        "Hela brevet",
    )


def test_csv_goes_to_the_screen_when_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        book.put(name="/arkiv/a.txt")
    assert run(["audit", "report", "audit.sqlite", "--format", "csv"]) == 0
    assert "/arkiv/a.txt;" in capsys.readouterr().out


def test_an_excel_workbook_has_days_and_numbers_that_excel_counts_with() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    with filled() as book:
        book.put("prov.hot!", "prov.erhålla", date="2019-05-13", name="=1+1")
        book.put(name="b")
    assert run(["audit", "report", "audit.sqlite", "-o", "ut.xlsx"]) == 0
    sheets = openpyxl.load_workbook("ut.xlsx")
    assert sheets.sheetnames == ["Brev", "Anmärkningar"]
    names, first, _ = sheets["Brev"].iter_rows()
    letter = {name.value: cell for name, cell in zip(names, first, strict=True)}
    assert (letter["Datum"].value, letter["Datum"].number_format) == (datetime(2019, 5, 13), "yyyy-mm-dd")
    assert (letter["Måste rättas"].value, letter["LIX"].value, letter["LIX"].data_type) == (1, 40, "n")
    assert (letter["Fil"].value, letter["Fil"].data_type) == ("=1+1", "s")
    assert [row[1] for row in sheets["Anmärkningar"].iter_rows(values_only=True)] == [
        "Regel",
        "Kanslisvenska: hot",
        "Kanslisvenska: erhålla",
    ]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    pytest.importorskip("xlsxwriter")
    folder = tmp_path / "tillfälligt"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("letters", [1, 400])
def test_a_full_disk_is_one_line_and_leaves_nothing_of_the_workbook(
    letters: int, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled() as book:
        for number in range(letters):
            book.put("prov.hot!", "prov.erhålla", name=f"{number}.txt")
    assert run(["audit", "report", "audit.sqlite", "--format", "xlsx", "-o", "/dev/full"]) == 2
    gc.collect()
    assert capsys.readouterr().err == "klarsprak: /dev/full: filen går inte att skriva (disken är full).\n"
    assert not list(temporary.iterdir())


class _Interrupting(BytesIO):
    """A file at whose first bytes the user presses Ctrl-C."""

    def write(self, data: object) -> int:
        raise KeyboardInterrupt


def _rows(*, interrupted: bool) -> Iterator[list[str]]:
    yield ["Hulda"]
    if interrupted:
        raise KeyboardInterrupt


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("out", "interrupted"), [(BytesIO(), True), (_Interrupting(), False)], ids=["rows", "file"])
def test_who_interrupts_a_workbook_leaves_nothing_of_it(out: BytesIO, interrupted: bool, temporary: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_workbook([Sheet("Brev", ["Mening"], _rows(interrupted=interrupted))], out)
    out.close()
    gc.collect()
    assert not list(temporary.iterdir())
