"""Adjectives that are used as adverbs."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.adverbs import is_adverb
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Det är viktigt att [explicit] uttrycka skälen.", True),
        ("Du ska [explicit] uttrycka skälen.", True),
        ("Avtalet anger [explicit] att du ska betala.", True),
        ("Priset på båten höjs [marginellt].", True),
        ("Stödet till båten är [marginellt].", False),
        ("Du får en [explicit] förklaring av oss.", False),
        ("Det är [temporär] hjälp.", False),
    ],
)
def test_an_adjective_before_a_verb_is_an_adverb(text: str, answer: bool) -> None:
    assert is_adverb(words_in(text)[0]) is answer
