"""Which patterns a letter can hold, told from its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from klarsprak.language.analysed import holds
from klarsprak.matching.index import PatternIndex

FORMS = st.frozensets(st.sampled_from("abcdefgh"))
WORDS = st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=3)


def test_patterns_are_told_in_order() -> None:
    index = PatternIndex([[frozenset("a"), frozenset("bc")], [], [frozenset("a")], [frozenset("d")]])
    assert index.among(frozenset("ac")) == [0, 1, 2]
    assert index.among(frozenset("a")) == [1, 2]
    assert index.among(frozenset()) == [1]


@given(st.lists(st.lists(WORDS, max_size=3), max_size=6), FORMS)
def test_every_pattern_whose_anchors_are_there_is_among_those_told(
    patterns: list[list[frozenset[str]]], forms: frozenset[str]
) -> None:
    found = PatternIndex(patterns).among(forms)
    assert found == sorted(set(found))
    assert {i for i, anchors in enumerate(patterns) if holds(forms, anchors)} <= set(found)
    short = [i for i, anchors in enumerate(patterns) if len(set(anchors)) < 3]
    assert [i for i in short if i in found] == [i for i in short if holds(forms, patterns[i])]
