"""What type of letter it is: a decision, a request for more papers, a notice that the answer takes time …"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from operator import or_
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from klarsprak.analysis import Analysis
from klarsprak.files.small import SmallModel
from klarsprak.files.validation import Strings, listed
from klarsprak.language.analysed import AnalysedBlock, holds
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.matching.slots import Slots
from klarsprak.prose.on_condition import is_on_condition

_FIRST_BLOCKS = 15
"""Blocks in which a title stands that isn't marked as a heading."""
_LONGEST_TITLE = 12
"""Tokens of such a title."""
_ASKED = frozenset("vad hur när var vart vem vilka vilken vilket varför".split())
"""What begins a question that is no yes or no."""
_PERSONS = frozenset({"du", "ni", "man", "jag"})
"""Who asks or is asked in a title that is a whole sentence."""


@dataclass(frozen=True, eq=False)
class Signs:
    """What tells a type of letter, as ``LetterType`` says it."""

    find: tuple[Slots, ...]
    opening: tuple[Slots, ...]
    heading: tuple[Slots, ...]
    titles: frozenset[str]
    unless: tuple[Slots, ...]
    beside: tuple[Slots, ...]
    not_beside: tuple[Slots, ...]

    @property
    def own(self) -> tuple[Slots, ...]:
        """What shows in a sentence that a letter is of the type; of one told by ``letter_has`` alone, that."""
        return self.beside if self.is_told_anywhere else (*self.find, *self.opening)

    @cached_property
    def is_told_anywhere(self) -> bool:
        """Whether nothing but ``letter_has`` tells the type: the letter says *hos förvaltningsrätten* somewhere."""
        return not (self.find or self.opening or self.heading or self.titles)

    def stand_in(self, analysis: Analysis) -> bool:
        """Whether the letter has one of the signs."""
        return analysis.once(self._count)

    def _count(self, analysis: Analysis) -> bool:
        """The same, asked anew: *Du får inte …* is a no where the letter speaks of *din ansökan*."""
        return self._are_found(analysis) and self._are_in_such_letter(analysis)

    def _are_in_such_letter(self, analysis: Analysis) -> bool:
        """Whether the rest of the letter lets them count."""
        if self.beside and not _stands_anywhere(self.beside, analysis):
            return False
        return not _stands_anywhere(self.not_beside, analysis)

    def _are_found(self, analysis: Analysis) -> bool:
        """Whether one of them is there: the cheapest way first.

        Most letters of a type have it in their title.  A type may be told by what stands anywhere alone.
        """
        if self.is_told_anywhere:
            return True
        if self._is_whole_title(analysis):
            return True
        if self._stands_in_title(analysis):
            return True
        return self._stands_in_sentence(analysis) or self._opens_sentence(analysis)

    def _is_whole_title(self, analysis: Analysis) -> bool:
        """*Beslut*, and no more."""
        if not self.titles:
            return False
        titles = analysis.once(titles_of).texts
        return not titles.isdisjoint(self.titles)

    def _stands_in_title(self, analysis: Analysis) -> bool:
        """*Beslut om bygglov*."""
        if not self.heading:
            return False
        titles = analysis.once(titles_of)
        found = _places(self.heading, titles.forms, analysis, titles.blocks)
        return self._one_counts(found)

    def _stands_in_sentence(self, analysis: Analysis) -> bool:
        """*Nämnden beslutar att du får …*, but not *Får du avslag …*."""
        found = _places(self.find, analysis.forms, analysis, None)
        return self._one_counts(words for words in found if not is_on_condition(words))

    def _opens_sentence(self, analysis: Analysis) -> bool:
        """*Skicka in ritningen.*, but not *Vill du bygga? Skicka in en ritning.*: that is an offer."""
        found = _openings(self.opening, analysis)
        return self._one_counts(words for words in found if not _is_offer(words, analysis))

    def _one_counts(self, found: Iterator[WordsAt]) -> bool:
        """Whether one of the places is in a sentence that nothing speaks against."""
        return not all(map(self._is_spoken_against, found))

    def _is_spoken_against(self, words: WordsAt) -> bool:
        """Whether their sentence holds what makes it count for nothing.

        *Nämnden beslutar senare om …* tells of another letter.
        """
        first, last, _, forms = words.sentence
        if self._told_against is not None and forms.isdisjoint(self._told_against):
            return False
        block = words.block
        return any(slots.occurs(block, first, last, forms) for slots in self.unless)

    @cached_property
    def _told_against(self) -> frozenset[str] | None:
        """Words of which a sentence that something speaks against has one; None if a pattern needs none."""
        if not all(slots.anchors for slots in self.unless):
            return None
        return frozenset().union(*(slots.anchors[0] for slots in self.unless))


def _places(
    patterns: Iterable[Slots],
    forms: frozenset[str],
    analysis: Analysis,
    blocks: Collection[AnalysedBlock] | None,
) -> Iterator[WordsAt]:
    """Where one of the patterns stands in the blocks, all of the letter's if None; ``forms`` are their words.

    A pattern is tried only if these hold the words that it can't do without.
    """
    for slots in patterns:
        if holds(forms, slots.anchors):
            yield from slots.find(analysis, blocks)


def _stands_anywhere(patterns: Iterable[Slots], analysis: Analysis) -> bool:
    """Whether one of the patterns stands anywhere in the letter; each is asked once a letter."""
    return any(analysis.once(slots.stand_in) for slots in patterns)


def _openings(patterns: Iterable[Slots], analysis: Analysis) -> Iterator[WordsAt]:
    """Where a sentence begins with one of the patterns: *Betala avgiften*, not *Du kan betala avgiften*."""
    for words in _places(patterns, analysis.forms, analysis, None):
        if _begins_sentence(words):
            yield words


def _begins_sentence(words: WordsAt) -> bool:
    """Whether nothing but the mark of a list stands before them: *- bevilja*, *1. Betala*."""
    before = words.block.words[words.sentence.start : words.start]
    return not any(map(str.isalpha, before))


def _is_offer(words: WordsAt, analysis: Analysis) -> bool:
    """Whether they follow a question that the reader may say no to: *Vill du byta? Skicka in …*.

    *Vad gör du nu? Skicka in …* leaves no choice.
    """
    question = _before(words, analysis)
    return question[-1:] == ["?"] and question[0] not in _ASKED


def _before(words: WordsAt, analysis: Analysis) -> list[str]:
    """The sentence before theirs, be it the last one of the block above: *Vill du byta?* is often a heading."""
    block, start = words.block, words.sentence.start
    if start > 0:
        sentence = block.sentence_at(start - 1)
        return block.words[sentence.start : start]
    above = analysis.by_index.get(block.index - 1)
    if above is None:
        return []
    return above.words[above.sentences[-1].start :]


@cache
def _signs(titles: tuple[str, ...], *patterns: tuple[str, ...]) -> Signs:
    """The patterns compiled; types that are described alike share them, and a letter is asked once."""
    find, opening, heading, unless, beside, not_beside = map(_compiled, patterns)
    return Signs(find, opening, heading, frozenset(titles), unless, beside, not_beside)


def _compiled(patterns: tuple[str, ...]) -> tuple[Slots, ...]:
    """The patterns read, in order."""
    return tuple(map(as_slots, patterns))


class LetterType(SmallModel):
    """How a type of letter is told from others: by its title or by what a sentence says."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    about: str = Field(default="", description="Vad brevet är, i några ord.")
    find: Patterns = listed("Mönster i en mening som bara brev av den här typen har.")
    opening: Patterns = listed("Mönster som en mening börjar med, utom efter en fråga.")
    heading: Patterns = listed("Mönster i en rubrik eller en kort rad i brevets början.")
    titles: Strings = listed("Hela rubriker, till exempel Beslut.")
    unless: Patterns = listed("Mönster i samma mening som gör att den inte räknas.")
    letter_has: Patterns = listed("Mönster som brevet också ska ha ett av, någonstans.")
    letter_lacks: Patterns = listed("Mönster som gör att brevet inte är av typen, var de än står.")

    @cached_property
    def signs(self) -> Signs:
        """The patterns compiled."""
        in_sentences = (tuple(self.find), tuple(self.opening), tuple(self.heading), tuple(self.unless))
        return _signs(tuple(self.titles), *in_sentences, tuple(self.letter_has), tuple(self.letter_lacks))

    def need(self) -> Need:
        """The analysis that the patterns look at.

        A pattern of plain words needs no morphology.
        """
        signs = self.signs
        patterns = (*signs.find, *signs.opening, *signs.heading, *signs.unless, *signs.beside, *signs.not_beside)
        return reduce(or_, (slots.need for slots in patterns), Need.FORMS)

    def fits(self, analysis: Analysis) -> bool:
        """Whether the letter is of this type; a letter may be of several."""
        return self.signs.stand_in(analysis)


def _as_type(value: object) -> object:
    """A bare list of patterns is ``find``.

    *avslag: [avslår, avslås]*.
    """
    return {"find": value} if isinstance(value, str | list) else value


_KNOWN: dict[str, LetterType] = {}


def _one_for_all(letter_type: LetterType) -> LetterType:
    """The first one that was described alike: each rule of a pack describes all of the pack's types."""
    return _KNOWN.setdefault(letter_type.model_dump_json(), letter_type)


LetterTypes = dict[
    str,
    Annotated[
        LetterType,
        BeforeValidator(_as_type, json_schema_input_type=str | list[str] | LetterType),
        AfterValidator(_one_for_all),
    ],
]
"""The types by name."""


class Titles(NamedTuple):
    """The blocks that are titles, and their words."""

    blocks: list[AnalysedBlock]
    forms: frozenset[str]
    texts: frozenset[str]
    """Lower case, without what ends them."""


def titles_of(analysis: Analysis) -> Titles:
    """The headings, and the short lines at the letter's beginning that are no sentences.

    Asked once a letter, for all types of letters.
    """
    blocks = [block for number, block in enumerate(analysis.blocks) if _is_title(number, block)]
    forms: set[str] = set()
    texts: set[str] = set()
    for block in blocks:
        forms |= block.forms
        texts.add(block.block.text.strip(" :.\n").lower())
    return Titles(blocks, frozenset(forms), frozenset(texts))


def _is_title(number: int, block: AnalysedBlock) -> bool:
    """Whether a block with that number among the writer's own is marked as a heading, or looks like one.

    *Beslut om färdtjänst* in the letter's head, not *Beslutet kan överklagas.*
    """
    if _asks_whether(block.block.text.strip()):
        return False
    if block.block.role is Role.HEADING:
        return True
    if number >= _FIRST_BLOCKS or len(block.words) > _LONGEST_TITLE:
        return False
    return not block.is_prose


def _asks_whether(text: str) -> bool:
    """*Beslut om avgift?*, of one who wonders; *Vill du överklaga?* and *Hur överklagar man?* are titles."""
    if not text.endswith("?"):
        return False
    words = text.lower().split()
    return _PERSONS.isdisjoint(words) and words[0] not in _ASKED
