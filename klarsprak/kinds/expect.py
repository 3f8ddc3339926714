"""``expect``: something that this type of letter must say and doesn't."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Literal

from pydantic import Field, model_validator

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.conditions import letter_has
from klarsprak.kinds.expressions import Expression
from klarsprak.kinds.fields import Patterns, Strings, as_slots, listed
from klarsprak.kinds.lettertype import LetterType, LetterTypes
from klarsprak.language.analysis import AnalysedBlock, Analysis, Sentence
from klarsprak.language.pipeline import Need


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
        need = super().need()
        for pattern in (*self.find, *self.near, *self.near_unless):
            need |= as_slots(pattern).need
        for letter_type in self.letters.values():
            need |= letter_type.need()
        return need


class ExpectKind(Kind[ExpectRule]):
    """Tells letters' types apart, then looks for what they must say."""

    rule_type = ExpectRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each rule whose letter lacks what it must say."""
        for rule in self.rules:
            if _applies(rule, analysis) and not _is_said(rule, analysis):
                yield Hit(rule)


def letter_types(rules: Iterable[Rule]) -> dict[str, list[LetterType]]:
    """All types of letters that the rules know, by name; packs may describe a type each in its own way."""
    types: dict[str, list[LetterType]] = {}
    for rule in rules:
        for name, letter_type in getattr(rule, "letters", {}).items():
            if letter_type not in types.setdefault(name, []):
                types[name].append(letter_type)
    return types


def _applies(rule: ExpectRule, analysis: Analysis) -> bool:
    def is_of(names: list[str]) -> bool:
        return any(rule.letters[name].fits(analysis) for name in names)

    return (
        analysis.letter.format not in rule.not_format
        and analysis.token_count >= rule.min_words
        and (not rule.letter or is_of(rule.letter))
        and not is_of(rule.not_letter)
    )


def _is_said(rule: ExpectRule, analysis: Analysis) -> bool:
    if rule.regex and _stands_anywhere(rule.regex, analysis):
        return True
    if rule.near:
        return _is_said_near(rule, analysis)
    if rule.within is None:
        return letter_has(rule.find, analysis)
    return _is_said_first(rule.find, rule.within, analysis)


@cache
def _expression(regex: str) -> Expression:
    return Expression(regex, re.MULTILINE)  # each block is a line


def _stands_anywhere(expressions: list[str], analysis: Analysis) -> bool:
    """Whether one of the expressions is found in any block, those of the page's head and foot among them."""
    text = analysis.whole_text
    return any(_expression(regex).occurs(text, analysis.whole_text_lower) for regex in expressions)


def _is_said_near(rule: ExpectRule, analysis: Analysis) -> bool:
    """Whether a sentence that the rule points out says it, or the one that follows."""
    near = {number for pattern in rule.near for number in _sentences_with(pattern, analysis)}
    sentences = analysis.all_sentences
    counted = (number for number in sorted(near) if not _has(rule.near_unless, sentences[number]))
    return any(_has(rule.find, sentence) for number in counted for sentence in sentences[number : number + 2])


def _sentences_with(pattern: str, analysis: Analysis) -> Iterator[int]:
    slots = as_slots(pattern)
    for sentence in analysis.sentences_with(slots.anchors) if slots.anchors else analysis.all_sentences:
        if _has([pattern], sentence):
            yield sentence.number


def _has(patterns: list[str], sentence: Sentence) -> bool:
    return _any_within(patterns, sentence.block, sentence.span.start, sentence.span.end)


def _any_within(patterns: list[str], block: AnalysedBlock, first: int, last: int) -> bool:
    words = frozenset(block.words[first:last])
    return any(as_slots(pattern).occurs(block, first, last, words) for pattern in patterns)


def _is_said_first(patterns: list[str], within: int, analysis: Analysis) -> bool:
    """Whether it is said in the first sentences, or in a heading above them: *Beslut: du får färdtjänst*."""
    first = list(islice(analysis.sentences(), within))
    if not first:
        return letter_has(patterns, analysis)
    last_block, last = first[-1]
    before = (block for block in analysis.blocks if block.index < last_block.index)
    if any(_any_within(patterns, block, 0, len(block.words)) for block in before):
        return True
    return _any_within(patterns, last_block, 0, last.end)
