"""Packed words are what a set of them would be."""

from __future__ import annotations

import pickle

import pytest

from klarsprak.language.packed import PackedNumbers
from klarsprak.language.packed_words import PackedTexts, PackedWords

_WORDS = ["", "a", "by", "byn", "bys", "laga kraft", "för", "föra", "förare", "t.ex.", "å"]


_PACKED = PackedWords.of(reversed(_WORDS))


@pytest.mark.parametrize("words", [_PACKED, PackedWords(_PACKED.pieces()), pickle.loads(pickle.dumps(_PACKED))])
def test_what_is_among_the_words_is_told_from_all_that_is_not(words: PackedWords) -> None:
    asked = {word[:cut] + more for word in _WORDS for cut in range(len(word) + 1) for more in ("", "n", " ")}
    assert {word for word in asked if word in words} == asked & set(_WORDS)


def test_no_words_hold_nothing() -> None:
    assert "" not in PackedWords.of([])
    assert list(PackedWords([""])) == []


def test_words_that_fill_many_strings_are_all_there() -> None:
    many = sorted(f"{first}{number:03}" for first in "aåö" for number in range(0, 1000, 2))
    words = PackedWords.of(many)
    assert list(words) == many
    assert len(words) == len(many)
    assert list(words.beginning_with("å01")) == [word for word in many if word.startswith("å01")]
    assert list(words.beginning_with("")) == many
    assert list(words.beginning_with("ä")) == []
    assert all(word in words for word in many)
    assert not any(f"{word}0" in words or f"{word[:3]}{int(word[3]) + 1}" in words for word in many)


def test_a_text_is_found_by_its_whole_word() -> None:
    told = {f"{first}{number}": str(number) for first in ("", "a", "è") for number in range(300)} | {"laga kraft": ""}
    texts = PackedTexts.of(told)
    for found in (texts, PackedTexts(texts.pieces())):
        assert {word: found.get(word) for word in told} == told
        assert [found.get(word) for word in ("a", "300", "laga", "kraft", "", "ö")] == [None] * 6
    assert PackedTexts.of({}).get("a") is None


def test_numbers_are_found_by_their_whole_word() -> None:
    words = {"brev": 7, "breven": 71, "by": 0, "è": 3, "laga kraft": 12}
    numbers = PackedNumbers(words)
    assert dict(numbers.among([*words, "bre", "reve", "brevet", "", "kraft"])) == words
    assert "brev" in numbers
    assert "bre" not in numbers


def test_numbers_of_many_words_are_those_of_each() -> None:
    words = {f"för{first}{number}": number for first in ("a", "b", "öv") for number in range(400)} | {
        "fö": 1,
        "för": 2,
    }
    numbers = PackedNumbers(words)
    asked = [*words, "förc1", "föra400", "f", "", "förövx"]
    assert dict(numbers.among(asked)) == words
    assert {word: number for word in asked if (number := numbers.get(word)) is not None} == words
