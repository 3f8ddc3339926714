"""Where words stand by themselves in a text, told alike for a short text and a long one."""

from __future__ import annotations

from klarsprak.prose.words_alone import WordsAlone

_TEXT = "sol (sol) solig, lss-beslut klss t.ex. sol_1 a sol"
_FILLING = " och" * 5_000
_WORDS = ("sol", "lss", "t.ex.", "a", "tn")


def test_no_part_of_a_word_counts() -> None:
    text = WordsAlone(_TEXT)
    found = [list(text.places(word)) for word in _WORDS]
    assert found == [[(0, 3), (5, 8), (47, 50)], [(17, 20)], [(33, 38)], [(45, 46)], []]


def test_a_long_text_says_the_same() -> None:
    short, long = WordsAlone(_TEXT), WordsAlone(_TEXT + _FILLING)
    assert [list(long.places(word)) for word in _WORDS] == [list(short.places(word)) for word in _WORDS]
