"""Kind ``unfilled``: labels on lines of their own, and what below them is no value."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.files.errors import FileError
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
        ("Datum", ["Datum:"]),  # a label that waits for its own value
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


def found_by(folder: Path, what: str, text: str) -> list[str]:
    """The words that a rule of that sort flags."""
    rule = f"- {{id: x, kind: unfilled, look_for: {what}, message: '{{text}}', examples: [{{flag: x}}]}}\n"
    return texts(check(rules(folder, rule), text))


_ROWS = "Plats 820 kronor\nEl 140 kronor\n"


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (f"{_ROWS}Rabatt\nAvgift 960 kronor", ["Rabatt"]),
        (f"{_ROWS}Rabatt:\nMoms", ["Rabatt:", "Moms"]),
        (f"{_ROWS}# Rabatt", []),
        # Above the first amount it is a title, and so is a plural; two words may be a name.
        (f"Avgift\n{_ROWS}", []),
        (f"{_ROWS}Inkomster\nLön 900 kronor", []),
        (f"{_ROWS}Elsa Brodin\nLön 900 kronor", []),
        ("Plats\n820 kronor\nRabatt\n40 kronor\nEl\n10 kronor", []),
        ("Antal båtar 2\nAntal bryggor 3\nHamn", []),
        (f"{_ROWS}Du får svar i maj.\nRabatt", []),
        (f"Svarsblankett\n{_ROWS}Rabatt", []),  # the reader fills it in
    ],
)
def test_a_label_without_its_amount(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert found_by(tmp_path, "empty_rows", text) == flagged


_TORN = "Tackar du nej till platsen ska du göra en ny ansökan om"


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (_TORN, [_TORN]),
        (f"Hej på dig! {_TORN}", [_TORN]),
        (f"{_TORN}\nVi svarar i maj.", [_TORN]),
        (f"- {_TORN}\nVi svarar i maj.", [_TORN]),
        (f"{_TORN}\nMed vänlig hälsning", [_TORN]),
        # What follows may be the rest of the sentence.
        (f"{_TORN}\nBåtplats i hamnen", []),
        (f"{_TORN}\nbåtplats.", []),
        (f"{_TORN}\n- båtplats", []),
        (f"# {_TORN}", []),
        ("Du får veta vad det nya beslutet från nämnden handlar om", []),
        ("Så här gör du om du vill skicka in en ansökan om", []),
        ("Kontakta hamnchefen via", []),
    ],
)
def test_a_paragraph_that_stops_in_a_sentence(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert found_by(tmp_path, "torn_ends", text) == flagged


_SAID = "Elsa har fått en plats i hamnen."


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (f"{_SAID} {_SAID}", [_SAID]),
        (f"{_SAID}\n{_SAID}", [_SAID]),
        (f"{_SAID}Elsa har fått en plats i hamnen 2026.", ["Elsa har fått en plats i hamnen 2026."]),
        (f"{_SAID} Den är stor. {_SAID}", []),
        ("Avgiften i år för en plats är 820 kronor. Avgiften i år för en plats är 960 kronor.", []),
        ("Ring oss gärna. Ring oss gärna.", []),
        (f"- {_SAID}\n- {_SAID}", []),
    ],
)
def test_a_sentence_that_stands_twice(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert found_by(tmp_path, "repeated", text) == flagged


def test_a_rule_looks_for_one_thing(tmp_path: Path) -> None:
    two = "- {id: x, kind: unfilled, prompts: true, look_for: repeated, message: y, examples: [{flag: x}]}\n"
    with pytest.raises(FileError, match="regeln ska ha en av prompts, labels och look_for"):
        rules(tmp_path, two)
