"""Word lists split phrases as the tokeniser splits texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.language.pipeline import load
from klarsprak.matching.word_list import WordList, words_of
from tests.support import shipped_rules, words_in


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


def test_a_packed_list_finds_what_it_found_before() -> None:
    text = "[Laga] kraft vinner beslutet när tiden är ute. Laga bilen, och överklaga beslutet i tid."
    _, analysed = words_in(text)
    words: WordList[int] = WordList()
    for number, phrase in enumerate(("laga", "laga kraft", "beslutet", "överklaga", "i tid", "tiden", "saknas")):
        words.add(phrase, number)
    words.add("beslutet", 99)
    before = [(found.text, values) for found, values in words.find(analysed)]
    words.pack()
    assert [(found.text, values) for found, values in words.find(analysed)] == before
    assert ("beslutet", (2, 99)) in before
    assert ("Laga kraft", (1,)) in before
    assert "laga" in words
    assert "tiden" in words
    assert "kraft" not in words
    assert 1 not in words
