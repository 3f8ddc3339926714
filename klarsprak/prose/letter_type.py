"""What type of letter it is: a decision, a request for more papers, a notice that the answer takes time …"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict

from klarsprak.analysis import Analysis
from klarsprak.files.validation import Strings, listed
from klarsprak.language.analysed import AnalysedBlock, holds
from klarsprak.language.pipeline import Need
from klarsprak.letter import Role
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.matching.slots import Slots

if TYPE_CHECKING:
    from spacy.tokens import Span

_FIRST_BLOCKS = 15
_LONGEST_TITLE = 12


@dataclass(frozen=True, eq=False)
class Signs:
    """What tells a type of letter, as ``LetterType`` says it."""

    find: tuple[Slots, ...]
    heading: tuple[Slots, ...]
    titles: frozenset[str]
    unless: tuple[Slots, ...]

    def stand_in(self, analysis: Analysis) -> bool:
        """Whether the letter has one of the signs."""
        return analysis.once(self._are_found)

    def _are_found(self, analysis: Analysis) -> bool:
        return self._by_whole_title(analysis) or self._by_title(analysis) or self._by_sentence(analysis)

    def _by_whole_title(self, analysis: Analysis) -> bool:
        return bool(self.titles) and not analysis.once(_titles).texts.isdisjoint(self.titles)

    def _by_title(self, analysis: Analysis) -> bool:
        titles = analysis.once(_titles)
        return self._stands(self.heading, titles.forms, analysis, titles.blocks)

    def _by_sentence(self, analysis: Analysis) -> bool:
        return self._stands(self.find, analysis.forms, analysis)

    def _stands(
        self,
        patterns: Iterable[Slots],
        forms: frozenset[str],
        analysis: Analysis,
        blocks: Collection[AnalysedBlock] | None = None,
    ) -> bool:
        """Whether a pattern stands in one of the blocks, all if None, in a sentence that nothing speaks against.

        ``forms`` are the words of the blocks.
        """
        possible = (slots for slots in patterns if holds(forms, slots.anchors))
        found = (place for slots in possible for place in slots.find(analysis, blocks))
        return any(not self._is_spoken_against(block, block.sentence_at(start)) for block, start, _ in found)

    def _is_spoken_against(self, block: AnalysedBlock, sentence: Span) -> bool:
        return any(True for slots in self.unless for _ in slots.within(block, sentence.start, sentence.end))


@cache
def _signs(
    find: tuple[str, ...], heading: tuple[str, ...], titles: tuple[str, ...], unless: tuple[str, ...]
) -> Signs:
    return Signs(_compiled(find), _compiled(heading), frozenset(titles), _compiled(unless))


def _compiled(patterns: tuple[str, ...]) -> tuple[Slots, ...]:
    return tuple(map(as_slots, patterns))


class LetterType(BaseModel):
    """How a type of letter is told from others: by its title or by what a sentence says."""

    model_config = ConfigDict(extra="forbid")

    find: Patterns = listed("Mönster i en mening som bara brev av den här typen har.")
    heading: Patterns = listed("Mönster i en rubrik eller en kort rad i brevets början.")
    titles: Strings = listed("Hela rubriker, till exempel Beslut.")
    unless: Patterns = listed("Mönster i samma mening som gör att den inte räknas.")

    @cached_property
    def signs(self) -> Signs:
        """The patterns compiled; types that are described alike share them, and a letter is asked once."""
        return _signs(*map(tuple, (self.find, self.heading, self.titles, self.unless)))

    def need(self) -> Need:
        """The analysis that the patterns look at."""
        signs = self.signs
        return reduce(or_, (slots.need for slots in (*signs.find, *signs.heading, *signs.unless)), Need.FORMS)

    def fits(self, analysis: Analysis) -> bool:
        """Whether the letter is of this type; a letter may be of several."""
        return self.signs.stand_in(analysis)


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


class _Titles(NamedTuple):
    blocks: list[AnalysedBlock]
    forms: frozenset[str]
    texts: frozenset[str]
    """Lower case, without what ends them."""


def _titles(analysis: Analysis) -> _Titles:
    """The blocks that are headings, or short lines at the letter's beginning that are no sentences; their words."""
    blocks = [
        block
        for number, block in enumerate(analysis.blocks)
        if block.block.role is Role.HEADING
        or (number < _FIRST_BLOCKS and len(block.words) <= _LONGEST_TITLE and not block.is_prose)
    ]
    texts = (block.block.text.strip(" :.\n").lower() for block in blocks)
    return _Titles(blocks, frozenset().union(*(block.forms for block in blocks)), frozenset(texts))
