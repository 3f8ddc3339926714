"""Kind ``passive``: whose passives are flagged, and where the doer counts as named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules, texts

KEYS = "kind: passive, category: passiv, message: '{text}', examples: [{flag: x}]"
AFTER = f"- {{id: x, after: [ska, kommer att], {KEYS}}}\n"
NAMED = f"- {{id: x, verbs: [skickas], {KEYS}}}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Blanketten ska skickas till oss.", ["ska skickas"]),
        ("I maj ska blanketten skickas till oss.", ["ska blanketten skickas"]),
        ("Planen kommer att skickas till dig.", ["kommer att skickas"]),
        ("När planen är klar kommer den att skickas till dig.", ["kommer den att skickas"]),
        ("Du ska veta att blanketten skickas i dag.", []),  # ska belongs to another clause
        ("Blanketten skickas i dag.", []),
    ],
)
def test_a_passive_is_flagged_only_after_the_auxiliaries_that_the_rule_names(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert texts(check(rules(tmp_path, AFTER), text)) == found


@pytest.mark.parametrize("text", ["Vi ska träffas i maj.", "Du kommer att trivas.", "Det ska finnas ett lås."])
def test_deponents_and_reciprocals_hide_nobody(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, AFTER), text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Brevet skickas av kommunen.",
        "Brevet skickas ut av kommunen.",
        "Brevet skickas på uppdrag av nämnden.",
    ],
)
def test_a_doer_that_is_named_is_no_finding(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, NAMED), text)) == []


@pytest.mark.parametrize("text", ["Brevet [skickades] i går.", "Brevet har [skickats].", "Brevet [skickas] i maj."])
def test_a_verb_that_is_named_is_found_in_all_passive_forms(tmp_path: Path, text: str) -> None:
    word = text[text.index("[") + 1 : text.index("]")]
    assert texts(check(rules(tmp_path, NAMED), text.replace("[", "").replace("]", ""))) == [word]
