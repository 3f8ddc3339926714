"""What the subject of an answer says is the doing of whoever asked."""

from __future__ import annotations

import pytest

from klarsprak.finding import Category
from klarsprak.prose.answered_subject import is_of_another

HEAD = "Från: Bo Ek\nTill: Eva Alm\nÄmne: {}Snön på bryggan!!\n\nHej!!"


@pytest.mark.parametrize("prefix", ["SV: ", "RE: ", "Vb: ", "Sv: RE: "])
def test_whoever_answers_has_not_shouted_in_the_subject(prefix: str) -> None:
    text = HEAD.format(prefix)
    assert is_of_another(Category.TON, text, text.index("!!"))
    assert not is_of_another(Category.TON, text, text.rindex("!!"))


def test_a_subject_of_ones_own_and_a_short_form_are_the_writers() -> None:
    own, answer = HEAD.format(""), HEAD.format("SV: ")
    assert not is_of_another(Category.TON, own, own.index("!!"))
    assert not is_of_another(Category.FORKORTNING, answer, answer.index("Snön"))


def test_the_mark_of_an_answer_is_the_writers() -> None:
    text = HEAD.format("SV: ")
    assert not is_of_another(Category.MALLREST, text, text.index("SV:"))
