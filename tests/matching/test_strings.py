"""Strings looked for in all of a letter's texts at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from klarsprak.matching.strings import StringIndex
from klarsprak.matching.views import FOLDED, SHAPES, folded, shape_of

TEXTS = ["Se 9 § i lagen, kl. 9.", "Hej", "kl 10 och §§ 2–3"]


def found_in(texts: list[str], strings: list[str]) -> dict[str, list[int]]:
    """The texts that hold each of the strings, by number."""
    index = StringIndex([{string: [number] for number, string in enumerate(strings)}], [FOLDED.share])
    found: dict[str, list[int]] = {}
    for (number,), text in index.found_in([texts]):
        found.setdefault(strings[number], []).append(text)
    return {string: sorted(among) for string, among in found.items()}


def test_each_string_comes_with_the_texts_that_hold_it() -> None:
    assert found_in(TEXTS, ["§", "kl", "lagen", "nej"]) == {"§": [0, 2], "kl": [0, 2], "lagen": [0]}


def test_strings_that_begin_with_or_stand_in_others_are_found_too() -> None:
    found = found_in(TEXTS, ["kl", "kl.", "l.", "lag", "agen"])
    assert found == {"kl": [0, 2], "kl.": [0], "l.": [0], "lag": [0], "agen": [0]}


def test_no_string_goes_from_one_text_into_the_next() -> None:
    assert found_in(TEXTS, ["9.He", "jkl", "\n"]) == {}


def test_without_strings_or_texts_nothing_is_found() -> None:
    assert found_in(TEXTS, []) == {}
    assert found_in([], ["§", "kl"]) == {}


def test_signs_of_expressions_stand_for_themselves() -> None:
    assert found_in(["(1) Vad?! -", "a-b"], ["(1", "..", "?!", " -"]) == {"(1": [0], "?!": [0], " -": [0]}


def test_a_string_all_of_whose_parts_stand_apart_is_not_found() -> None:
    assert found_in(["ban ana nan"], ["banan"]) == {}


def test_a_string_is_looked_for_in_its_own_view_only() -> None:
    index = StringIndex([{"aa": [1]}, {"aa": [2, 3], "AA": [4]}], [FOLDED.share, SHAPES.share])
    assert sorted(index.found_in([["aa", "bo"], ["aa", "aa"]])) == [([1], 0), ([2, 3], 0), ([2, 3], 1)]


@given(st.sets(st.text("abÅ😀", min_size=1, max_size=4)), st.lists(st.text("abÅ😀", max_size=9)))
def test_what_is_found_is_what_stands_there(strings: set[str], texts: list[str]) -> None:
    numbers = {string: [number for number, text in enumerate(texts) if string in text] for string in strings}
    assert found_in(texts, sorted(strings)) == {string: among for string, among in numbers.items() if among}


@given(st.text())
def test_signs_are_seen_alike_whatever_stands_beside_them(text: str) -> None:
    beside = "–"  # no sign of a single byte
    assert shape_of(text) == shape_of(text + beside)[:-1]
    assert folded(text) == folded(text + beside)[:-1]


def test_a_shape_tells_small_letters_capitals_and_figures_apart() -> None:
    assert shape_of("I augusti.Ta é 2 ÅR²") == "A aaaaaaa.Aa a 0 AA²"
