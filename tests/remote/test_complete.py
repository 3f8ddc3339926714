"""Reports as data and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Report
from klarsprak.readers import read_file
from klarsprak.reports.complete import IncompleteError, as_data, from_data

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    checker = Checker.ready(Config())
    names = ("beslut-fardtjanst.docx", "beslut-bygglov.docx", "kallelse-orosanmalan.docx")
    return [checker.check(letter) for name in names for letter in read_file(LETTERS / name)] + [
        Report("brev.docx", None, error="Filen går inte att läsa.")
    ]


def test_nothing_is_lost_on_the_way(reports: list[Report]) -> None:
    assert any(report.findings for report in reports)
    assert from_data(json.loads(json.dumps(as_data(reports)))) == reports


@pytest.mark.parametrize("broken", [None, [], {}, {"schema": "klarsprak/complete/1"}, {"schema": "x", "letters": []}])
def test_what_is_no_report_is_refused(broken: object) -> None:
    with pytest.raises(IncompleteError):
        from_data(broken)


@pytest.mark.parametrize(
    ("key", "value"),
    [("findings", [{}]), ("findings", None), ("signature", {"nummer": 1}), ("roles", ["okänd"]), ("mer", 1)],
)
def test_a_report_with_something_else_in_it_is_refused(reports: list[Report], key: str, value: object) -> None:
    data = json.loads(json.dumps(as_data(reports)))
    data["letters"][0][key] = value
    with pytest.raises(IncompleteError):
        from_data(data)
