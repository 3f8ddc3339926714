"""What explains a section may not need explaining: the sentences pass the program's own rules."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

import pytest

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Finding, Level
from klarsprak.laws.cases import cases
from klarsprak.laws.plain import SectionKey, sections
from klarsprak.letter import Block, Letter

OFFICIALESE = {"kanslisvenska", "forkortning"}
"""What no sentence holds, not even what the program only mentions in passing."""
OF_LAW = {"kanslisvenska.särskilda-skäl"}
"""What only the authority can fill: a sentence that said it in other words would promise something else."""
BY_ACT = [(sfs, list(keys)) for sfs, keys in groupby(sections(), key=attrgetter("sfs"))]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config())


@pytest.mark.parametrize(("sfs", "keys"), BY_ACT, ids=[sfs for sfs, _ in BY_ACT])
def test_no_sentence_uses_a_word_that_the_rules_flag(checker: Checker, sfs: str, keys: list[SectionKey]) -> None:
    """Each sentence is a letter of its own: a word is told once in a letter, and would hide in the next.

    What is ``info`` among the terms passes: *bygglov* is what the letter itself is about.
    """
    assert [line for key in keys for line in _remarks(checker, sections()[key].text)] == []


def test_no_case_uses_a_word_that_the_rules_flag(checker: Checker) -> None:
    """What a section says of some is said as plainly as what it says of most."""
    texts = [case.text for told in cases().values() for case in told]
    assert [line for text in texts for line in _remarks(checker, text)] == []


def _remarks(checker: Checker, text: str) -> list[str]:
    """*vite (fackord.vite): Kommunen får besluta om vite.*"""
    findings = checker.check(Letter("lagrum", "text", [Block(text)], [])).findings
    return [f"{found.text} ({found.rule}): {text}" for found in findings if _is_about_a_word(found)]


def _is_about_a_word(found: Finding) -> bool:
    if found.rule in OF_LAW:
        return False
    return found.place is not None and (found.level >= Level.WARNING or found.category in OFFICIALESE)
