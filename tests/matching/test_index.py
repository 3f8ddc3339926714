"""Which patterns a letter's sentences can hold, told from their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from klarsprak.language.analysed import holds
from klarsprak.matching.index import PatternIndex

FORMS = st.frozensets(st.sampled_from("abcdefgh"))
WORDS = st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=3)


def test_patterns_are_told_in_order_with_the_sentences_that_have_their_words() -> None:
    index = PatternIndex([[frozenset("a"), frozenset("bc")], [], [frozenset("a")], [frozenset("d")]])
    assert list(index.among([frozenset("ac"), frozenset("a"), frozenset("bc")])) == [(0, [0]), (2, [0, 1])]
    assert list(index.among([frozenset()])) == []
    assert index.anywhere == [1]


def test_a_letter_of_any_number_of_sentences_is_told() -> None:
    index = PatternIndex([[frozenset("a"), frozenset("bc")]])
    sentences = [frozenset("ab" if number in {0, 63, 64, 150} else "a") for number in range(200)]
    assert list(index.among(sentences)) == [(0, [0, 63, 64, 150])]


def test_beginnings_and_ends_count_as_words() -> None:
    index = PatternIndex([[frozenset({"ny", "\nåte", "mnden\n"})], [frozenset({"om"}), frozenset({"\nbeslu"})]])
    sentences = [{"ny"}, {"återtog", "om"}, {"mnden", "nämnd"}, {"nämnden"}, {"om", "beslutet"}, {"beslutet", "åt"}]
    assert list(index.among(list(map(frozenset, sentences)))) == [(0, [0, 1, 2, 3]), (1, [4])]


@given(st.lists(st.lists(WORDS, max_size=3), max_size=6), st.lists(FORMS, max_size=4))
def test_a_pattern_comes_with_all_sentences_that_have_its_words_and_no_others(
    patterns: list[list[frozenset[str]]], sentences: list[frozenset[str]]
) -> None:
    index = PatternIndex(patterns)
    having = {
        number: [at for at, forms in enumerate(sentences) if holds(forms, anchors)]
        for number, anchors in enumerate(patterns)
        if anchors
    }
    assert dict(index.among(sentences)) == {number: among for number, among in having.items() if among}
    assert index.anywhere == [number for number, anchors in enumerate(patterns) if not anchors]
