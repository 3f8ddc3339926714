"""Word lists split phrases as the tokeniser splits texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.language.pipeline import load
from klarsprak.matching.word_list import words_of
from tests.support import shipped_rules


def tokens(phrase: str) -> list[str]:
    return [token.text for token in load().tokenizer(phrase.lower()) if not token.is_space]


@pytest.mark.parametrize(
    "phrase",
    ["ta del av", "t.ex.", "m.m", "e-post", "SoL:s", "1:e v. ordf.", "och/eller", "f.n. och", "KL.", "av-", "  a  b"],
)
def test_phrases_are_split_as_texts_are(phrase: str) -> None:
    assert words_of(phrase) == tokens(phrase)


@given(st.text("aåBz.-: /'1", max_size=12))
def test_phrases_are_split_as_texts_are_whatever_they_look_like(phrase: str) -> None:
    assert words_of(phrase) == tokens(phrase)


def test_the_words_of_the_packs_are_split_as_texts_are() -> None:
    phrases = {phrase for rule in shipped_rules() for phrase in getattr(rule, "words", ())}
    assert [words_of(phrase) for phrase in phrases] == [tokens(phrase) for phrase in phrases]
