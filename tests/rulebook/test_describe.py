"""A rule as the terminal shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.rulebook import packs
from klarsprak.rulebook.describe import describe
from tests.support import HEADER

RULE = """\
rules:
  - id: erhålla
    words: erhålla
    instead: [få, ta emot]
    examples:
"""


def described(folder: Path, examples: str) -> str:
    path = folder / "prov.yml"
    path.write_text(HEADER + RULE + examples, encoding="utf-8")
    return describe(packs.load_pack(path)[0])


def test_a_rule_says_its_words_before_why(tmp_path: Path) -> None:
    text = described(tmp_path, "      - {flag: 'Du har [erhållit] det.'}\n")
    assert text.index("Ord: erhålla\nSkriv hellre: få, ta emot\n") < text.index("Varför: ")


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        ("{flag: 'Du [erhåller] det.', fix: Du får det.}", "  Flaggas:  Du [erhåller] det.\n  Bättre:   Du får det."),
        ("{flag: 'Du [erhåller] det.'}", "\n\n  Flaggas:  Du [erhåller] det."),
        ("{pass: Du får det.}", "\n\n  Går bra:  Du får det."),
        (r'{pass: "# Beslut\nDu får det."}', "  Går bra:  # Beslut\n            Du får det."),
    ],
)
def test_an_examples_texts_stand_below_each_other(tmp_path: Path, example: str, shown: str) -> None:
    assert described(tmp_path, f"      - {example}\n").endswith(shown)
