"""Hints on tone and address in letters that are clear, and in those that aren't."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules, texts

CATEGORIES = "fackord forkortning lagrum passiv mening".split()
EXAMPLES = "examples: [{flag: x}]"
RULES = (
    f"- {{id: sur, category: ton, level: info, words: faktiskt, instead: ja, {EXAMPLES}}}\n"
    f"- {{id: arg, category: ton, level: warning, words: genast, instead: nu, {EXAMPLES}}}\n"
    f"- {{id: var, category: arendegang, level: info, words: dit, instead: hit, {EXAMPLES}}}\n"
    f"- {{id: ej, category: kanslisvenska, level: info, words: ej, instead: inte, {EXAMPLES}}}\n"
)
OTHERS = "".join(
    f"- {{id: {name}, category: {name}, level: info, words: {name}ord, instead: ord, {EXAMPLES}}}\n"
    for name in CATEGORIES
)
THROUGHOUT = "Du får en plats vid bryggan i vår. " * 20
CLEAR = "Du får en plats vid bryggan i vår. " * 12
HEAVY = "Du får ej en plats vid bryggan i vår. " * 12
SAID = "Du har faktiskt en båt. Flytta den genast."


@pytest.mark.parametrize(
    ("text", "pack", "told"),
    [
        (HEAVY + SAID, RULES + OTHERS, {"ej", "faktiskt", "genast"}),
        (CLEAR + SAID, RULES + OTHERS, {"genast"}),  # what is no hint is always told
        (SAID, RULES + OTHERS, {"faktiskt", "genast"}),  # too short to be seen to be clear
        (THROUGHOUT + SAID + "Du är ej sen.", RULES + OTHERS, {"genast"}),
        (THROUGHOUT + "Skicka den dit.", RULES + OTHERS, set()),  # such a letter says somewhere where that is
        (CLEAR + "Skicka den dit.", RULES + OTHERS, {"dit"}),
        (CLEAR + SAID + "Du är ej sen. Du är ej arg.", RULES + OTHERS, {"genast", "ej"}),
        (CLEAR + SAID, RULES, {"faktiskt", "genast"}),  # nobody looks for what makes a letter heavy
    ],
)
def test_a_hint_is_told_where_the_wording_is_heavy(tmp_path: Path, text: str, pack: str, told: set[str]) -> None:
    assert set(texts(check(rules(tmp_path, pack), text))) == told


LAW = f"- {{id: lag, kind: legal, check: unexplained, category: lagrum, level: warning, message: nej, {EXAMPLES}}}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            THROUGHOUT + "Mer om båtar vid bryggan i hamnen står i 9 § LSS.",
            set(),
        ),  # a clear letter tells it in words of its own
        (THROUGHOUT + "Nämnden beslutar enligt 9 § LSS att båten får ligga kvar.", {"9 § LSS"}),
        (HEAVY + "Mer om båtar vid bryggan i hamnen står i 9 § LSS.", {"ej", "9 § LSS"}),
    ],
)
def test_a_section_is_told_to_be_unexplained_where_a_clear_letter_decides_by_it(
    tmp_path: Path, text: str, told: set[str]
) -> None:
    assert set(texts(check(rules(tmp_path, RULES + OTHERS + LAW), text))) == told
