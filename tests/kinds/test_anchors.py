"""Which patterns a letter can hold, told from its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from klarsprak.kinds.anchors import Index
from klarsprak.language.analysis import holds

FORMS = st.frozensets(st.sampled_from("abcdefgh"))
WORDS = st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=3)


def test_patterns_are_told_in_order() -> None:
    index = Index([[frozenset("a"), frozenset("bc")], [], [frozenset("a")], [frozenset("d")]])
    assert index.among(frozenset("ac")) == [0, 1, 2]
    assert index.among(frozenset("a")) == [1, 2]
    assert index.among(frozenset()) == [1]


@given(st.lists(st.lists(WORDS, max_size=3), max_size=6), st.frozensets(st.sampled_from("abcdefgh")))
def test_they_are_those_whose_anchors_are_all_there(
    patterns: list[list[frozenset[str]]], forms: frozenset[str]
) -> None:
    assert Index(patterns).among(forms) == [i for i, anchors in enumerate(patterns) if holds(forms, anchors)]
