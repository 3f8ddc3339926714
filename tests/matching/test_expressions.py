"""Strings without which a rule's regular expressions aren't tried."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klarsprak.kinds.regex import RegexRule
from klarsprak.matching.expression_index import ExpressionIndex
from klarsprak.matching.expressions import Expression, Having
from tests.support import shipped_rules

SHIPPED = [rule for rule in shipped_rules() if isinstance(rule, RegexRule)]
ASKS_AROUND = re.compile(r"\(\?(?:<?=|!\^)")
MADE = [
    (regex, tuple(rule.having), tuple(rule.shape))
    for rule in SHIPPED
    for regex in rule.regex
    if not ASKS_AROUND.search(regex)
]
"""Those for which texts that match can be made: what must stand around a match is seldom hit by chance."""


@pytest.mark.parametrize(
    ("having", "text", "holds"),
    [
        (["kl", "§"], "Vi ses Kl 9.", True),
        (["kl", "§"], "Se 4 §.", True),
        (["kl", "§"], "Vi ses nu.", False),
        (["SKA"], "Du SKA komma.", True),
        (["SKA"], "Du ska komma.", False),
        ([], "Du ska komma.", True),
    ],
)
def test_a_text_is_looked_at_that_holds_one_of_the_strings(having: list[str], text: str, holds: bool) -> None:
    assert Having(having).stands_in(text, text.lower()) is holds


@pytest.mark.parametrize(
    ("text", "holds"), [("i augusti.Ta med", True), ("i augusti. Ta med", False), ("A.Ba", False)]
)
def test_a_text_must_also_have_one_of_the_shapes(text: str, holds: bool) -> None:
    having = Having(["."], ["a.Aa", "0.0"])
    assert having.stands_in(text, text.lower()) is holds


@pytest.mark.parametrize(
    ("regex", "having", "texts", "among"),
    [
        (r"\d{1,2} kap", [], ["Se 3 Kap.", "kap 3", "12 kap"], [0, 2]),
        (r"(?i)\d{1,2} kap", [], ["Se 3 Kap.", "kap 3", "12 kap"], [0, 2]),
        (r"(?i:nämnd(?:en)?s?) [A-Z]", [], ["NÄMND B", "styrelsen B", "nämndens C"], [0, 2]),
        (r"[A-ZÅÄÖ]{2} ?\d", [], ["Öb 2", "ÖB 2", "ÖB-2"], [1]),
        (r"(?<=kl\. )\d|\bSKA\b", [], ["kl 9", "kl. 9", "sak", "SKA"], [1, 3]),
        (r"\w+", ["kl"], ["hej", "Kl 9"], [1]),
        (r"\w+", [], ["hej", ""], [0, 1]),
    ],
)
def test_few_texts_without_a_match_are_searched(
    regex: str, having: list[str], texts: list[str], among: list[int]
) -> None:
    index = ExpressionIndex([(Expression(regex), Having(having))])
    assert {number: sorted(places) for number, places in index.among(texts)} == {0: among}


def test_every_rule_that_ships_says_what_it_needs() -> None:
    assert [rule.name for rule in SHIPPED if not (rule.having or rule.shape)] == []


@pytest.mark.parametrize(("regex", "having", "shape"), MADE)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_an_expression_is_always_tried_on_a_text_that_it_matches(
    regex: str, having: tuple[str, ...], shape: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(regex.replace("(?im)", "(?i)")))
    match = Expression(regex).exact.search(text)
    if match is not None and match.groupdict().get("ord", match[0]):
        assert Having(having, shape).stands_in(text, text.lower())
        assert dict(ExpressionIndex([(Expression(regex), Having(having, shape))]).among([text]))
