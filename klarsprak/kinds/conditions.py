"""``when`` and ``unless``: what must, or must not, stand around the words that a rule has found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict

from klarsprak.kinds.fields import START, Patterns, Strings, as_list, as_slots, listed
from klarsprak.kinds.slots import Slots
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

    @cached_property
    def _followed_by(self) -> list[Slots]:
        return list(map(as_slots, self.followed_by))

    @cached_property
    def _preceded_by(self) -> list[Slots]:
        return [as_slots(pattern) for pattern in self.preceded_by if pattern != START]

    @cached_property
    def _sentence_has(self) -> list[Slots]:
        return list(map(as_slots, self.sentence_has))

    @cached_property
    def _letter_has(self) -> list[Slots]:
        return list(map(as_slots, self.letter_has))

    def need(self) -> Need:
        """How much of the analysis the condition looks at."""
        need = Need.MORPHOLOGY if self.pos or self.features else Need.FORMS
        for slots in (*self._followed_by, *self._preceded_by, *self._sentence_has, *self._letter_has):
            need |= slots.need
        return need

    def holds(self, words: Words, analysis: Analysis) -> bool:
        """Whether the condition is met for the words that a rule has found."""
        block, start, _ = words
        return (
            (not self.pos or block.tags[start] in self.pos)
            and (not self.features or not block.features[start].isdisjoint(self.features))
            and (not self.followed_by or _is_followed(words, self._followed_by))
            and (not self.preceded_by or self._is_preceded(words))
            and (not self.sentence_has or _occurs(self._sentence_has, words))
            and (not self.letter_has or letter_has(self._letter_has, analysis))
        )

    def holds_for_letter(self, analysis: Analysis) -> bool:
        """Whether the condition is met for the letter, where no words of it are in question."""
        return not self.letter_has or letter_has(self._letter_has, analysis)

    def _is_preceded(self, words: Words) -> bool:
        block, start, _ = words
        if START in self.preceded_by and start == block.sentence_at(start).start:
            return True
        first = max(0, start - REACH)
        return first < start and any(
            end == start for slots in self._preceded_by for _, end in slots.within(block, first, start)
        )


Conditions = Annotated[list[Condition], BeforeValidator(as_list, json_schema_input_type=Condition | list[Condition])]
"""One condition or a list of them, of which one is enough."""


def letter_has(patterns: Iterable[Slots], analysis: Analysis) -> bool:
    """Whether one of the patterns stands anywhere in the writer's text; asked once a letter and pattern."""
    return any(analysis.once(slots.stand_in) for slots in patterns)


def _is_followed(words: Words, patterns: Iterable[Slots]) -> bool:
    block, _, first = words
    last = min(first + REACH, len(block.words))
    return first < last and any(slots.opens(block, first, last) for slots in patterns)


def _occurs(patterns: Iterable[Slots], words: Words) -> bool:
    sentence = words.block.sentence_at(words.start)
    within = (slots.within(words.block, sentence.start, sentence.end) for slots in patterns)
    return any(True for found in within for _ in found)
