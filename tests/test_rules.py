"""Every rule's examples hold: they are the rules' tests."""

from __future__ import annotations

import pytest

from klarsprak.authoring.examples import failures
from klarsprak.kinds import KINDS, Rule
from klarsprak.kinds.replace import INFLECTED, ReplaceRule
from klarsprak.language.everyday.words import shipped_words
from klarsprak.language.inflection import features_of, spellings
from klarsprak.rulebook import packs

PACKS = packs.load_packs(packs.shipped())
RULES: list[Rule] = [rule for pack in PACKS for rule in pack.rules]


@pytest.mark.parametrize("rules", [pack.rules for pack in PACKS], ids=[pack.path.stem for pack in PACKS])
def test_the_rules_examples_hold(rules: list[Rule]) -> None:
    # A test a pack: a test a rule made thousands, and half of the time went to counting them.
    assert list(failures(rules)) == []


def test_every_kind_is_used_by_a_rule_that_ships() -> None:
    assert {rule.kind for rule in RULES} == set(KINDS)


# Forms that the everyday list has as words of their own, but that are the verb's own forms still.
SAME_WORD = frozenset(
    "implementerad utarbetad bortta fortfarna frånta eftersökt limiterad medha disponerad inskickad".split()
)


def is_let_be(rule: ReplaceRule, word: str, form: str) -> bool:
    """Whether the form is a participle of a rule that flags none."""
    if rule.participles:
        return False
    return all(reading.get("VerbForm") == "Part" for reading in features_of(form, word, rule.pos or ""))


def other_words(rule: ReplaceRule) -> set[str]:
    """Forms of the rule's words that are common words of their own: *bila* (drive a car) of *bilägga*."""
    known = shipped_words()
    every = ((word, form) for word in rule.words for form in spellings(word, rule.pos or ""))
    forms = {form for word, form in every if not is_let_be(rule, word, form)}
    return forms & (known.common | known.others) - {*map(str.lower, rule.words), *rule.but_not} - SAME_WORD


def test_no_form_that_a_rule_looks_for_is_another_common_word() -> None:
    replacing = [rule for rule in RULES if isinstance(rule, ReplaceRule) and rule.pos in INFLECTED]
    found = {rule.name: other_words(rule) for rule in replacing}
    assert {name: forms for name, forms in found.items() if forms} == {}
