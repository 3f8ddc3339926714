"""The schema of ``klarsprak/report/1`` that ships holds for what we write, and for nothing else."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from klarsprak.checker import Checker
from klarsprak.finding import Category, Level, Report
from klarsprak.letter import Role
from klarsprak.readers import read_file
from klarsprak.reports.json import write
from klarsprak.reports.remarks import as_remarks
from klarsprak.suppression.level import hide_below
from tests.support import WORDS, check, rules

SCHEMA = json.loads((files("klarsprak.reports") / "report-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
LETTERS = Path(__file__).parents[2] / "corpora/letters"


def written(*reports: Report) -> Any:
    stream = io.StringIO()
    write(reports, stream)
    return json.loads(stream.getvalue())


@pytest.mark.parametrize("name", ["autosvar-2005.eml", "beslut-bygglov.docx", "beslut-foreningsbidrag-2001.pdf"])
def test_the_schema_holds_for_letters_of_every_sort(name: str, tmp_path: Path) -> None:
    checker = Checker(rules=rules(tmp_path, WORDS))
    VALIDATOR.validate(written(*(checker.check(letter) for letter in read_file(LETTERS / name))))


def test_the_schema_holds_for_a_letter_that_could_not_be_read() -> None:
    VALIDATOR.validate(written(Report("x", None, error="Går inte att läsa.")))


def test_the_schema_holds_for_findings_that_are_left_out(tmp_path: Path) -> None:
    report = check(rules(tmp_path, WORDS), "Du har ej kommit.")
    (shown,) = hide_below(Level.ERROR, [report])
    letters = written(shown)
    VALIDATOR.validate(letters)
    assert letters["letters"][0]["below"] == 1
    assert letters["letters"][0]["findings"] == []


def test_the_schema_holds_for_a_finding_that_speaks_for_others(tmp_path: Path) -> None:
    letters = written(as_remarks(check(rules(tmp_path, WORDS), "Du har ej kommit. Du har ej ringt.")))
    VALIDATOR.validate(letters)
    [finding] = letters["letters"][0]["findings"]
    assert finding["message"] == "”ej” är svårt. Skriv ”inte”. Det står på ett ställe till."
    [again] = finding["also"]
    assert again["message"] == "”ej” är svårt. Skriv ”inte”."
    assert again["place"]["start"] > finding["place"]["end"]


def test_a_verdict_must_fit_the_findings(tmp_path: Path) -> None:
    report = written(check(rules(tmp_path, WORDS), "Du har ej kommit."))
    report["letters"][0]["verdict"] = "clean"
    with pytest.raises(ValidationError):
        VALIDATOR.validate(report)


def test_the_schema_knows_every_category_level_and_role() -> None:
    definitions = SCHEMA["$defs"]
    finding = definitions["finding"]["properties"]
    assert finding["category"]["enum"] == list(Category)
    assert set(finding["level"]["enum"]) == {str(level) for level in Level}
    assert definitions["place"]["properties"]["role"]["enum"] == list(Role)


def test_the_reports_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
