"""``when`` and ``unless``: what must, or must not, stand around the words that a rule has found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict

from klarsprak.kinds.fields import START, Patterns, Strings, as_list, as_slots, listed
from klarsprak.language.analysis import AnalysedBlock, Analysis
from klarsprak.language.pipeline import Need

REACH = 12
"""How many words before or after are looked at."""


class Words(NamedTuple):
    """What a rule has found: tokens of a block."""

    block: AnalysedBlock
    start: int
    end: int


class Condition(BaseModel):
    """All the keys that are given must hold; for each key, one of its alternatives is enough."""

    model_config = ConfigDict(extra="forbid")

    pos: Strings = listed("Ordklass hos det första ordet som flaggas, till exempel VERB.")
    features: Strings = listed("Drag hos det första ordet som flaggas, till exempel Voice=Pass.")
    followed_by: Patterns = listed("Mönster som följer direkt efter orden.")
    preceded_by: Patterns = listed("Mönster som står direkt före, eller start.")
    sentence_has: Patterns = listed("Mönster som finns i samma mening.")
    letter_has: Patterns = listed("Mönster som finns någonstans i brevet.")

    def need(self) -> Need:
        """How much of the analysis the condition looks at."""
        need = Need.MORPHOLOGY if self.pos or self.features else Need.FORMS
        for pattern in (*self.followed_by, *self.preceded_by, *self.sentence_has, *self.letter_has):
            if pattern != START:
                need |= as_slots(pattern).need
        return need

    def holds(self, words: Words, analysis: Analysis) -> bool:
        """Whether the condition is met for the words that a rule has found."""
        block, start, _ = words
        return (
            (not self.pos or block.tags[start] in self.pos)
            and (not self.features or not block.features[start].isdisjoint(self.features))
            and (not self.followed_by or any(_follows(words, pattern) for pattern in self.followed_by))
            and (not self.preceded_by or any(_precedes(words, pattern) for pattern in self.preceded_by))
            and (not self.sentence_has or _occurs(self.sentence_has, words))
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


def _follows(words: Words, pattern: str) -> bool:
    first, last = words.end, min(words.end + REACH, len(words.block.words))
    return first < last and as_slots(pattern).opens(words.block, first, last)


def _precedes(words: Words, pattern: str) -> bool:
    if pattern == START:
        return words.start == words.block.sentence_at(words.start).start
    first, last = max(0, words.start - REACH), words.start
    return first < last and any(end == last for _, end in as_slots(pattern).within(words.block, first, last))


def _occurs(patterns: Iterable[str], words: Words) -> bool:
    sentence = words.block.sentence_at(words.start)
    within = (as_slots(pattern).within(words.block, sentence.start, sentence.end) for pattern in patterns)
    return any(True for found in within for _ in found)
