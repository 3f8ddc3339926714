"""Hashes are those that the network was trained with: numbers that spaCy and thinc gave, and what they give now."""

from __future__ import annotations

import random
import re
from pathlib import Path

import numpy
import pytest
from spacy.strings import get_string_id
from thinc.api import NumpyOps

from klarsprak.language.embedding import COLUMNS, hash_rows, word_features
from klarsprak.language.hashing import four_hashes, text_hashes

TEXTS = {
    "0 ": 0xB4C5FD5FC4A5B6A3,
    "a": 0xA52BE5B3F6674B2A,
    "0 brevet": 0xDAED1CCAD9FCBF93,
    "överklagande": 0xA3F6EA7C8A34F780,
    "2 ansökan": 0x8707B92DF10A39EA,
    "1234567": 0xA53C8F05908F0328,
    "12345678": 0x890060166FADAFA0,
    "123456789": 0x1C8AC7C7D0FC5CF9,
    "4 §": 0x53D33C64367A4C3A,
    "0 \U0001f600": 0xBE55E25221C8D8A8,
    "x" * 100: 0x756A5A0D2878F2D0,
}
NUMBERS = {
    (0, 7): [363161713, 1826689969, 588221874, 425284546],
    (1, 7): [3089165797, 1536154270, 2023308811, 4074317197],
    (2**64 - 1, 7): [3047236301, 3599381855, 1331799921, 2604828161],
    (0, 11): [3211867976, 2044022225, 3076925725, 183887857],
    (1, 11): [1634411200, 575644854, 1340576912, 386683953],
    (2**64 - 1, 11): [4189684446, 521356938, 719335244, 3372527160],
}


@pytest.fixture(scope="module")
def forms() -> list[str]:
    """The word forms of all letters that are text, in no order, with what else stands between blanks."""
    letters = Path(__file__).parents[2] / "corpora" / "letters"
    found: set[str] = set()
    for path in letters.glob("*.txt"):
        text = path.read_text(encoding="utf-8", errors="replace")
        found |= {*text.split(), *re.findall(r"\w+|\S", text)}
    assert len(found) > 1_000
    return random.Random(1).sample(sorted(found), len(found))


def test_a_texts_hash_is_known() -> None:
    assert text_hashes(list(TEXTS)).tolist() == list(TEXTS.values())


@pytest.mark.parametrize("text", TEXTS)
def test_a_texts_hash_is_the_same_among_others_and_alone(text: str) -> None:
    assert text_hashes([text]).tolist() == [TEXTS[text]]


def test_no_text_has_no_hash() -> None:
    assert text_hashes([]).shape == (0,)
    assert hash_rows([]).shape == (0, COLUMNS)


def test_half_a_sign_has_a_hash_too() -> None:
    assert len(set(text_hashes(["\ud800", "\udfff", "a"]).tolist())) == 3


def test_texts_of_all_lengths_have_spacys_hashes() -> None:
    letters = random.Random(1)
    texts = ["".join(letters.choices("abcåäö§€\U0001f600\0", k=length)) for length in range(1, 300)]
    letters.shuffle(texts)
    assert text_hashes(texts).tolist() == list(map(get_string_id, texts))


def test_a_words_features_have_spacys_hashes(forms: list[str]) -> None:
    expected = [[get_string_id(f"{at} {value}") for at, value in enumerate(word_features(form))] for form in forms]
    assert hash_rows(forms).tolist() == expected


@pytest.mark.parametrize(("number", "seed"), NUMBERS)
def test_a_numbers_four_hashes_are_known(number: int, seed: int) -> None:
    found = four_hashes(numpy.array([[number]], numpy.uint64), numpy.array([seed], numpy.uint64))
    assert found.tolist() == [[NUMBERS[number, seed]]]


def test_numbers_have_thincs_hashes_column_by_column(forms: list[str]) -> None:
    ids, seeds = hash_rows(forms), numpy.arange(7, 7 + COLUMNS, dtype=numpy.uint64)
    found = four_hashes(ids, seeds)
    assert found.shape == (len(forms), COLUMNS, 4)
    for at, seed in enumerate(seeds.tolist()):
        expected = NumpyOps().hash(numpy.ascontiguousarray(ids[:, at]), seed)
        assert found[:, at].tolist() == expected.tolist()
