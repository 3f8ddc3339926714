"""What is wrong Swedish beyond doubt, a module a check: each finds the words and what would be right."""

from __future__ import annotations

from typing import Literal

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.doubled import DOUBLED

__all__ = ["CHECKS", "Check", "CheckName", "Mistake"]

CheckName = Literal["doubled"]
CHECKS: dict[CheckName, Check] = {
    "doubled": DOUBLED,
}
"""The checks by the name that a rule gives."""
