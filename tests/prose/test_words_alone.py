"""Where words stand by themselves in a text, told alike whether few or many are asked for."""

from __future__ import annotations

from klarsprak.prose.words_alone import WordsAlone

_TEXT = "sol (sol) solig, lss-beslut klss t.ex. sol_1 a sol"
_MANY = 100
_WORDS = ("sol", "lss", "t.ex.", "a", "tn")


def test_no_part_of_a_word_counts() -> None:
    text = WordsAlone(_TEXT)
    found = [list(text.places(word)) for word in _WORDS]
    assert found == [[(0, 3), (5, 8), (47, 50)], [(17, 20)], [(33, 38)], [(45, 46)], []]


def test_a_text_that_is_asked_for_many_words_says_the_same() -> None:
    few, many = WordsAlone(_TEXT), WordsAlone(_TEXT)
    assert not any(list(many.places(f"x{number}")) for number in range(_MANY))
    assert [list(many.places(word)) for word in _WORDS] == [list(few.places(word)) for word in _WORDS]
