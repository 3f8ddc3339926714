"""The references to law of a letter, each with the sentences around it."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from operator import attrgetter, itemgetter
from pathlib import Path

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.laws import Context, Reference
from klarsprak.laws.sentences import sentences
from klarsprak.letter import Role
from klarsprak.prose.cited_law import references_by

Stretch = tuple[int, int]
"""Where in a block something begins and ends, in code points."""
_START = attrgetter("start")
_LONGEST = 3000
"""Signs after which a sentence is divided: the longest ones of law have half as many."""
SectionKey = tuple[str, str, str, str]
"""A section: its law's number, its chapter, the section, its point; "" for what it lacks."""


@dataclass(frozen=True)
class Around:
    """What stands around each reference of a sentence, so that it is looked at once for all of them."""

    masked: tuple[str, str, str]
    """The sentence before, its own and the one after, each reference masked; "" where there is none."""
    beside: frozenset[str]
    """The numbers of the acts that the sentence gives, or its list, if it stands in one."""

    @cached_property
    def is_explained(self) -> bool:
        """Whether the sentences say what the section means."""
        from klarsprak.laws.explanation import is_explained  # its patterns take time to compile

        return is_explained(*self.masked)

    @cached_property
    def is_settled_next(self) -> bool:
        """Whether the sentence after says how such matters are settled."""
        from klarsprak.laws.explanation import is_settled_next  # as above

        return is_settled_next(self.masked[2])

    @cached_property
    def is_half_explained(self) -> bool:
        """Whether its sentence says a part of what the section means."""
        from klarsprak.laws.explanation import is_half_explained  # as above

        return is_half_explained(self.masked[1])

    @cached_property
    def says_what_may_happen(self) -> bool:
        """Whether its sentence says what the section lets somebody do if the reader does nothing."""
        from klarsprak.laws.explanation import says_what_may_happen  # as above

        return says_what_may_happen(self.masked[1])

    @cached_property
    def decides(self) -> bool:
        """Whether its sentence decides something by the section, and so can't say what that means in general."""
        from klarsprak.laws.explanation import decides  # as above

        return decides(self.masked[1])

    @cached_property
    def is_told_of(self) -> bool:
        """Whether the sentence tells of the section itself: *… säger att*, *Det står i …*.

        That something *ska bytas enligt STAFS 2007:2* doesn't say whose rules those are.
        """
        from klarsprak.laws.explanation import is_told_of  # as above

        before, sentence, _ = self.masked
        return is_told_of(before, sentence)


@dataclass(frozen=True)
class Cited:
    """A reference and its sentence."""

    block: AnalysedBlock
    reference: Reference
    span: Stretch
    """Where in the block its sentence begins and ends."""
    around: Around

    @property
    def context(self) -> Context:
        """The words around it, which may say that an act is the earlier one."""
        start, _ = self.span
        return Context(self.sentence, self.block.block.text[:start], self.around.beside)

    @property
    def sentence(self) -> str:
        """The sentence as it stands."""
        return self.block.block.text[slice(*self.span)]

    @property
    def is_heading(self) -> bool:
        """Whether it stands in a heading, where nobody expects a sentence."""
        return self.block.block.role is Role.HEADING

    @property
    def is_explained(self) -> bool:
        """Whether the letter says there what the section means, or right after a sentence that ends with it."""
        return self.around.is_explained or (self.around.is_settled_next and self._ends_sentence)

    @property
    def _ends_sentence(self) -> bool:
        """Whether nothing but a stop follows in its sentence."""
        _, end = self.span
        return not self.block.block.text[self.reference.end : end].strip(" .)\n")

    @property
    def keys(self) -> set[SectionKey]:
        """The sections meant, each with its points one by one.

        *9 kap. 2 § PBL* is *(2010:900, 9, 2, "")*.
        """
        reference = self.reference
        chapter = reference.chapter or ""
        points = reference.points or ("",)
        pairs = product(reference.sections or ("",), points)
        return {(self.act, chapter, section, point) for section, point in pairs}

    @property
    def act(self) -> str:
        """The number of the law meant, or else the one that the text gives.

        An act that the register lacks has a number all the same.
        """
        if self.reference.law is not None:
            return self.reference.law.sfs
        return self.reference.sfs or ""


def all_cited(analysis: Analysis, register: Path | None) -> list[Cited]:
    """All references of the letter in reading order, as the register in that file knows the acts."""
    references = analysis.once(references_by(register))
    return list(_LetterOfLaw(analysis.blocks, references).all_cited())


class _LetterOfLaw:
    """The blocks of a letter, the references in each by the block's place among them, and their sentences."""

    def __init__(self, blocks: list[AnalysedBlock], references: dict[int, list[Reference]]) -> None:
        self._blocks = blocks
        self._references = references
        self._spans: dict[int, list[Stretch]] = {}
        self._in_order: dict[int, list[Reference]] = {}
        self._mask: dict[tuple[int, int], str] = {}
        self._around: dict[tuple[int, int], Around] = {}
        self._numbers_of_list: dict[int, frozenset[str]] = {}

    def all_cited(self) -> Iterator[Cited]:
        """Every reference with what stands around it.

        Block by block, in the order of the text.
        """
        for number, references in self._references.items():
            for reference in references:
                yield self._cited(number, reference)

    def _cited(self, number: int, reference: Reference) -> Cited:
        """A reference of the block with that number."""
        spans = self._sentences(number)
        i = bisect_right(spans, reference.start, key=itemgetter(1))
        if (number, i) not in self._around:
            masked = (self._masked(number, i - 1), self._masked(number, i), self._masked(number, i + 1))
            self._around[number, i] = Around(masked, self._numbers_beside(number, spans[i]))
        return Cited(self._blocks[number], reference, spans[i], self._around[number, i])

    def _numbers_beside(self, number: int, span: Stretch) -> frozenset[str]:
        """The numbers of the acts that the sentence in that block gives, or the whole list that it is part of."""
        if not self._is_item(number):
            return _numbers(self._references_from(number, *span))
        if number not in self._numbers_of_list:
            items = self._list_of(number)
            told = _numbers(reference for item in items for reference in self._references.get(item, []))
            self._numbers_of_list |= dict.fromkeys(items, told)
        return self._numbers_of_list[number]

    def _references_from(self, number: int, start: int, end: int) -> list[Reference]:
        """The references of a block that begin in a stretch of it, without a look at all others."""
        if number not in self._in_order:
            self._in_order[number] = sorted(self._references.get(number, []), key=_START)
        references = self._in_order[number]
        return references[bisect_left(references, start, key=_START) : bisect_left(references, end, key=_START)]

    def _list_of(self, number: int) -> range:
        """The blocks of the list that the block is an item of."""
        first = last = number
        while self._is_item(first - 1):
            first -= 1
        while self._is_item(last):
            last += 1
        return range(first, last)

    def _is_item(self, number: int) -> bool:
        """Whether there is a block of that number, and it is an item of a list."""
        return 0 <= number < len(self._blocks) and self._blocks[number].block.role is Role.LIST_ITEM

    def _sentences(self, number: int) -> list[Stretch]:
        """The sentences of a block, found once."""
        if number not in self._spans:
            spans = sentences(self._text(number))
            references = sorted(self._references.get(number, []), key=_START)
            self._spans[number] = list(_divided(_joined(spans, references), references))
        return self._spans[number]

    def _text(self, number: int) -> str:
        """The block's text as it stands."""
        return self._blocks[number].block.text

    def _masked(self, number: int, i: int) -> str:
        """Sentence ``i`` of the block, or the nearest one of the block before or after where that is running text.

        A section may be explained in the sentence before it or in the one after.
        """
        if 0 <= i < len(self._sentences(number)):
            return self._masked_sentence(number, i)
        if i < 0:
            return self._masked_neighbour(number - 1, -1)
        return self._masked_neighbour(number + 1, 0)

    def _masked_neighbour(self, number: int, i: int) -> str:
        """The first or last sentence of another block; "" for a heading, and where there is none.

        What stands above a heading is about something else.
        """
        if not 0 <= number < len(self._blocks):
            return ""
        is_heading = self._blocks[number].block.role is Role.HEADING
        if is_heading or not self._sentences(number):
            return ""
        return self._masked_sentence(number, i)

    def _masked_sentence(self, number: int, i: int) -> str:
        """Sentence ``i`` of the block with its references masked."""
        from klarsprak.laws.explanation import mask  # as above

        if (number, i) not in self._mask:
            span = self._sentences(number)[i]
            self._mask[number, i] = mask(self._text(number), self._references_from(number, *span), *span)
        return self._mask[number, i]


def _numbers(references: Iterable[Reference]) -> frozenset[str]:
    """The numbers of the acts that the references give."""
    return frozenset(one.sfs for one in references if one.sfs is not None)


def _joined(spans: list[Stretch], references: list[Reference]) -> list[Stretch]:
    """The sentences, those made one that a reference runs across; the references come in order.

    The stop of *enligt 9 kap. Plan- och bygglagen* seems to end one.
    """
    joined = spans[:1]
    left = references[::-1]
    reached = 0  # where those end, at the furthest, that begin no later than the sentence before does
    for start, end in spans[1:]:
        first, last = joined[-1]
        while left and left[-1].start <= last:
            reached = max(reached, left.pop().end)
        if start < reached:
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined


def _divided(spans: list[Stretch], references: list[Reference]) -> Iterator[Stretch]:
    """The sentences, those divided after a reference that are longer than any: lists of sections without an end.

    What stands around a reference is looked at for each, which would take the square of such a sentence's length.
    """
    ends = sorted(reference.end for reference in references)
    for start, end in spans:
        cut = _next_from(ends, start + _LONGEST)
        while cut < end:
            yield start, cut
            start, cut = cut, _next_from(ends, cut + _LONGEST)
        yield start, end


def _next_from(places: list[int], place: int) -> int:
    """The first of the places that is no less, of those in order; beyond any text where there is none."""
    number = bisect_left(places, place)
    return places[number] if number < len(places) else sys.maxsize
