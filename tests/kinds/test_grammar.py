"""Kind ``grammar``: each check by sentences that have the mistake and sentences that look like it."""

from __future__ import annotations

from typing import get_args

import pytest

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.grammar.checks import CHECKS, Check, CheckName
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block, Letter


def found(name: CheckName, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The words that a check finds in a text, and what it would write instead, sentence by sentence."""
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    block = AnalysedBlock(0, Block(text), AnalysedText(tokens))
    of_check = CHECKS[name]
    return [
        (block.written(mistake.first, mistake.last), mistake.instead)
        for sentence in block.sentences
        if _may_hold(of_check, sentence.forms)
        for mistake in of_check.find(WordsAt(block, sentence.start, sentence.end))
    ]


def _may_hold(of_check: Check, forms: frozenset[str]) -> bool:
    """Whether a sentence of these forms has what the check says that each of its mistakes has."""
    if of_check.is_sign is None:
        return not of_check.signs or not of_check.signs.isdisjoint(forms)
    return any(form in of_check.signs or of_check.is_sign(form) for form in forms)


def test_every_check_has_a_name_that_a_rule_may_give() -> None:
    assert set(CHECKS) == set(get_args(CheckName))


@pytest.mark.parametrize(("form", "number"), [("docx", 1), ("pdf", 0)])
def test_what_a_gap_tells_is_not_told_where_gaps_are_guessed(form: str, number: int) -> None:
    letter = Letter(f"letter.{form}", form, [Block("Alla barn får en egen kontakt person på förskolan.")], [])
    assert len(Checker(Config(select=["grammatik"])).check(letter).findings) == number


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("Vi har fått din din ansökan.", [("din din", ("din",))]),
        ("Vi har väntat mycket mycket länge.", []),
        ("Ansökan ska lämnas in in i maj.", [("in in", ("in",))]),
        ("Det det handlar om är pengar.", []),
        ("Du får kläder, vapen m m i dag.", []),
        ("Ring Lina Lina på torsdag.", []),
    ],
)
def test_a_word_is_not_written_twice(text: str, mistakes: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found("doubled", text) == mistakes
