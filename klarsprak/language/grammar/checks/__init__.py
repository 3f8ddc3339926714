"""What is wrong Swedish beyond doubt, a module a check: each finds the words and what would be right."""

from __future__ import annotations

from typing import Literal

from klarsprak.language.grammar.checks.adjective import ADJECTIVE
from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.definite import AFTER_GENITIVE, DEFINITE
from klarsprak.language.grammar.checks.doubled import DOUBLED
from klarsprak.language.grammar.checks.attribute import ATTRIBUTE
from klarsprak.language.grammar.checks.demonstrative import BARE, HERE, OTHER_GENDER, THESE
from klarsprak.language.grammar.checks.predicative import PREDICATIVE
from klarsprak.language.grammar.checks.gender import GENDER
from klarsprak.language.grammar.checks.number import NUMBER

__all__ = ["CHECKS", "Check", "CheckName", "Mistake"]

CheckName = Literal["adjective", "after_genitive", "definite", "doubled", "gender", "number", "attribute","predicative","bare","here","other_gender","these"]
CHECKS: dict[CheckName, Check] = {
    "adjective": ADJECTIVE,
    "after_genitive": AFTER_GENITIVE,
    "definite": DEFINITE,
    "doubled": DOUBLED,
    "gender": GENDER,
    "number": NUMBER, "attribute": ATTRIBUTE, "predicative": PREDICATIVE, "bare": BARE, "here": HERE, "other_gender": OTHER_GENDER, "these": THESE,
}
"""The checks by the name that a rule gives."""
