"""Every rule's examples hold: they are the rules' tests."""

from __future__ import annotations

import pytest

from klarsprak.authoring.examples import failures
from klarsprak.kinds import KINDS, Rule
from klarsprak.rulebook import packs

RULES = packs.load(packs.shipped())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rules_examples_hold(rule: Rule) -> None:
    assert list(failures([rule])) == []


def test_every_kind_is_used_by_a_rule_that_ships() -> None:
    assert {rule.kind for rule in RULES} == set(KINDS)
