"""``klarsprak baseline``, and ``check`` with what it wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klarsprak.cli import run
from tests.reports.test_schema import SCHEMA

OLD = "Hej!\n\nDu har erhållit ett bidrag för att bygga om bostaden.\n\nVänligen svara på brevet i maj.\n"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What ``klarsprak baseline`` writes of the old template."""
    folder = tmp_path_factory.mktemp("mallar")
    (folder / "mall.txt").write_text(OLD, encoding="utf-8")
    assert run(["baseline", str(folder), "--output", str(folder / "kända.json")]) == 0
    return (folder / "kända.json").read_bytes()


@pytest.fixture(autouse=True)
def _template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mall.txt").write_text(OLD, encoding="utf-8")
    Path("klarsprak-baseline.json").write_bytes(written)


def test_a_finding_in_the_baseline_no_longer_stops_the_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "mall.txt"]) == 1
    capsys.readouterr()
    assert run(["check", "--baseline", "klarsprak-baseline.json", "--fail-on", "info", "mall.txt"]) == 0
    out = capsys.readouterr().out
    assert "Inget nytt att anmärka på." in out
    assert "anmärkningar är kända sedan tidigare och visas inte." in out


def test_a_finding_that_the_baseline_lacks_stops_the_letter(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev.txt").write_text(OLD + "\nVi har erhållit din ansökan.\n", encoding="utf-8")
    assert run(["check", "--baseline", "klarsprak-baseline.json", "--format", "json", "brev.txt"]) == 1
    data = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(data)
    assert [found["place"]["line"] for found in data["letters"][0]["findings"]] == [7]
    assert data["letters"][0]["known"] > 1


def test_the_organisations_file_can_name_the_baseline() -> None:
    Path("klarsprak.yml").write_text("baseline: klarsprak-baseline.json\n", encoding="utf-8")
    assert run(["check", "mall.txt"]) == 0
    assert run(["baseline", "mall.txt", "-o", "ny.json"]) == 0, "the baseline in use hides nothing from a new one"
    assert len(Path("ny.json").read_bytes()) == len(Path("klarsprak-baseline.json").read_bytes())


def test_a_finding_that_is_gone_is_pruned_from_the_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mall.txt").write_text(OLD.replace("erhållit", "fått"), encoding="utf-8")
    assert run(["baseline", "--prune", "mall.txt"]) == 0
    assert capsys.readouterr().out.endswith("2 kända anmärkningar, 1 borttagen.\n")
    Path("mall.txt").write_text(OLD, encoding="utf-8")
    assert run(["check", "--baseline", "klarsprak-baseline.json", "mall.txt"]) == 1


def test_the_baseline_is_written_over_only_when_asked_and_unchanged_where_the_letters_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = Path("klarsprak-baseline.json").read_bytes()
    assert run(["baseline", "mall.txt"]) == 2
    assert "filen finns redan. Lägg till --force" in capsys.readouterr().err
    assert run(["baseline", "mall.txt", "--force"]) == 0
    assert Path("klarsprak-baseline.json").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--baseline", "borta.json", "mall.txt"], "borta.json”, finns inte."),
        (
            ["check", "--baseline", "mall.txt", "mall.txt"],
            "mall.txt:1:1: filen är ingen lista över kända anmärkningar.",
        ),
        (["check", "--config", "fel.yml", "mall.txt"], "fel.yml:2:11: filen med kända anmärkningar, ”"),
        (["check", "--config", "annat.yml", "mall.txt"], "annat.yml:2:3: mall.txt:1:1: filen är ingen lista"),
        (
            ["baseline", "--prune", "mall.txt", "-o", "borta.json"],
            "borta.json: filen går inte att läsa (den finns inte).",
        ),
        (["baseline", "-o", "borta/ny.json", "mall.txt"], "borta/ny.json: filen går inte att skriva"),
        (["baseline"], "BREV… saknas."),
    ],
)
def test_misuse_of_the_baseline_is_one_line_and_exits_with_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("fel.yml").write_text("# Våra val\nbaseline: borta.json\n", encoding="utf-8")
    Path("annat.yml").write_text("kända_anmärkningar:\n  mall.txt\n", encoding="utf-8")
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_nothing_is_pruned_when_a_letter_could_not_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("klarsprak-baseline.json").read_bytes()
    assert run(["baseline", "--prune", "borta.txt"]) == 2
    assert "ändras inte, eftersom alla brev inte gick att läsa." in capsys.readouterr().err
    assert Path("klarsprak-baseline.json").read_bytes() == before
