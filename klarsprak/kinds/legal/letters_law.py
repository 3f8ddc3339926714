"""The references of a letter, as each check of them is given them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.kinds.kind import Hit
from klarsprak.kinds.legal.cited import Cited
from klarsprak.kinds.legal.rule import LegalRule
from klarsprak.laws import Status


class LettersLaw(NamedTuple):
    """A letter's references, what is wrong with each, if anything, the letter's day, and the letter itself."""

    cited: list[Cited]
    problems: list[tuple[Cited, Status]]
    written: date | None
    analysis: Analysis


def hit_on(rule: LegalRule, one: Cited, values: Mapping[str, object], suggestions: tuple[str, ...] = ()) -> Hit:
    """The hit on the reference's words."""
    reference = one.reference
    return Hit(rule, one.block.index, reference.start, reference.end, suggestions, values)
