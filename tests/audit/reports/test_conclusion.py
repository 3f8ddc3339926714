"""What ``klarsprak audit report`` says in words, and that it claims nothing that its letters don't bear."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.cli import run
from tests.audit.support import Book, filled, save

pytestmark = pytest.mark.usefixtures("archive")

TOO_FEW = "Det är färre än 5 brev. Det säger inget om hur ni brukar skriva."
NONE_OUTSTANDING = "Ingen enhet eller brevtyp skiljer sig klart från de andra."
NOTHING_TO_COMPARE = "Ingen enhet eller brevtyp har 20 olika brev att jämföra med 20 andra."
NO_YEARS = "Breven räcker inte för att säga vad som har ändrats över åren: det behövs 20 från två år."
HOT, EJ = "prov.hot!", "prov.ej"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the terminal shows, on one line."""
    capsys.readouterr()
    assert run(["audit", "report", "audit.sqlite", *arguments]) == 0
    return " ".join(capsys.readouterr().out.split())


def put(book: Book, letters: int, *rules: str, **facts: object) -> None:
    """Letters of which every third has one finding more: they differ, as letters do."""
    for number in range(letters):
        more = (EJ,) if number % 3 == 0 else ()
        book.put(*rules, *more, **facts)


def test_without_a_file_the_report_is_its_conclusion_and_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    save("klarsprak.yml", "organisation:\n  name: Ekvalla kommun\nrule_packs: prov.yml\nselect: prov\n")
    with filled() as book:
        put(book, 6, HOT, "prov.erhålla", date="2019-05-13")
        put(book, 4, "prov.erhålla", date="2017")
        book.put(error="Filen är tom.")
    out = told(capsys)
    assert out.startswith(
        "Så klart skriver Ekvalla kommun Rapporten gäller 10 brev, skrivna från 2017 till 13 maj 2019."
    )
    assert "Obs! 1 fil eller bilaga gick inte att läsa och är inte med i siffrorna." in out
    assert "Av de 10 granskade breven har 6 (60 %) något som måste rättas." in out
    assert (
        "Vanligast bland det som måste rättas eller bör skrivas om är ”Kanslisvenska: erhålla” (100 % av breven), "
        "”Kanslisvenska: hot” (60 % av breven) och ”Kanslisvenska: ej” (40 % av breven)."
    ) in out
    assert f"{NOTHING_TO_COMPARE} {NO_YEARS}" in out
    assert "De vanligaste anmärkningarna (n = 10 brev)" in out
    assert "Kanslisvenska: hot Måste rättas 60 % 6,0" in out
    assert "om båda har minst 20 olika brev" in out
    assert out.endswith("lägg till -o rapport.html")


def test_a_file_without_an_ending_or_of_text_gets_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        book.put(HOT)
    shown = told(capsys)
    assert told(capsys, "-o", "ut.txt") == ""
    assert " ".join(Path("ut.txt").read_text(encoding="utf-8").split()) == shown


@pytest.mark.parametrize(
    ("letters", "says"),
    [
        ([], "Det finns inga granskade brev. Därför finns det inget att säga om hur de är skrivna."),
        (
            [[]],
            "Det enda granskade brevet har inget som måste rättas. "
            f"Det finns inget annat som bör skrivas om. {TOO_FEW}",
        ),
        (
            [[HOT]],
            "Det enda granskade brevet har något som måste rättas. "
            f"Rätta eller skriv om till exempel ”Kanslisvenska: hot”. {TOO_FEW}",
        ),
        (
            [[HOT], [EJ], []],
            "Av de 3 granskade breven har 1 något som måste rättas. Vanligast bland det som måste rättas eller bör "
            f"skrivas om är ”Kanslisvenska: ej” (1 av 3 brev) och ”Kanslisvenska: hot” (1 av 3 brev). {TOO_FEW}",
        ),
        ([[HOT]] * 5, "Alla 5 granskade brev har något som måste rättas."),
        ([[EJ]] * 5, "Inget av de 5 granskade breven har något som måste rättas."),
    ],
)
def test_of_few_letters_it_says_what_is_in_them_and_no_more(
    letters: list[list[str]], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled() as book:
        for rules in letters:
            book.put(*rules)
    assert says in told(capsys)


def test_units_and_types_that_differ_clearly_are_named_with_their_letters(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        put(book, 30, HOT, HOT, HOT, unit="Byggnadsnämnden", types=("väntan",))
        put(book, 30, EJ, unit="Socialnämnden", types=("svar",))
        put(book, 30, unit="Kulturnämnden")
        put(book, 30, EJ)
    out = told(capsys)
    assert (
        "Klart fler anmärkningar än övriga brev har enheten Byggnadsnämnden (30 brev, 33,3 per 1 000 ord) och "
        "brevtypen besked om väntetid (30 brev, 33,3 per 1 000 ord). "
        "Klart färre anmärkningar än övriga brev har enheten Kulturnämnden (30 brev, 3,3 per 1 000 ord)."
    ) in out


@pytest.mark.parametrize(
    ("unit", "others", "says"),
    [
        ((19, [HOT, HOT]), (60, []), NOTHING_TO_COMPARE),  # clear, but of few letters
        ((30, [HOT]), (30, [EJ]), NONE_OUTSTANDING),  # as many findings
        ((400, [HOT] * 9), (400, [HOT] * 8), NONE_OUTSTANDING),  # sure, but too small to do anything about
    ],
)
def test_no_unit_is_named_for_few_letters_or_a_small_difference(
    unit: tuple[int, list[str]],
    others: tuple[int, list[str]],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with filled() as book:
        put(book, unit[0], *unit[1], unit="Byggnadsnämnden")
        put(book, others[0], *others[1])
    assert says in told(capsys)


def test_a_difference_that_chance_could_make_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        for number in range(60):
            # One letter in ten has all the findings; one unit has happened to get one such letter more.
            unit = "Byggnadsnämnden" if number % 2 else "Socialnämnden"
            book.put(*([EJ] * 12 if number in (1, 3, 5, 8, 10) else []), unit=unit)
    assert NONE_OUTSTANDING in told(capsys)


def test_copies_make_no_difference_sure(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        put(book, 30, EJ)
        book.put(HOT, HOT, HOT, unit="Byggnadsnämnden", name="/arkiv/mall-0.txt")
        for number in range(1, 40):
            book.copy(f"/arkiv/mall-{number}.txt")
    assert NOTHING_TO_COMPARE in told(capsys)


@pytest.mark.parametrize(
    ("years", "says"),
    [
        (
            {"2015": (20, [HOT, HOT]), "2016": (3, []), "2019": (25, [])},
            "Anmärkningarna har blivit färre: 23,5 per 1 000 ord år 2015 (20 brev), 3,6 år 2019 (25 brev).",
        ),
        (
            {"2015": (20, []), "2019": (20, [HOT])},
            "Anmärkningarna har blivit fler: 3,5 per 1 000 ord år 2015 (20 brev), 13,5 år 2019 (20 brev).",
        ),
        (
            {"2015": (20, [HOT]), "2019": (20, [HOT])},
            "Mellan år 2015 (20 brev) och år 2019 (20 brev) har antalet anmärkningar inte ändrats klart.",
        ),
        ({"2015": (19, [HOT, HOT]), "2019": (40, [])}, NO_YEARS),
    ],
)
def test_what_has_changed_over_the_years_is_told_where_both_have_letters_enough(
    years: dict[str, tuple[int, list[str]]], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled() as book:
        for year, (letters, rules) in years.items():
            put(book, letters, *rules, date=year)
    assert says in told(capsys)
