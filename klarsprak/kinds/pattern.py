"""``pattern``: a sequence of forms, parts of speech and features, or of characters; what a template left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal

from pydantic import Field, field_validator, model_validator

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.fields import Patterns, Strings, as_slots
from klarsprak.kinds.slots import Slots
from klarsprak.kinds.template import empty_values, prompts
from klarsprak.language.analysis import AnalysedBlock, Analysis
from klarsprak.language.inflection import match_case
from klarsprak.language.pipeline import Need
from klarsprak.settings import Settings


class PatternRule(Rule):
    """One or more patterns; either of words or, for what is no words, a regular expression."""

    kind: Literal["pattern"]
    pattern: Patterns = Field(default=[], description="Mönster av ord: vidta~ … {åtgärd~n}.")
    regex: Strings = Field(
        default=[],
        description="Reguljära uttryck, för sådant som inte är ord. Gruppen (?P<ord>…) flaggas, annars allt.",
    )
    prompts: bool = Field(default=False, description="Fält som mallen ber skribenten fylla i och som står orörda.")
    labels: Strings = Field(default=[], description="Rubriker i en tabell, om rutan för uppgiften är tom.")
    instead: Strings = Field(default=[], description="Färdiga ersättningar för de ord som flaggas.")
    prose_only: bool = Field(default=False, description="Flagga bara i löpande text, inte i rubriker och listor.")

    @field_validator("regex")
    @classmethod
    def _valid(cls, expressions: list[str]) -> list[str]:
        for expression in expressions:
            try:
                re.compile(expression)
            except re.error as error:
                raise ValueError(f"det reguljära uttrycket ”{expression}” är fel: {error}") from None
        return expressions

    @model_validator(mode="after")
    def _one_of(self) -> PatternRule:
        if sum(map(bool, (self.pattern, self.regex, self.prompts, self.labels))) != 1:
            raise ValueError("regeln ska ha en av pattern, regex, prompts och labels")
        return self

    def need(self) -> Need:
        """The analysis that the patterns look at."""
        need = super().need()
        for pattern in self.pattern:
            need |= as_slots(pattern).need
        return need


class PatternKind(Kind[PatternRule]):
    """Patterns, tried only in letters that hold a word which the pattern can't do without."""

    rule_type = PatternRule

    def __init__(self, rules: Sequence[PatternRule], settings: Settings) -> None:
        super().__init__(rules, settings)
        self._compiled = [(rule, [as_slots(pattern) for pattern in rule.pattern]) for rule in rules]
        self._expressions = {rule.name: [re.compile(regex) for regex in rule.regex] for rule in rules}

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every match of every pattern."""
        for rule, patterns in self._compiled:
            yield from self._sequences(rule, patterns, analysis)
            yield from self._matches(rule, analysis)
            stretches = chain(
                prompts(analysis) if rule.prompts else (),
                empty_values(analysis.letter, _lowered(rule.labels)) if rule.labels else (),
            )
            for index, start, end in stretches:
                yield _hit(rule, analysis.by_index[index], start, end)

    def _sequences(self, rule: PatternRule, patterns: list[Slots], analysis: Analysis) -> Iterator[Hit]:
        for slots in patterns:
            for block, start, end in slots.find(analysis):
                if block.is_prose or not rule.prose_only:
                    span = block.doc[start:end]
                    yield _hit(rule, block, span.start_char, span.end_char)

    def _matches(self, rule: PatternRule, analysis: Analysis) -> Iterator[Hit]:
        for expression in self._expressions[rule.name]:
            for block in _blocks(rule, analysis):
                for match in expression.finditer(block.block.text):
                    start, end = match.span("ord") if "ord" in expression.groupindex else match.span()
                    if start < end:
                        yield _hit(rule, block, start, end)


def _lowered(words: list[str]) -> set[str]:
    return {word.lower() for word in words}


def _blocks(rule: PatternRule, analysis: Analysis) -> Iterator[AnalysedBlock]:
    return (block for block in analysis.blocks if block.is_prose or not rule.prose_only)


def _hit(rule: PatternRule, block: AnalysedBlock, start: int, end: int) -> Hit:
    text = block.block.text[start:end]
    return Hit(rule, block.index, start, end, tuple(match_case(text, instead) for instead in rule.instead))
