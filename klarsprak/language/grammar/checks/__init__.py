"""What is wrong Swedish beyond doubt, a module a check: each finds the words and what would be right."""

from __future__ import annotations

from typing import Literal

from klarsprak.language.grammar.checks.adjective import ADJECTIVE
from klarsprak.language.grammar.checks.article import ARTICLE
from klarsprak.language.grammar.checks.attribute import ATTRIBUTE
from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.capital import MID_CAPITAL, SMALL_FIRST
from klarsprak.language.grammar.checks.definite import AFTER_GENITIVE, DEFINITE
from klarsprak.language.grammar.checks.demonstrative import BARE, HERE, OTHER_GENDER, THESE, THIS
from klarsprak.language.grammar.checks.doubled import DOUBLED
from klarsprak.language.grammar.checks.gender import GENDER
from klarsprak.language.grammar.checks.number import NUMBER, QUANTITIES
from klarsprak.language.grammar.checks.predicative import PREDICATIVE
from klarsprak.language.grammar.checks.something import SOMETHING
from klarsprak.language.grammar.checks.split import SPLIT_BOUND, SPLIT_BY_GENDER, SPLIT_NOUNS, STRENGTHENED
from klarsprak.language.grammar.checks.them import THEM, THEY
from klarsprak.language.grammar.checks.whole import ONE_OF, WITH_ENDING, WITHOUT_ENDING

__all__ = ["CHECKS", "Check", "CheckName", "Mistake"]

CheckName = Literal[
    "adjective",
    "after_genitive",
    "article",
    "attribute",
    "bare_noun",
    "definite",
    "doubled",
    "gender",
    "here",
    "mid_capital",
    "number",
    "one_of",
    "other_gender",
    "predicative",
    "quantities",
    "small_first",
    "something",
    "split_bound",
    "split_by_gender",
    "split_nouns",
    "strengthened",
    "them",
    "these",
    "they",
    "this",
    "with_ending",
    "without_ending",
]
CHECKS: dict[CheckName, Check] = {
    "adjective": ADJECTIVE,
    "after_genitive": AFTER_GENITIVE,
    "article": ARTICLE,
    "attribute": ATTRIBUTE,
    "bare_noun": BARE,
    "definite": DEFINITE,
    "doubled": DOUBLED,
    "gender": GENDER,
    "here": HERE,
    "mid_capital": MID_CAPITAL,
    "number": NUMBER,
    "one_of": ONE_OF,
    "other_gender": OTHER_GENDER,
    "predicative": PREDICATIVE,
    "quantities": QUANTITIES,
    "small_first": SMALL_FIRST,
    "something": SOMETHING,
    "split_bound": SPLIT_BOUND,
    "split_by_gender": SPLIT_BY_GENDER,
    "split_nouns": SPLIT_NOUNS,
    "strengthened": STRENGTHENED,
    "them": THEM,
    "these": THESE,
    "they": THEY,
    "this": THIS,
    "with_ending": WITH_ENDING,
    "without_ending": WITHOUT_ENDING,
}
"""The checks by the name that a rule gives."""
