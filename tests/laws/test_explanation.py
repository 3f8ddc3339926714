"""What counts as saying what a section means; the cases are in explanation.yml."""

from pathlib import Path

import pytest
import yaml

from klarsprak.laws import find_references, load_register
from klarsprak.laws.explanation import is_explained, mask

REGISTER = load_register(None)
CASES = yaml.safe_load((Path(__file__).parent / "explanation.yml").read_text(encoding="utf-8"))


def explained(before: str, sentence: str, after: str) -> bool:
    assert any(reference.sections for reference in find_references(sentence, REGISTER))
    return is_explained(*(mask(text, find_references(text, REGISTER)) for text in (before, sentence, after)))


@pytest.mark.parametrize("sentence", CASES["explained"])
def test_a_sentence_that_states_the_rule_explains_it(sentence: str) -> None:
    assert explained("", sentence, "")


@pytest.mark.parametrize("sentence", CASES["unexplained"])
def test_a_sentence_that_only_points_to_the_section_explains_nothing(sentence: str) -> None:
    assert not explained("", sentence, "")


@pytest.mark.parametrize("case", CASES["together"], ids=lambda case: f"{case['sentence']} {case['after']}")
def test_the_sentence_before_or_after_may_explain(case: dict) -> None:
    assert explained(case["before"], case["sentence"], case["after"]) is case["explained"]
