"""Kind ``expect``: letters' types, and what is looked for where."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.files.errors import FileError
from klarsprak.letter import Block, Letter, Role
from tests.support import check, rules

KEYS = "kind: expect, category: arendegang, message: Något saknas., examples: [{flag: x}]"
LETTERS = "letters: {avslag: {heading: avslag, find: avslår, unless: om vi … avslår}, svar: tack för}"


def missing(tmp_path: Path, keys: str, text: str) -> bool:
    """Whether the rule says that something is missing from the letter."""
    return bool(check(rules(tmp_path, f"- {{id: x, {keys}, {LETTERS}, {KEYS}}}\n"), text).findings)


@pytest.mark.parametrize(
    ("text", "is_of_type"),
    [
        ("Vi avslår din ansökan.", True),
        ("# Avslag på din ansökan\nHej och tack.", True),
        ("Avslag på din ansökan\nHej och tack för brevet.", True),  # a short line at the beginning is a title too
        ("Om vi i så fall avslår ansökan får du veta det.", False),
        ("Du frågar vad ett avslag är för något.", False),
    ],
)
def test_a_type_is_told_by_title_or_sentence(tmp_path: Path, text: str, is_of_type: bool) -> None:
    assert missing(tmp_path, "letter: avslag, find: överklaga", text) is is_of_type


def test_a_letter_of_no_type_is_asked_for_nothing(tmp_path: Path) -> None:
    assert not missing(tmp_path, "letter: [avslag, svar], find: överklaga", "Vi byter din vattenmätare.")


def test_a_letter_may_be_of_several_types(tmp_path: Path) -> None:
    text = "Tack för ditt brev. Vi avslår din ansökan."
    assert missing(tmp_path, "letter: svar, find: överklaga", text)
    assert not missing(tmp_path, "letter: svar, not_letter: avslag, find: överklaga", text)


def test_the_key_near_asks_for_the_same_sentence_or_the_next(tmp_path: Path) -> None:
    keys = "find: inom, near: återkommer"
    assert not missing(tmp_path, keys, "Vi återkommer inom en vecka.")
    assert not missing(tmp_path, keys, "Vi återkommer.\nDet blir inom en vecka.")
    assert missing(tmp_path, keys, "Vi återkommer. Tack för brevet. Vi ses inom kort.")


def test_a_sentence_may_not_count_as_near(tmp_path: Path) -> None:
    keys = "find: inom, near: återkommer, near_unless: om"
    assert missing(tmp_path, keys, "Du frågar om vi återkommer inom en vecka.")
    assert not missing(tmp_path, keys, "Vi återkommer inom en vecka.")


def test_the_key_within_counts_sentences_and_takes_in_the_headings_above(tmp_path: Path) -> None:
    keys = "find: avslår, within: 1"
    assert missing(tmp_path, keys, "Du sökte bidrag i maj. Vi avslår ansökan.")
    assert not missing(tmp_path, keys, "# Vi avslår ansökan\nDu sökte bidrag i maj.")


def test_a_regex_looks_in_the_head_of_the_page_too(tmp_path: Path) -> None:
    rule = rules(tmp_path, f"- {{id: x, regex: Dnr, not_format: [email], {KEYS}}}\n")
    body = Block("Vi avslår din ansökan.")
    head = Block("Dnr 2026/1", Role.HEADER)
    assert Checker(rules=rule).check(Letter("x", "docx", [body], [])).findings
    assert not Checker(rules=rule).check(Letter("x", "docx", [head, body], [])).findings
    assert not Checker(rules=rule).check(Letter("x", "email", [body], [])).findings


def test_a_type_that_is_not_described_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="brevtypen ”beslut” finns inte"):
        rules(tmp_path, f"- {{id: x, letter: beslut, find: x, {LETTERS}, {KEYS}}}\n")


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Senast den 3 mars. Ett. Två. Skicka kartan.", False),
        ("Senast den 3 mars. Ett. Två. Tre. Skicka kartan.", True),  # four sentences back
        ("Skicka kartan. Ett. Två. Senast den 3 mars.", True),
        ("Skicka kartan. Inom en vecka.", False),
        ("Inom en vecka. Skicka kartan.", True),  # what is looked for after isn't looked for before
    ],
)
def test_the_key_find_before_looks_three_sentences_back(tmp_path: Path, text: str, is_missing: bool) -> None:
    keys = "find: inom, near: skicka, find_before: senast"
    assert missing(tmp_path, keys, text) is is_missing
