"""``when`` and ``unless``: what must, or must not, stand around the words that a rule has found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from spacy.tokens import Span

from klarsprak.kinds.fields import START, Patterns, Strings, as_list, as_slots
from klarsprak.language.analysis import Analysis
from klarsprak.language.pipeline import Need

REACH = 12
"""How many words before or after are looked at."""


class Condition(BaseModel):
    """All the keys that are given must hold; for each key, one of its alternatives is enough."""

    model_config = ConfigDict(extra="forbid")

    pos: Strings = Field(default=[], description="Ordklass hos det första ordet som flaggas, t.ex. VERB.")
    features: Strings = Field(default=[], description="Drag hos det första ordet som flaggas, t.ex. Voice=Pass.")
    followed_by: Patterns = Field(default=[], description="Mönster som följer direkt efter orden.")
    preceded_by: Patterns = Field(default=[], description="Mönster som står direkt före, eller start.")
    sentence_has: Patterns = Field(default=[], description="Mönster som finns i samma mening.")
    letter_has: Patterns = Field(default=[], description="Mönster som finns någonstans i brevet.")

    def need(self) -> Need:
        """How much of the analysis the condition looks at."""
        need = Need.MORPHOLOGY if self.pos or self.features else Need.FORMS
        for pattern in (*self.followed_by, *self.preceded_by, *self.sentence_has, *self.letter_has):
            if pattern != START:
                need |= as_slots(pattern).need
        return need

    def holds(self, span: Span, analysis: Analysis) -> bool:
        """Whether the condition is met for the words of ``span``."""
        return (
            (not self.pos or span[0].pos_ in self.pos)
            and (not self.features or any(_has_feature(span, feature) for feature in self.features))
            and (not self.followed_by or any(_follows(span, pattern) for pattern in self.followed_by))
            and (not self.preceded_by or any(_precedes(span, pattern) for pattern in self.preceded_by))
            and (not self.sentence_has or _occurs(self.sentence_has, span.sent))
            and (not self.letter_has or letter_has(self.letter_has, analysis))
        )

    def holds_for_letter(self, analysis: Analysis) -> bool:
        """Whether the condition is met for the letter, where no words of it are in question."""
        return not self.letter_has or letter_has(self.letter_has, analysis)


Conditions = Annotated[list[Condition], BeforeValidator(as_list, json_schema_input_type=Condition | list[Condition])]
"""One condition or a list of them, of which one is enough."""


def letter_has(patterns: Iterable[str], analysis: Analysis) -> bool:
    """Whether one of the patterns stands anywhere in the writer's text; asked once a letter and pattern."""
    for pattern in patterns:
        slots = as_slots(pattern)
        known = analysis.memo.get(slots)
        if known is None:
            known = next(slots.find(analysis), None) is not None
            analysis.memo[slots] = known
        if known:
            return True
    return False


def _has_feature(span: Span, feature: str) -> bool:
    return feature in span[0].morph


def _follows(span: Span, pattern: str) -> bool:
    after = span.doc[span.end : span.end + REACH]
    return len(after) > 0 and any(start == 0 for start, _ in _matches(pattern, after))


def _precedes(span: Span, pattern: str) -> bool:
    if pattern == START:
        return span.start == span.sent.start
    before = span.doc[max(0, span.start - REACH) : span.start]
    return len(before) > 0 and any(end == len(before) for _, end in _matches(pattern, before))


def _occurs(patterns: Iterable[str], sentence: Span) -> bool:
    return any(True for pattern in patterns for _ in _matches(pattern, sentence))


def _matches(pattern: str, span: Span) -> Iterable[tuple[int, int]]:
    slots = as_slots(pattern)
    if slots.anchors and not slots.may_match(frozenset(token.lower_ for token in span)):
        return ()
    return slots.matches(span)
