"""The references of a letter, as each check of them is given them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from klarsprak.analysis import Analysis
from klarsprak.kinds.kind import Hit
from klarsprak.kinds.legal.cited import Cited
from klarsprak.kinds.legal.rule import LegalRule
from klarsprak.laws import Status

T = TypeVar("T")


@dataclass(eq=False)
class LettersLaw:
    """A letter's references, what is wrong with each, if anything, the letter's day, and the letter itself."""

    cited: list[Cited]
    problems: list[tuple[Cited, Status]]
    written: date | None
    analysis: Analysis
    _answers: dict[object, Any] = field(default_factory=dict, repr=False)

    def once(self, question: Callable[[LettersLaw], T]) -> T:
        """The answer to a question that several checks ask, looked for the first time only."""
        if question not in self._answers:
            self._answers[question] = question(self)
        answer: T = self._answers[question]
        return answer


def hit_on(rule: LegalRule, one: Cited, values: Mapping[str, object], suggestions: tuple[str, ...] = ()) -> Hit:
    """The hit on the reference's words."""
    reference = one.reference
    return Hit(rule, one.block.index, reference.start, reference.end, suggestions, values)
