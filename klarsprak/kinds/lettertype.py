"""What type of letter it is: a decision, a request for more papers, a notice that the answer takes time …"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from klarsprak.kinds.fields import Patterns, Strings, as_slots, listed
from klarsprak.kinds.slots import Slots
from klarsprak.language.analysis import Analysis, holds
from klarsprak.language.pipeline import Need
from klarsprak.letter import Role

_FIRST_BLOCKS = 15
_LONGEST_TITLE = 12


class LetterType(BaseModel):
    """How a type of letter is told from others: by its title or by what a sentence says."""

    model_config = ConfigDict(extra="forbid")

    find: Patterns = listed("Mönster i en mening som bara brev av den här typen har.")
    heading: Patterns = listed("Mönster i en rubrik eller en kort rad i brevets början.")
    titles: Strings = listed("Hela rubriker, till exempel Beslut.")
    unless: Patterns = listed("Mönster i samma mening som gör att den inte räknas.")

    def need(self) -> Need:
        """The analysis that the patterns look at."""
        need = Need.FORMS
        for pattern in (*self.find, *self.heading, *self.unless):
            need |= as_slots(pattern).need
        return need

    def fits(self, analysis: Analysis) -> bool:
        """Whether the letter is of this type; a letter may be of several."""
        key = ("letter type", *self.find, "", *self.heading, "", *self.titles, "", *self.unless)
        if key not in analysis.memo:
            analysis.memo[key] = (
                self._by_whole_title(analysis) or self._by_title(analysis) or self._by_sentence(analysis)
            )
        return analysis.memo[key]

    def _by_whole_title(self, analysis: Analysis) -> bool:
        if not self.titles:
            return False
        titles = (analysis.by_index[index].block.text for index in _titles(analysis)[0])
        return not {title.strip(" :.\n").lower() for title in titles}.isdisjoint(self.titles)

    def _by_title(self, analysis: Analysis) -> bool:
        blocks, forms = _titles(analysis) if self.heading else ((), frozenset())
        patterns = (slots for slots in map(as_slots, self.heading) if holds(forms, slots.anchors))
        return self._stands(patterns, analysis, blocks)

    def _by_sentence(self, analysis: Analysis) -> bool:
        return self._stands(map(as_slots, self.find), analysis, None)

    def _stands(self, patterns: Iterable[Slots], analysis: Analysis, blocks: Collection[int] | None) -> bool:
        """Whether a pattern stands in one of the blocks, all if None, in a sentence that nothing speaks against."""
        for slots in patterns:
            for block, start, _ in slots.find(analysis, blocks):
                span = block.sentence_at(start)
                words = frozenset(block.words[span.start : span.end])
                if not any(as_slots(each).occurs(block, span.start, span.end, words) for each in self.unless):
                    return True
        return False


def _as_type(value: object) -> object:
    return {"find": value} if isinstance(value, str | list) else value


LetterTypes = dict[
    str,
    Annotated[
        LetterType,
        BeforeValidator(_as_type, json_schema_input_type=str | list[str] | LetterType),
    ],
]
"""The types by name; a bare list of patterns is ``find``."""


@lru_cache(maxsize=1)
def _titles(analysis: Analysis) -> tuple[Collection[int], frozenset[str]]:
    """The blocks that are headings, or short lines at the letter's beginning that are no sentences; their words."""
    titles = [
        block
        for number, block in enumerate(analysis.blocks)
        if block.block.role is Role.HEADING
        or (number < _FIRST_BLOCKS and len(block.words) <= _LONGEST_TITLE and not block.is_prose)
    ]
    return [block.index for block in titles], frozenset().union(*(block.forms for block in titles))
