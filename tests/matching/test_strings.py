"""Strings looked for in all of a letter's texts at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from klarsprak.matching.strings import StringIndex
from klarsprak.matching.views import shape_of

TEXTS = ["Se 9 § i lagen, kl. 9.", "Hej", "kl 10 och §§ 2–3"]


def test_each_string_comes_with_the_texts_that_hold_it() -> None:
    found = StringIndex(["§", "kl", "lagen", "nej"]).found_in(TEXTS)
    assert found == {"§": [0, 2], "kl": [0, 2], "lagen": [0]}


def test_strings_that_begin_with_or_stand_in_others_are_found_too() -> None:
    found = StringIndex(["kl", "kl.", "l.", "lag", "agen"]).found_in(TEXTS)
    assert found == {"kl": [0, 2], "kl.": [0], "l.": [0], "lag": [0], "agen": [0]}


def test_no_string_goes_from_one_text_into_the_next() -> None:
    assert StringIndex(["9.He", "jkl", "\n"]).found_in(TEXTS) == {}


def test_without_strings_or_texts_nothing_is_found() -> None:
    assert StringIndex([]).found_in(TEXTS) == {}
    assert StringIndex(["§", "kl"]).found_in([]) == {}


def test_signs_of_expressions_stand_for_themselves() -> None:
    assert StringIndex(["(1", "..", "?!", " -"]).found_in(["(1) Vad?! -", "a-b"]) == {"(1": [0], "?!": [0], " -": [0]}


def test_a_string_all_of_whose_parts_stand_apart_is_not_found() -> None:
    assert StringIndex(["banan"]).found_in(["ban ana nan"]) == {}


@given(st.lists(st.text("abÅ😀", min_size=1, max_size=4)), st.lists(st.text("abÅ😀", max_size=9)))
def test_what_is_found_is_what_stands_there(strings: list[str], texts: list[str]) -> None:
    numbers = {string: [number for number, text in enumerate(texts) if string in text] for string in strings}
    assert StringIndex(strings).found_in(texts) == {string: among for string, among in numbers.items() if among}


def test_a_shape_tells_small_letters_capitals_and_figures_apart() -> None:
    assert shape_of("I augusti.Ta é 2 ÅR²") == "A aaaaaaa.Aa a 0 AA²"
