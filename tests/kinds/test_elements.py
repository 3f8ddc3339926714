"""What letters must say, told in unusual words, and letters that don't say it: ``elements.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.finding import Category

ELEMENTS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("elements.yml").read_text(encoding="utf-8"))
NUMBERS = range(len(ELEMENTS["pairs"]))


@cache
def checker() -> Checker:
    """Of no other category: a letter that is seen to be clear isn't told what it lacks."""
    return Checker(rules=[rule for rule in Checker().rules if rule.category is Category.ARENDEGANG])


def is_missed(number: int, text: str) -> bool:
    """Whether the rule of the pair says that the text lacks it."""
    pair = ELEMENTS["pairs"][number]
    filler = ELEMENTS["filler"].get(pair.get("filler"), "")
    findings = checker().check(parse(f"{pair[text]}\n{filler}").letter).findings
    return f"arendegang.{pair['rule']}" in {finding.rule for finding in findings}


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_said_in_unusual_words_is_not_missed(number: int) -> None:
    assert not is_missed(number, "said")


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_not_said_is_missed(number: int) -> None:
    assert is_missed(number, "lacking")
