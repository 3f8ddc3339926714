"""Kind ``unfilled``: labels on lines of their own, and what below them is no value."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules, texts

RULE = "- {id: x, kind: unfilled, labels: [datum, ärende], message: '{text} saknas', examples: [{flag: x}]}\n"


@pytest.mark.parametrize(
    ("below", "flagged"),
    [
        ("2024-05-01", []),
        ("Anna Berg", []),
        ("Handläggare: Anna Berg", ["Datum:"]),
        ("Med vänlig hälsning", ["Datum:"]),
        ("Hej Anna!", ["Datum:"]),
        ("Vi har fått din ansökan.", ["Datum:"]),
        ("Du får här ett beslut om din ansökan om", ["Datum:"]),
        ("# Beslut", ["Datum:"]),
    ],
)
def test_a_line_below_a_label_is_its_value_or_not(tmp_path: Path, below: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, RULE), f"Datum:\n{below}")) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Datum:", ["Datum:"]),
        ("Datum", []),  # without its colon a line may be a heading
        ("| Datum | |", ["Datum"]),
        ("| Datum | Ärende |\n| | Bygglov |", ["Datum"]),
        ("| Datum | |\n| 2024-05-01 | |", []),
    ],
)
def test_a_label_without_anything_below(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, RULE), text)) == flagged
