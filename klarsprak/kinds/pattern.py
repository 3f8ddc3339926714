"""``pattern``: a sequence of forms, parts of speech and features, or of characters; what a template left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field, field_validator, model_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.unfilled import empty_values, prompts
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import match_case
from klarsprak.language.pipeline import Need
from klarsprak.letter import Block, Letter, Role
from klarsprak.matching.expressions import Expression, Having
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.matching.index import PatternIndex
from klarsprak.prose.letter_date import dates, letter_date


class PatternRule(Rule):
    """One or more patterns; either of words or, for what is no words, a regular expression."""

    kind: Literal["pattern"]
    pattern: Patterns = listed("Mönster av ord: vidta~ … {åtgärd~n}.")
    regex: Strings = listed(
        "Reguljära uttryck, för sådant som inte är ord. Gruppen (?P<ord>…) flaggas, annars allt.",
    )
    having: Strings = listed(
        "Texter som brevet ska ha en av för att de reguljära uttrycken ska prövas, för det går fort att se efter. "
        "Små bokstäver gäller också för stora.",
    )
    prompts: bool = Field(default=False, description="Fält som mallen ber skribenten fylla i och som står orörda.")
    labels: Strings = listed("Rubriker i en tabell, om rutan för uppgiften är tom.")
    instead: Strings = listed("Färdiga ersättningar för de ord som flaggas.")
    after_letter: bool = Field(default=False, description="Flagga bara dagar som ligger efter brevets egen dag.")
    prose_only: bool = Field(default=False, description="Flagga bara i löpande text, inte i rubriker och listor.")

    @field_validator("regex")
    @classmethod
    def _valid(cls, expressions: list[str]) -> list[str]:
        for regex in expressions:
            try:
                re.compile(regex)
            except re.error as error:
                raise ValueError(f"det reguljära uttrycket ”{regex}” är fel: {error}") from None
        return expressions

    @model_validator(mode="after")
    def _one_of(self) -> PatternRule:
        if sum(map(bool, (self.pattern, self.regex, self.prompts, self.labels))) != 1:
            raise ValueError("regeln ska ha en av pattern, regex, prompts och labels")
        if self.having and not self.regex:
            raise ValueError("having hör ihop med regex. Ta bort nyckeln, eller skriv ett reguljärt uttryck")
        return self

    @property
    def replacements(self) -> Sequence[str]:
        """What can be written instead."""
        return self.instead

    def need(self) -> Need:
        """The analysis that the patterns look at."""
        need = super().need()
        for pattern in self.pattern:
            need |= as_slots(pattern).need
        return need


class PatternKind(Kind[PatternRule]):
    """Patterns, tried only in letters that hold a word which the pattern can't do without."""

    rule_type = PatternRule

    def __init__(self, rules: Sequence[PatternRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._sequences = [(rule, as_slots(pattern)) for rule in rules for pattern in rule.pattern]
        self._anchors = PatternIndex(slots.anchors for _, slots in self._sequences)
        self._expressions = [
            (rule, Having(rule.having), list(map(Expression, rule.regex))) for rule in rules if rule.regex
        ]
        self._others = [(rule, {*map(str.lower, rule.labels)}) for rule in rules if rule.prompts or rule.labels]

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every match of every pattern."""
        yield from self._by_words(analysis)
        yield from self._by_expressions(analysis)
        for rule, labels in self._others:
            for place in empty_values(analysis.letter, labels) if labels else prompts(analysis.letter):
                yield Hit(rule, *place)

    def _by_words(self, analysis: Analysis) -> Iterator[Hit]:
        for number in self._anchors.among(analysis.forms):
            rule, slots = self._sequences[number]
            for words in slots.find(analysis):
                block = words.block
                if block.is_prose or not rule.prose_only:
                    first, last = words.characters
                    if _is_of_its_day(rule, block.text[first:last], analysis):
                        yield _hit(rule, block, first, last)

    def _by_expressions(self, analysis: Analysis) -> Iterator[Hit]:
        margins = "\n".join(block.text for _, block in _margins(analysis.letter))
        own, outside = (analysis.raw_text, analysis.text), (margins, margins.lower())
        whole = analysis.whole_text, analysis.whole_text_lower
        for rule, having, expressions in self._expressions:
            if not having.stands_in(*whole):
                continue
            for regex in expressions:
                if regex.occurs(*own):
                    yield from _matches(rule, regex.exact, analysis)
                if rule.everywhere and not rule.prose_only and regex.occurs(*outside):
                    yield from _in_margins(rule, regex.exact, analysis)


def _matches(rule: PatternRule, regex: re.Pattern[str], analysis: Analysis) -> Iterator[Hit]:
    for block in _blocks(rule, analysis):
        for match in regex.finditer(block.block.text):
            start, end = match.span("ord") if "ord" in regex.groupindex else match.span()
            if start < end and _is_of_its_day(rule, block.block.text[start:end], analysis):
                yield _hit(rule, block, start, end)


def _is_of_its_day(rule: PatternRule, text: str, analysis: Analysis) -> bool:
    """Whether the text names a day after the one that stands on the letter, where the rule asks for one."""
    if not rule.after_letter:
        return True
    own, days = letter_date(analysis.letter), dates(text)
    return own is not None and bool(days) and days[0] > own


def _in_margins(rule: PatternRule, regex: re.Pattern[str], analysis: Analysis) -> Iterator[Hit]:
    """What stands in the page's head and foot, where nobody looks for the template's remains."""
    for index, block in _margins(analysis.letter):
        for match in regex.finditer(block.text):
            start, end = match.span("ord" if "ord" in regex.groupindex else 0)
            if _is_of_its_day(rule, block.text[start:end], analysis):
                yield Hit(rule, index, start, end)


def _margins(letter: Letter) -> Iterator[tuple[int, Block]]:
    """The blocks of the page's head and foot, with their places in the letter."""
    return ((i, block) for i, block in enumerate(letter.blocks) if block.role in (Role.HEADER, Role.FOOTER))


def _blocks(rule: PatternRule, analysis: Analysis) -> Iterator[AnalysedBlock]:
    return (block for block in analysis.blocks if block.is_prose or not rule.prose_only)


def _hit(rule: PatternRule, block: AnalysedBlock, start: int, end: int) -> Hit:
    text = block.block.text[start:end]
    return Hit(rule, block.index, start, end, tuple(match_case(text, instead) for instead in rule.instead))
