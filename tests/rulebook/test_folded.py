"""A rule that is kept folded is the same as the one that was put in, once somebody asks."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from tempfile import TemporaryFile
from typing import TypeVar

import pytest

from klarsprak.config.model import Config
from klarsprak.files.folded import FoldedList, FoldedModel
from klarsprak.kinds import Rule
from klarsprak.kinds.pattern import PatternRule
from klarsprak.rulebook import ready as kept
from klarsprak.rulebook.packs import all_rules

_BY_KIND = {rule.kind: rule.lean() for rule in all_rules(Config())}
_FOLDED = {kind: rule for kind, rule in _BY_KIND.items() if rule.is_seldom}


T = TypeVar("T")


def _again(rule: T) -> T:
    """What a later start has of the rule."""
    with TemporaryFile() as file:
        file.write(kept._packed(rule, kept._Folding))
        file.seek(0)
        again: T = kept._unpacked(file)
    return again


def _is_folded(rule: FoldedModel) -> bool:
    return not vars(rule)


@pytest.mark.parametrize("rule", _FOLDED.values(), ids=_FOLDED)
def test_it_is_unfolded_when_somebody_asks(rule: Rule) -> None:
    again = _again(rule)
    assert _is_folded(again)
    assert again.name == rule.name
    assert not _is_folded(again)
    assert again.model_dump() == rule.model_dump()
    assert again.model_fields_set == rule.model_fields_set
    assert again.model_copy(update={"why": "Annat."}).why == "Annat."


@pytest.mark.parametrize(
    "ask",
    [
        lambda rule: pickle.loads(pickle.dumps(rule)).model_dump(),
        lambda rule: dict(rule)["id"],
        lambda rule: rule.model_copy(update={"why": "Annat."}).model_dump(),
        lambda rule: _again(rule).model_dump(),
        lambda rule: rule.model_dump(),
        lambda rule: rule == _again(rule) and rule != _again(_BY_KIND["replace"]),
    ],
    ids=["pickled", "gone through", "copied", "folded again", "dumped", "compared"],
)
def test_who_asks_for_all_of_it_gets_all_of_it(ask: Callable[[Rule], object]) -> None:
    rule = _BY_KIND["term"]
    assert ask(_again(rule)) == ask(rule.model_copy()) != {}


def test_rules_of_a_kind_of_which_each_letter_asks_for_all_are_not_folded() -> None:
    others = {kind: rule for kind, rule in _BY_KIND.items() if not rule.is_seldom}
    assert list(others) == ["expect"]
    assert not _is_folded(_again(others["expect"]))


def test_what_a_model_lacks_it_lacks_folded_too() -> None:
    rule = _again(_BY_KIND["term"])
    with pytest.raises(AttributeError):
        _ = rule.nothing
    assert rule.kind == "term"
    with pytest.raises(AttributeError):
        _ = rule.nothing


def test_patterns_are_not_compiled_anew() -> None:
    rule = _BY_KIND["pattern"]
    assert isinstance(rule, PatternRule)
    again = _again(FoldedList(rule.compiled))
    assert isinstance(again, FoldedList)
    assert [each.slots for each in again] == [each.slots for each in rule.compiled]
    assert again[0] is again[0]


def test_what_is_computed_of_a_rule_is_not_kept() -> None:
    rule = _BY_KIND["pattern"]
    assert isinstance(rule, PatternRule)
    assert rule.compiled
    again = _again(rule)
    assert again.name == rule.name
    assert "compiled" not in vars(again)


@pytest.mark.parametrize("again", [lambda values: pickle.loads(pickle.dumps(values)), lambda values: _again(values)])
def test_a_folded_list_holds_its_values_however_it_is_pickled(again: Callable[[object], object]) -> None:
    values = FoldedList(["a", ("b", 2), frozenset("c")])
    assert list(again(_again(values))) == ["a", ("b", 2), frozenset("c")]  # type: ignore[call-overload]


def test_what_rules_have_in_common_is_kept_once() -> None:
    terms = [rule.lean() for rule in all_rules(Config()) if rule.kind == "term"]
    folded = [pickle.loads(pickle.dumps(kept._packed(rule, kept._Folding))) for rule in terms[:2]]
    together = kept._packed(terms[:2], kept._Folding)
    assert len(together) < sum(map(len, folded))


def test_a_rule_that_is_pickled_otherwise_is_not_folded() -> None:
    again = pickle.loads(pickle.dumps(_BY_KIND["term"]))
    assert not _is_folded(again)


def test_threads_that_ask_at_once_all_get_an_answer() -> None:
    rules = [_again(_BY_KIND["term"]) for _ in range(50)]
    with ThreadPoolExecutor(8) as pool:
        names = list(pool.map(lambda number: rules[number // 8].name, range(8 * len(rules))))
    assert set(names) == {_BY_KIND["term"].name}
