"""Words told by how they begin or end."""

from __future__ import annotations

import re

import pytest

from klarsprak.matching.affixes import ENDS, Affixes, put_together
from klarsprak.matching.patterns import NAMED

FORMS = frozenset(
    "ny nya nämnden socialnämnden återkalla åter hr-avdelningen avgiftsfri hr www.a.se a@b.se \n".split(" ")
)


@pytest.mark.parametrize(
    "affixes",
    [
        "åter.*|.+nämnden",
        "ny|åter.+",
        ".*",
        ".+gift.*",
        "hr\\-avdelningen|hr\\-.+",
        "av.+fri|.+a",
        "x.+",
        "a@.*|.+@c.se",
        NAMED["url"].affixes,
    ],
)
def test_what_the_letters_rule_out_the_expression_would_not_match_either(affixes: str) -> None:
    told, fitting = Affixes(affixes), frozenset(form for form in FORMS if re.fullmatch(affixes, form))
    assert frozenset(filter(told.has, FORMS)) == fitting
    assert told.among(FORMS, put_together(FORMS)) == fitting
    assert all(told.may_be_among(frozenset({form}), put_together([form])) for form in fitting)
    assert not told.told_by or not any(told.told_by.isdisjoint(_ends(form)) for form in fitting)


def _ends(form: str) -> set[str]:
    """The form, and what may tell it."""
    return {form}.union(*({f"\n{form[:length]}", f"{form[-length:]}\n"} for length in ENDS))


def test_what_tells_words_is_as_long_as_it_can_be() -> None:
    assert Affixes("åter.+|.+nämnden|ny").told_by == {"\nåte", "mnden\n", "ny"}
    assert not Affixes("av.+|.+nämnden").told_by
    assert not Affixes("[ab].*").told_by


def test_signs_that_are_no_letters_are_looked_for_too() -> None:
    told = Affixes("§|.+lagen|noreply@.*")
    assert not told.may_be_among(FORMS, put_together(FORMS))
