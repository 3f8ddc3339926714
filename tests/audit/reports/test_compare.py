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


def test_a_years_work_shows_as_fewer_findings_a_letter(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", ("ton.hot!", "ton.hot!", "prov.ej"), ("prov.ej",))
    fill("b.sqlite", ("prov.ej",), (), (), (), first=100)
    lines = compared(capsys).splitlines()
    assert "Båda är granskade med samma program, regler och inställningar. Skillnaden beror på breven." in lines
    numbers = {line[:44].strip(): line[44:].split() for line in lines}
    assert numbers["Brev"] == ["2", "4"]
    assert numbers["Inga anmärkningar"] == ["0", "%", "75", "%"]
    assert numbers["Anmärkningar per brev"] == ["2,00", "0,25", "−1,75"]
    assert numbers["ton.hot"] == ["1,00", "0,00", "−1,00"]
    assert numbers["telefonnummer"] == ["100", "%", "100", "%"]


def test_the_same_letters_differ_by_a_new_rule_alone(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", ("prov.ej",))
    fill("b.sqlite", ("prov.ej", "prov.ny"), version=VERSION._replace(rules="b"))
    assert "Breven är desamma. Skillnaden beror på andra regler." in compared(capsys)
    told = json.loads(compared(capsys, "--format", "json"))
    assert told["schema"] == "klarsprak/audit-compare/1"
    assert told["differing"] == ["rules"]
    assert told["common_contents"] == 1
    assert told["rules"][0] == {"name": "prov.ny", "old": 0.0, "new": 1.0}


def test_other_letters_and_other_rules_cant_be_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", ("prov.ej",))
    fill("b.sqlite", (), version=VERSION._replace(program="2", config="y"), first=100)
    assert "Obs! Både breven och granskningens program, inställningar skiljer sig." in compared(capsys)


def test_the_same_letters_checked_in_the_same_way_show_no_change(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite", ("prov.ej",))
    fill("b.sqlite", ("prov.ej",))
    out = compared(capsys)
    assert out.startswith("Samma brev är granskade på samma sätt.")
    assert "Regler som har ändrats mest" not in out


def test_an_empty_ledger_can_be_compared_too(capsys: pytest.CaptureFixture[str]) -> None:
    fill("a.sqlite")
    fill("b.sqlite", ("prov.ej",))
    assert "Anmärkningar per brev" in compared(capsys)
