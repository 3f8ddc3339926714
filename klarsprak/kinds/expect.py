"""``expect``: something that this type of letter must say and doesn't."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import islice
from operator import or_
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis, Sentence
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.conditions import letter_has
from klarsprak.language.analysed import AnalysedBlock, holds
from klarsprak.language.pipeline import Need
from klarsprak.matching.expressions import Expression
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.matching.slots import Slots
from klarsprak.prose.letter_type import LetterType, LetterTypes, Signs


class ExpectRule(Rule):
    """What to look for, where, and in which letters."""

    kind: Literal["expect"]
    letters: LetterTypes = Field(default={}, description="Brevtyper, var och en med mönster som skiljer ut den.")
    letter: Strings = listed("Gäller bara dessa brevtyper. Tomt: alla brev.")
    not_letter: Strings = listed("Gäller inte dessa brevtyper.")
    not_format: Strings = listed("Gäller inte dessa filformat, till exempel email.")
    find: Patterns = listed("Mönster som brevet ska ha minst ett av.")
    near: Patterns = listed("Mönstret ska stå i en mening med något av dessa, eller i nästa.")
    near_unless: Patterns = listed("En mening med något av dessa räknas inte för near.")
    regex: Strings = listed("Reguljära uttryck; ett av dem ska finnas i brevet, sidhuvudet inräknat.")
    within: int | None = Field(default=None, description="Bara i brevets så här många första meningar.", ge=1)
    min_words: int = Field(default=0, description="Kortare brev prövas inte.")
    placeholders = frozenset[str]()

    @model_validator(mode="after")
    def _known_letters(self) -> ExpectRule:
        for name in (*self.letter, *self.not_letter):
            if name not in self.letters:
                raise ValueError(f"brevtypen ”{name}” finns inte bland letters: {', '.join(self.letters)}")
        if not self.find and not self.regex:
            raise ValueError("regeln ska ha find eller regex")
        return self

    def need(self) -> Need:
        """The analysis that the patterns look at."""
        patterns = map(as_slots, (*self.find, *self.near, *self.near_unless))
        needs = (*(slots.need for slots in patterns), *(each.need() for each in self.letters.values()))
        return reduce(or_, needs, super().need())


class ExpectKind(Kind[ExpectRule]):
    """Tells letters' types apart, then looks for what they must say."""

    rule_type = ExpectRule

    def __init__(self, rules: Sequence[ExpectRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._expected = [_Expected.of(rule) for rule in rules]

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each rule whose letter lacks what it must say."""
        for expected in self._expected:
            if expected.is_due(analysis) and not expected.is_said(analysis):
                yield Hit(expected.rule)


class _Expected(NamedTuple):
    """A rule with its patterns and expressions compiled."""

    rule: ExpectRule
    letter: list[Signs]
    not_letter: list[Signs]
    find: list[Slots]
    near: list[Slots]
    near_unless: list[Slots]
    expressions: list[Expression]

    @classmethod
    def of(cls, rule: ExpectRule) -> _Expected:
        return cls(
            rule,
            [rule.letters[name].signs for name in rule.letter],
            [rule.letters[name].signs for name in rule.not_letter],
            list(map(as_slots, rule.find)),
            list(map(as_slots, rule.near)),
            list(map(as_slots, rule.near_unless)),
            [Expression(regex, re.MULTILINE) for regex in rule.regex],  # each block is a line
        )

    def is_due(self, analysis: Analysis) -> bool:
        """Whether the letter is one of those that must say it."""
        return (
            analysis.letter.format not in self.rule.not_format
            and analysis.token_count >= self.rule.min_words
            and (not self.letter or any(signs.stand_in(analysis) for signs in self.letter))
            and not any(signs.stand_in(analysis) for signs in self.not_letter)
        )

    def is_said(self, analysis: Analysis) -> bool:
        """Whether the letter says it where the rule looks."""
        if self._stands_anywhere(analysis):
            return True
        if self.near:
            return self._is_said_near(analysis)
        if self.rule.within is None:
            return letter_has(self.find, analysis)
        return self._is_said_first(self.rule.within, analysis)

    def _stands_anywhere(self, analysis: Analysis) -> bool:
        """Whether one of the expressions is found in any block, those of the page's head and foot among them."""
        return any(regex.occurs(analysis.whole_text, analysis.whole_text_lower) for regex in self.expressions)

    def _is_said_near(self, analysis: Analysis) -> bool:
        """Whether a sentence that the rule points out says it, or the one that follows."""
        near, find = _possible(self.near, analysis), _possible(self.find, analysis)
        if not near or not find:
            return False
        sentences = analysis.all_sentences
        counted = (each for each in sentences if _has(near, each) and not _has(self.near_unless, each))
        return any(_has(find, each) for one in counted for each in sentences[one.number : one.number + 2])

    def _is_said_first(self, within: int, analysis: Analysis) -> bool:
        """Whether it is said in the first sentences, or in a heading above them: *Beslut: du får färdtjänst*."""
        first = list(islice(analysis.sentences(), within))
        if not first:
            return letter_has(self.find, analysis)
        find = _possible(self.find, analysis)
        last_block, last, _ = first[-1]
        before = (block for block in analysis.blocks if block.index < last_block.index)
        if any(_any_within(find, block, len(block.words), block.forms) for block in before):
            return True
        return _any_within(find, last_block, last.end, frozenset(last_block.words[: last.end]))


def _possible(patterns: list[Slots], analysis: Analysis) -> list[Slots]:
    return [slots for slots in patterns if holds(analysis.forms, slots.anchors)]


def _has(patterns: list[Slots], sentence: Sentence) -> bool:
    _, block, span, words = sentence
    return any(slots.occurs(block, span.start, span.end, words) for slots in patterns)


def _any_within(patterns: list[Slots], block: AnalysedBlock, last: int, words: frozenset[str]) -> bool:
    return any(slots.occurs(block, 0, last, words) for slots in patterns)


def letter_types(rules: Iterable[Rule]) -> dict[str, list[LetterType]]:
    """All types of letters that the rules know, by name; packs may describe a type each in its own way."""
    types: dict[str, list[LetterType]] = {}
    for rule in rules:
        for name, letter_type in getattr(rule, "letters", {}).items():
            if letter_type not in types.setdefault(name, []):
                types[name].append(letter_type)
    return types
