"""What holds of all rules that ship; their examples are tested by ``klarsprak rules test``."""

from __future__ import annotations

from klarsprak.kinds import KINDS
from klarsprak.kinds.replace.rule import INFLECTED, ReplaceRule
from klarsprak.language.everyday.words import shipped_words
from klarsprak.language.inflection import features_of, spellings
from tests.support import shipped_rules

RULES = shipped_rules()


def test_every_kind_is_used_by_a_rule_that_ships() -> None:
    assert {rule.kind for rule in RULES} == set(KINDS)


# Forms that the everyday list has as words of their own, but that are the verb's own forms still.
SAME_WORD = frozenset(
    [
        *"implementerad utarbetad bortta fortfarna frånta eftersökt limiterad medha disponerad inskickad".split(),
        *"låg la sutto".split(),  # of ligga, lägga and sitta, told only before what one puts somewhere
    ]
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
    common = ((word, form) for word, form in every if form in known.common or form in known.others)
    forms = {form for word, form in common if not is_let_be(rule, word, form)}
    return forms - {*map(str.lower, rule.words), *rule.but_not} - SAME_WORD


def test_no_form_that_a_rule_looks_for_is_another_common_word() -> None:
    replacing = [rule for rule in RULES if isinstance(rule, ReplaceRule) and rule.pos in INFLECTED]
    found = {rule.name: other_words(rule) for rule in replacing}
    assert {name: forms for name, forms in found.items() if forms} == {}
