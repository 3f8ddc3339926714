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
    f"- {{id: ej, category: kanslisvenska, level: info, words: ej, instead: inte, {EXAMPLES}}}\n"
)
OTHERS = "".join(
    f"- {{id: {name}, category: {name}, level: info, words: {name}ord, instead: ord, {EXAMPLES}}}\n"
    for name in CATEGORIES
)
CLEAR = "Du får en plats vid bryggan i vår. " * 12
HEAVY = "Du får ej en plats vid bryggan i vår. " * 12
SAID = "Du har faktiskt en båt. Flytta den genast."


@pytest.mark.parametrize(
    ("text", "pack", "told"),
    [
        (HEAVY + SAID, RULES + OTHERS, {"ej", "faktiskt", "genast"}),
        (CLEAR + SAID, RULES + OTHERS, {"genast"}),  # what is no hint is always told
        (SAID, RULES + OTHERS, {"faktiskt", "genast"}),  # too short to be seen to be clear
        (CLEAR + SAID, RULES, {"faktiskt", "genast"}),  # nobody looks for what makes a letter heavy
    ],
)
def test_a_hint_on_tone_is_told_where_the_wording_is_heavy(
    tmp_path: Path, text: str, pack: str, told: set[str]
) -> None:
    assert set(texts(check(rules(tmp_path, pack), text))) == told
