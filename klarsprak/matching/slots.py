"""Patterns over the words of a sentence, and how they are matched; ``patterns`` reads how rules write them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock, holds
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt


@dataclass(frozen=True, slots=True)
class Slot:
    """What a token must be; what is empty asks for nothing.  ``least`` and ``most``: how many such tokens."""

    forms: frozenset[str] = frozenset()
    affixes: str = ""
    """A regular expression, compiled at its first use."""
    tags: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    flag: Literal["", "like_num", "is_title"] = ""
    """A property of spaCy's tokens."""
    negated: bool = False
    least: int = 1
    most: int = 1

    def fits(self, block: AnalysedBlock, token: int) -> bool:
        """Whether the token is what the slot asks for."""
        if self.forms:  # nothing but forms: no pattern can ask for more beside them
            return (block.words[token] in self.forms) is not self.negated
        fits = (
            (not self.affixes or _affixes(self.affixes).has(block.words[token]))
            and (not self.tags or block.tags[token] in self.tags)
            and (not self.features or self.features <= block.features[token])
            and (not self.flag or getattr(block.doc[token], self.flag))
        )
        return fits is not self.negated

    @property
    def literal(self) -> frozenset[str]:
        """The forms, where the slot must be filled by one of them."""
        return self.forms if not self.negated and self.least else frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """A compiled pattern: its slots, the marked part, and the words that it can't do without.

    ``anchors`` are sets of lower-case forms; of each at least one form stands in every match, the
    rarest first.
    """

    slots: tuple[Slot, ...]
    first: int
    last: int
    anchors: tuple[frozenset[str], ...]

    @property
    def need(self) -> Need:
        """Whether the pattern looks at more than forms."""
        return Need.MORPHOLOGY if any(slot.tags or slot.features for slot in self.slots) else Need.FORMS

    def find(self, analysis: Analysis, blocks: Collection[AnalysedBlock] | None = None) -> Iterator[WordsAt]:
        """The marked parts of the matches in a letter, or in some of its blocks.

        Tried only in sentences with all anchors; where many patterns are, see ``anchors.Index`` first.
        """
        anchors = self.anchors or self._affixed(analysis)
        among = analysis.blocks if blocks is None else blocks
        if not anchors:
            for block in among:
                for start, end in self.matches(block, 0, len(block.words)):
                    yield WordsAt(block, start, end)
            return
        rarest, *others = anchors
        for block in [block for block in among if not rarest.isdisjoint(block.forms)]:
            if others and not holds(block.forms, others):
                continue
            for sentence in block.sentences:
                if holds(sentence.forms, anchors):
                    for start, end in self.matches(block, sentence.start, sentence.end):
                        yield WordsAt(block, start, end)

    def stand_in(self, analysis: Analysis) -> bool:
        """Whether a match stands anywhere in the letter."""
        return holds(analysis.forms, self.anchors) and next(self.find(analysis), None) is not None

    def _affixed(self, analysis: Analysis) -> tuple[frozenset[str], ...]:
        """The letter's forms that fit a slot of beginnings or endings; empty where there is no such slot."""
        slots = (slot for slot in self.slots if slot.affixes and not slot.negated and slot.least)
        return tuple(_affixes(slot.affixes).among(analysis.forms) for slot in slots)[:1]

    def occurs(self, block: AnalysedBlock, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether a match stands among the tokens, whose lower-case forms are ``words``."""
        return holds(words, self.anchors) and next(self.matches(block, first, last), None) is not None

    def within(self, block: AnalysedBlock, first: int, last: int) -> Iterator[tuple[int, int]]:
        """``matches``, where the anchors stand in the block."""
        if holds(block.forms, self.anchors):
            yield from self.matches(block, first, last)

    def matches(self, block: AnalysedBlock, first: int, last: int) -> Iterator[tuple[int, int]]:
        """First and last-plus-one token of the marked part of every match among the tokens from first to last.

        Of matches that begin with the same token the longest counts; none begins within another.
        """
        openers, words = self.slots[0].literal, block.words
        starts = [token for token in range(first, last) if words[token] in openers] if openers else range(first, last)
        for start in starts:
            if start < first:
                continue
            bounds = self._at(block, 0, start, last)
            if bounds is not None and bounds[-1] > start:
                first = bounds[-1]
                yield self._marked(bounds)

    def opens(self, block: AnalysedBlock, first: int, last: int) -> bool:
        """Whether the marked part of a match begins at ``first``, of the tokens up to ``last``."""
        openers = self.slots[0].literal
        if openers and block.words[first] not in openers:
            return False
        bounds = self._at(block, 0, first, last)
        return bounds is not None and bounds[-1] > first and self._marked(bounds)[0] == first

    def _marked(self, bounds: tuple[int, ...]) -> tuple[int, int]:
        start, end = bounds[self.first], bounds[self.last]
        return (start, end) if start < end else (bounds[0], bounds[-1])

    def _at(self, block: AnalysedBlock, number: int, token: int, last: int) -> tuple[int, ...] | None:
        """Where each slot from ``number`` on begins and the last one ends, in the longest match at ``token``."""
        if number == len(self.slots):
            return (token,)
        slot = self.slots[number]
        if slot.least == slot.most == 1:
            if token == last or not slot.fits(block, token):
                return None
            rest = self._at(block, number + 1, token + 1, last)
            return None if rest is None else (token, *rest)
        filled, best = 0, None
        while True:
            if filled >= slot.least:
                rest = self._at(block, number + 1, token + filled, last)
                if rest is not None and (best is None or rest[-1] >= best[-1]):
                    best = (token, *rest)
            if filled == slot.most or token + filled == last or not slot.fits(block, token + filled):
                return best
            filled += 1


class _Affixes:
    """Remembers of each word whether it has one of the beginnings or endings: letters use the same words again."""

    def __init__(self, affixes: str) -> None:
        self._pattern = re.compile(affixes)
        self._with: set[str] = set()
        self._without: set[str] = set()

    def has(self, form: str) -> bool:
        """Whether the lower-case form has one."""
        return form in self._with or (form not in self._without and bool(self.among(frozenset({form}))))

    def among(self, forms: frozenset[str]) -> frozenset[str]:
        """Those of the forms that have one."""
        if len(self._without) > _REMEMBERED:
            self._with.clear()
            self._without.clear()
        for form in forms - self._without - self._with:
            (self._with if self._pattern.fullmatch(form) else self._without).add(form)
        return forms & self._with


_affixes = cache(_Affixes)
_REMEMBERED = 50_000
