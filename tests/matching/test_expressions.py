"""Which strings a regular expression can't do without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klarsprak.matching.expressions import Expression
from klarsprak.rulebook import packs

SHIPPED = sorted({regex for rule in packs.load(packs.shipped()) for regex in getattr(rule, "regex", ())})
MADE = [regex for regex in SHIPPED if not re.search(r"\(\?<?=", regex)]
"""Those for which texts that match can be made: what must stand around a match is seldom hit by chance."""


@pytest.mark.parametrize(
    ("regex", "literals"),
    [
        ("lorem ipsum", {"lorem ipsum"}),
        (r"(?i)Klicka här\b", {"klicka här"}),
        ("(?:klicka|tryck) här", {"klicka här", "tryck här"}),
        (r"\d{4}/[a-z]+-skrivelse", {"-skrivelse"}),
        ("(?:HEJ|DÅ)!", {"HEJ!", "DÅ!"}),
        (r"_{3,}", {"___"}),
        (r"<\w+>|\[\w+\]", {"<", "["}),
        ("[Xx]{2}y", {"XX", "Xx", "xX", "xx"}),
        (r"(?:lång)?\w+\s?", set()),
        (r"(?:ja)?ha(?:(?i:NEJ))?", {"ha"}),
        (r"hej(?!san)(?<!ohej)", {"hej"}),
        (r"(?=.*beslut)\w+", {"beslut"}),
    ],
)
def test_the_literals_of_an_expression_stand_in_every_match(regex: str, literals: set[str]) -> None:
    assert Expression(regex).literals == literals


@pytest.mark.parametrize("regex", MADE)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_an_expression_is_always_tried_on_a_text_that_it_matches(regex: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(regex.replace("(?im)", "(?i)")))
    expression = Expression(regex)
    if expression.exact.search(text) is not None:
        assert expression.may_occur(text, text.lower())


def test_a_string_that_is_no_expression_is_an_error() -> None:
    with pytest.raises(re.error):
        Expression("(")
