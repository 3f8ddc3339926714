"""What the subject of an answer says is the doing of whoever asked."""

from __future__ import annotations

import pytest

from klarsprak.finding import Category
from klarsprak.prose.answered_subject import is_of_another
from tests.support import words_in


def is_anothers(category: Category, text: str) -> bool:
    """Whether the words in brackets are another's, where a rule of the category finds them."""
    words, _ = words_in(text)
    return is_of_another(category, words.block, words.characters[0])


@pytest.mark.parametrize("prefix", ["SV: ", "RE: ", "Vb: ", "Sv: RE: "])
def test_whoever_answers_has_not_shouted_in_the_subject(prefix: str) -> None:
    head = f"Från: Bo Ek\nTill: Eva Alm\nÄmne: {prefix}"
    assert is_anothers(Category.TON, f"{head}Snön på [bryggan]!!\n\nHej!!")
    assert not is_anothers(Category.TON, f"{head}Snön på bryggan!!\n\n[Hej]!!")


def test_a_subject_of_ones_own_and_a_short_form_are_the_writers() -> None:
    assert not is_anothers(Category.TON, "Till: Eva Alm\nÄmne: Snön på [bryggan]!!\n\nHej!!")
    assert not is_anothers(Category.FORKORTNING, "Till: Eva Alm\nÄmne: SV: [Snön] på bryggan!!\n\nHej!!")


def test_the_mark_of_an_answer_is_the_writers() -> None:
    assert not is_anothers(Category.MALLREST, "Till: Eva Alm\nÄmne: [SV]: Snön på bryggan!!\n\nHej!!")
