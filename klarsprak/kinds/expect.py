"""``expect``: something that this type of letter must say and doesn't."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis, PlacedSentence
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.conditions import letter_has
from klarsprak.language.analysed import AnalysedBlock, holds
from klarsprak.language.pipeline import Need
from klarsprak.matching.expressions import Expression
from klarsprak.matching.fields import Patterns, as_slots
from klarsprak.matching.slots import Slots
from klarsprak.prose.addressed import is_of_case
from klarsprak.prose.letter_type import LetterType, LetterTypes, Signs

_BEFORE = 3
"""Sentences back: *Tiden går ut den 3 mars.* is still known when the letter has said which two papers are lacking."""


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
    find_before: Patterns = listed("Mönster som med near räcker i någon av de tre meningarna före också.")
    regex: Strings = listed("Reguljära uttryck; ett av dem ska finnas i brevet, sidhuvudet inräknat.")
    within: int | None = Field(default=None, description="Bara i brevets så här många första meningar.", ge=1)
    min_words: int = Field(default=0, description="Kortare brev prövas inte.")
    placeholders = frozenset[str]()

    @model_validator(mode="after")
    def _known_letters(self) -> ExpectRule:
        """A type that the rule names is described in it, and it looks for something."""
        for name in (*self.letter, *self.not_letter):
            if name not in self.letters:
                raise ValueError(f"brevtypen ”{name}” finns inte bland letters: {', '.join(self.letters)}")
        if not self.find and not self.regex:
            raise ValueError("regeln ska ha find eller regex")
        return self

    @property
    def letter_types(self) -> Mapping[str, LetterType]:
        """The types of letters that the rule tells apart, by name."""
        return self.letters

    def need(self) -> Need:
        """The analysis that the patterns look at.

        Those that tell the letter's type and those that look for what it must say.
        """
        need = super().need()
        for pattern in (*self.find, *self.near, *self.near_unless, *self.find_before):
            need |= as_slots(pattern).need
        for letter_type in self.letters.values():
            need |= letter_type.need()
        return need


class ExpectKind(Kind[ExpectRule]):
    """Tells letters' types apart, then looks for what they must say."""

    rule_type = ExpectRule

    def __init__(self, rules: Sequence[ExpectRule], settings: RuleSettings) -> None:
        """Read the rules' patterns."""
        super().__init__(rules, settings)
        self._expected = [_Expected.of(rule) for rule in rules]

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each rule whose letter lacks what it must say.

        *Brevet säger inte hur man överklagar*: it is nowhere, so it has no place.
        """
        for expected in self._expected:
            if expected.is_lacking(analysis):
                yield Hit(expected.rule)


class _Expected(NamedTuple):
    """A rule with its patterns and expressions compiled."""

    rule: ExpectRule
    letter: list[Signs]
    not_letter: list[Signs]
    find: list[Slots]
    near: list[Slots]
    near_unless: list[Slots]
    find_before: list[Slots]
    expressions: list[Expression]

    @classmethod
    def of(cls, rule: ExpectRule) -> _Expected:
        """The rule made ready."""
        return cls(
            rule,
            letter=[rule.letters[name].signs for name in rule.letter],
            not_letter=[rule.letters[name].signs for name in rule.not_letter],
            find=list(map(as_slots, rule.find)),
            near=list(map(as_slots, rule.near)),
            near_unless=list(map(as_slots, rule.near_unless)),
            find_before=list(map(as_slots, rule.find_before)),
            expressions=[Expression(regex, re.MULTILINE) for regex in rule.regex],  # each block is a line
        )

    def is_lacking(self, analysis: Analysis) -> bool:
        """Whether the letter is one of those that must say it and doesn't.

        Most letters are of no type that the rule is about.
        """
        if not self._is_due(analysis):
            return False
        return not self._is_said(analysis)

    def _is_due(self, analysis: Analysis) -> bool:
        """Whether the letter is one of those that must say it: long enough, of the type, in such a file.

        *Avslag* must say how to appeal; an e-mail of ten words need not.
        """
        rule = self.rule
        if not analysis.once(is_of_case):
            return False
        if analysis.letter.format in rule.not_format or analysis.token_count < rule.min_words:
            return False
        if self.letter and not _is_one_of(self.letter, analysis):
            return False
        return not _is_one_of(self.not_letter, analysis)

    def _is_said(self, analysis: Analysis) -> bool:
        """Whether the letter says it where the rule looks.

        Anywhere, in the first sentences, or near something else.
        """
        if self._stands_anywhere(analysis):
            return True
        if self.near:
            return self._is_said_near(analysis)
        if self.rule.within is None:
            return letter_has(self.find, analysis)
        return self._is_said_first(self.rule.within, analysis)

    def _stands_anywhere(self, analysis: Analysis) -> bool:
        """Whether one of the expressions is found in any block, those of the page's head and foot among them.

        A case number (*Dnr*) stands there more often than in the text.

        Looked for in one text, a line a block.
        """
        text, lower = analysis.whole_text, analysis.whole_text_lower
        return any(regex.occurs(text, lower) for regex in self.expressions)

    def _is_said_near(self, analysis: Analysis) -> bool:
        """Whether a sentence that the rule points out says it, or the one that follows, or ``find_before`` before it.

        *Du kan överklaga. Skriv till länsrätten …*: who is told *hur* reads *vart* next.

        Patterns whose words the letter lacks are left out first.
        """
        near = _possible(self.near, analysis)
        find = _possible(self.find, analysis)
        find_before = _possible(self.find_before, analysis)
        if not near or not (find or find_before):
            return False
        sentences = analysis.sentences
        for number in self._pointed_out(near, analysis):
            before = sentences[max(0, number - _BEFORE) : number]
            if _any_has(find, sentences[number : number + 2]) or _any_has(find_before, before):
                return True
        return False

    def _pointed_out(self, near: list[Slots], analysis: Analysis) -> Iterator[int]:
        """The numbers of the sentences that the rule points out.

        *Du kan överklaga beslutet.*, before *Skriv då till nämnden.*
        """
        for number, placed in enumerate(analysis.sentences):
            if _has(near, placed) and not _has(self.near_unless, placed):
                yield number

    def _is_said_first(self, within: int, analysis: Analysis) -> bool:
        """Whether it is said in the first sentences, or in a heading above them: *Beslut: du får färdtjänst*.

        Where there is no running text at all, anywhere.
        """
        first = list(islice(analysis.prose_sentences(), within))
        if not first:
            return letter_has(self.find, analysis)
        find = _possible(self.find, analysis)
        last_block, last = first[-1]
        for block in analysis.blocks:
            if block.index >= last_block.index:
                break
            if _any_occurs(find, block, len(block.words), block.forms):
                return True
        forms = frozenset(last_block.words[: last.end])
        return _any_occurs(find, last_block, last.end, forms)


def _is_one_of(types: list[Signs], analysis: Analysis) -> bool:
    """Whether the letter is of one of the types.

    Each is asked once a letter, however many rules name it.
    """
    return any(signs.stand_in(analysis) for signs in types)


def _possible(patterns: list[Slots], analysis: Analysis) -> list[Slots]:
    """The patterns whose words the letter has: what it says in no sentence it needn't be searched for.

    A letter without *överklaga* says nowhere how to do it.
    """
    return [slots for slots in patterns if holds(analysis.forms, slots.anchors)]


def _has(patterns: list[Slots], placed: PlacedSentence) -> bool:
    """Whether one of the patterns stands in the sentence.

    Its words are looked at first: a sentence lacks most patterns' words.
    """
    block, sentence = placed
    return any(slots.occurs(block, sentence.start, sentence.end, sentence.forms) for slots in patterns)


def _any_has(patterns: list[Slots], sentences: Iterable[PlacedSentence]) -> bool:
    """Whether one of the patterns stands in one of the sentences."""
    return any(_has(patterns, placed) for placed in sentences)


def _any_occurs(patterns: list[Slots], block: AnalysedBlock, end: int, forms: frozenset[str]) -> bool:
    """Whether one of the patterns stands in the block before the token ``end``; ``forms`` are the words up to it.

    The block may go on: what comes later doesn't count.
    """
    return any(slots.occurs(block, 0, end, forms) for slots in patterns)


def letter_types(rules: Iterable[Rule]) -> dict[str, list[LetterType]]:
    """All types of letters that the rules know, by name; packs may describe a type each in its own way.

    *avslag* of one pack and *avslag* of another are two ways to be one.
    """
    types: dict[str, list[LetterType]] = {}
    for rule in rules:
        for name, letter_type in rule.letter_types.items():
            known = types.setdefault(name, [])
            if letter_type not in known:
                known.append(letter_type)
    return types
