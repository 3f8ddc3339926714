"""``corpora/signatures``: the gold says only what its letters bear out, and covers every layout."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from klarsprak.finding import SIGNATURE_EXTRAS, SIGNATURE_PARTS, Occasion
from klarsprak.letter import Letter, Role
from klarsprak.readers import read_file

FOLDER = Path(__file__).parents[2] / "corpora" / "signatures"
GOLD: list[dict[str, Any]] = yaml.safe_load((FOLDER / "gold.yml").read_text(encoding="utf-8"))

DEFINITE = {"förskolechef", "bygglovschef", "avdelningschef"}
"""Titles that stand in their letters in the definite form."""


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def test_every_letter_has_gold_and_every_gold_a_letter() -> None:
    names = Counter(gold["letter"] for gold in GOLD)
    assert names == Counter(path.name for path in FOLDER.iterdir() if path.suffix != ".yml")


def test_the_test_letters_cover_every_layout() -> None:
    assert {gold["layout"] for gold in GOLD if gold["split"] == "test"} == {gold["layout"] for gold in GOLD}
    assert {gold["occasion"] for gold in GOLD} == set(Occasion)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["letter"])
def test_the_signatures_gold_fits_its_letter(gold: dict[str, Any]) -> None:
    letter = next(iter(read_file(FOLDER / gold["letter"])))
    assert isinstance(letter, Letter)
    there = words(" ".join(block.text for block in letter.blocks if block.role is not Role.QUOTED))
    parts = gold["signature"] or {}
    assert not parts or tuple(parts) == SIGNATURE_PARTS
    extras = gold.get("extras", {})
    assert set(extras) <= set(SIGNATURE_EXTRAS)
    for text in (*parts.values(), *extras.values()):
        for one in text if isinstance(text, list) else [text or ""]:
            assert words(one) <= there | DEFINITE
    told = {"phone" if part == "switchboard" else part for part in gold["flagged"]}
    assert told <= {part for part, text in parts.items() if text is None}
