"""``klarsprak audit compare``: what a year's work, or another rule, has changed."""

from __future__ import annotations

import json

import pytest

from klarsprak.audit.version import Version
from klarsprak.cli import run
from tests.audit.support import VERSION, filled

pytestmark = pytest.mark.usefixtures("archive")


def compared(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert run(["audit", "compare", "a.sqlite", "b.sqlite", *arguments]) == 0
    return capsys.readouterr().out.replace("\u00a0", " ")


def fill(path: str, *letters: tuple[str, ...], version: Version = VERSION, first: int = 0) -> None:
    with filled(path, version, first) as book:
        for rules in letters:
            book.put(*rules)


def numbers(told: str) -> dict[str, str]:
    """What stands in each row after its name."""
    return {line[:44].strip(): " ".join(line[44:].split()) for line in told.splitlines()}


def differing(letters: int, *rules: str) -> list[tuple[str, ...]]:
    """Letters of which every third has one finding more."""
    return [(*rules, "prov.ej") if number % 3 == 0 else rules for number in range(letters)]


def test_a_years_work_shows_as_fewer_findings_of_as_many_words(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", *differing(24, "ton.hot!", "ton.hot!"))
    fill("b.sqlite", *differing(30), first=100)
    told = compared(capsys)
    assert told.startswith(
        "Andra brev, samma regler\n\n"
        "Breven har färre anmärkningar: 23,3 per 1 000 ord före, 3,3 nu.\n"
        "Båda är granskade med samma program, regler och inställningar. Det som skiljer beror på breven.\n"
    )
    row = numbers(told)
    assert row["Antal brev (n)"] == "24 30 +6"
    assert row["Inga anmärkningar"] == "0 % 67 % +67 procentenheter"
    assert row["Inget som måste rättas"] == "0 % 100 % +100 procentenheter"
    assert row["Anmärkningar per 1 000 ord"] == "23,3 3,3 −20,0"
    assert row["LIX"] == "40 40 ingen skillnad"
    assert row["Kanslisvenska: hot"] == "20,00 0,00 −20,00"
    assert row["Telefonnummer"] == "100 % 100 % ingen skillnad"
    assert "Kanslisvenska: ej" not in row
    assert "om båda har minst 20 olika brev" in " ".join(told.split())


def test_letters_that_are_much_alike_show_no_sure_difference(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", *differing(24, "ton.hot!"))
    fill("b.sqlite", *differing(25, "ton.hot!"), first=100)
    told = compared(capsys)
    assert (
        "Skillnaden är för liten för att säga om breven har blivit bättre: 13,3 per 1 000 ord före, 13,6 nu." in told
    )
    assert numbers(told)["Anmärkningar per 1 000 ord"] == "13,3 13,6 ingen säker skillnad"
    assert numbers(told)["Inga anmärkningar"] == "0 % 0 % ingen skillnad"


def test_ten_letters_on_a_side_are_shown_but_not_judged(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", *differing(10, "ton.hot!"))
    fill("b.sqlite", *differing(10), first=100)
    told = compared(capsys)
    assert "Det behövs 20 olika brev på varje sida för att säga om breven har blivit bättre." in told
    assert numbers(told)["Anmärkningar per 1 000 ord"] == "14,0 4,0 ingen säker skillnad"


def test_letters_that_are_in_both_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", *differing(6))
    fill("b.sqlite", *differing(8))
    assert "\n6 brev finns i båda.\n" in compared(capsys)


def test_the_same_letters_differ_by_a_new_rule_alone(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", *[("prov.ej",)] * 5)
    fill("b.sqlite", *[("prov.ej", "prov.ny")] * 5, version=VERSION._replace(rules="b"))
    told = compared(capsys)
    assert told.startswith(
        "Samma brev, andra regler\n\nBreven har fler anmärkningar: 10,0 per 1 000 ord före, 20,0 nu."
    )
    assert "Breven är desamma. Det som skiljer beror på andra regler." in told
    # Of the same letters every difference is real, however few they are.
    assert numbers(told)["Kanslisvenska: ny"] == "0,00 10,00 +10,00"
    assert "olika brev" not in told
    found = json.loads(compared(capsys, "--format", "json"))
    assert found["schema"] == "klarsprak/audit-compare/1"
    assert found["differing"] == ["rules"]
    assert found["common_contents"] == 5
    assert found["new"]["findings_per_letter"] == 2.0
    assert found["new"]["findings_per_1000_words"] == 20.0
    assert found["rules"][0] == {
        "name": "prov.ny",
        "old": 0.0,
        "new": 1.0,
        "old_per_1000_words": 0.0,
        "new_per_1000_words": 10.0,
    }


def test_other_letters_and_other_rules_cant_be_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", ("prov.ej",))
    fill("b.sqlite", (), version=VERSION._replace(program="2", config="y"), first=100)
    told = compared(capsys)
    assert told.startswith("Andra brev, annan version av programmet och andra inställningar\n")
    assert "Obs! Både breven och granskningens program och inställningar skiljer sig." in told


def test_the_same_letters_checked_in_the_same_way_show_no_change(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", *[("prov.ej",)] * 5)
    fill("b.sqlite", *[("prov.ej",)] * 5)
    out = compared(capsys)
    assert out.startswith(
        "Samma brev, samma regler\n\nBreven har lika många anmärkningar som förut: 10,0 per 1 000 ord."
    )
    assert "Samma brev är granskade på samma sätt." in out
    assert numbers(out)["Antal brev (n)"] == "5 5 ingen skillnad"
    assert "Regler som har ändrats mest" not in out


@pytest.mark.parametrize("letters", [0, 3])
def test_few_letters_are_not_compared(letters: int, capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", *[("prov.ej",)] * letters)
    fill("b.sqlite", *[()] * 30, first=100)
    told = compared(capsys)
    assert "Det är färre än 5 brev i en av granskningarna. Det är för få att jämföra." in told
    assert numbers(told)["Antal brev (n)"] == f"{letters} 30 +{30 - letters}"
    assert numbers(told)["Anmärkningar per 1 000 ord"] == "– – –"
    assert "Kanslisvenska" not in told


def test_letters_that_were_checked_by_older_rules_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", ("prov.ej",))
    fill("a.sqlite", (), (), version=VERSION._replace(rules="b"), first=100)
    fill("b.sqlite", ("prov.ej",), version=VERSION._replace(rules="b"))
    assert "Obs! Före: 1 fil är granskad med äldre regler eller inställningar." in compared(capsys)
