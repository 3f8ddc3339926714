"""A rule that comes out of a pickle is the one that went in, in half the memory."""

from __future__ import annotations

import pickle
import sys
from typing import Any

import pytest
from pydantic import create_model

from klarsprak.config.model import Config
from klarsprak.files.small import SmallModel
from klarsprak.kinds import Rule
from klarsprak.rulebook.packs import all_rules

_BY_KIND = {rule.kind: rule for rule in all_rules(Config())}


@pytest.mark.parametrize("rule", _BY_KIND.values(), ids=_BY_KIND)
def test_a_rule_is_the_same_after_a_pickle(rule: Rule) -> None:
    again = pickle.loads(pickle.dumps(rule))
    assert type(again) is type(rule)
    assert again == rule
    assert again.model_fields_set == rule.model_fields_set
    assert again.model_dump() == rule.model_dump()
    assert again.model_copy(update={"why": "Annat."}).why == "Annat."


def test_conditions_are_the_same_without_what_was_made_of_them() -> None:
    conditions = [condition for rule in _BY_KIND.values() for condition in [*rule.when, *rule.unless]]
    again = pickle.loads(pickle.dumps(conditions))
    assert again == [type(each)(**each.model_dump(exclude_unset=True)) for each in conditions]
    assert conditions


_FIELDS: dict[str, Any] = {f"field_{number}": (int, number) for number in range(24)}
"""As many as a rule has."""
_Small = create_model("_Small", __base__=SmallModel, __module__=__name__, **_FIELDS)


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="other tables")
def test_those_of_one_class_share_their_table_of_names() -> None:
    made = _Small()
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert sys.getsizeof(again.__dict__) < sys.getsizeof(made.__dict__)
