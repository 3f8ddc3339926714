"""What is wrong Swedish beyond doubt, a module a check: each finds the words and what would be right."""

from __future__ import annotations

from typing import Literal

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.doubled import DOUBLED
from klarsprak.language.grammar.checks.verb_chains import AFTER_HAVE, AFTER_MODAL, DOUBLE_SUPINE

__all__ = ["CHECKS", "Check", "CheckName", "Mistake"]

CheckName = Literal[
    "doubled",
    "after_modal",
    "after_have",
    "double_supine",
]
CHECKS: dict[CheckName, Check] = {
    "doubled": DOUBLED,
    "after_modal": AFTER_MODAL,
    "after_have": AFTER_HAVE,
    "double_supine": DOUBLE_SUPINE,
}
"""The checks by the name that a rule gives."""
