"""``grammar``: what is wrong Swedish in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple, Self, TypeVar

from pydantic import Field, model_validator

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock, Sentence, unasked
from klarsprak.language.grammar.checks import CHECKS, Check, CheckName, told_by
from klarsprak.language.grammar.checks.base import Mistake
from klarsprak.language.grammar.checks.torn_elsewhere import is_one_among
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Letter, Role

_Sign = TypeVar("_Sign")
_OF_PHRASES = frozenset({Role.LIST_ITEM, Role.HEADING})
"""Blocks that are the writer's text, whether they are sentences or not: *- ett sjuk intyg*."""
_WHEN = re.compile(r"(?:den\s\d|kl\.?\s|klockan\s|(?:mån|tis|ons|tors|fre|lör|sön)dag)")
"""How a line begins that tells when, and may go on with the sentence above it."""
_GUESSED_SPACES = "pdf"
"""The format whose files don't say what lies between words."""


class GrammarRule(Rule):
    """A check, and what to say of what it finds."""

    kind: Literal["grammar"]
    check: CheckName = Field(description="Vilket fel regeln letar efter.")
    typed_only: bool = Field(default=False, description="Flagga inte i PDF, där mellanrummen kan vara fel tolkade.")
    placeholders = frozenset({"text", "suggestion"}).union(*(check.values for check in CHECKS.values()))

    @model_validator(mode="after")
    def _only_own_values(self) -> Self:
        """A message that tells what the check doesn't know would have a hole in it."""
        unknown = self.placeholders - CHECKS[self.check].values - {"text", "suggestion"}
        for name in unknown:
            if f"{{{name}}}" in self.message:
                raise ValueError(f"{self.check} har inget {{{name}}}")
        return self

    def is_safe(self, suggestions: Sequence[str]) -> bool:
        """Whether the first suggestion may be put in unseen: only where there is no other."""
        return len(suggestions) == 1 and super().is_safe(suggestions)

    @property
    def gives_way_to(self) -> frozenset[str]:
        """What the check says of itself."""
        return CHECKS[self.check].gives_way_to

    def need(self) -> Need:
        """Parts of speech and forms."""
        return super().need() | Need.MORPHOLOGY


class _Applied(NamedTuple):
    """A rule and its check."""

    rule: GrammarRule
    check: Check


class _Found(NamedTuple):
    """A mistake that a check has found."""

    sentence: int
    """The sentence's first token."""
    number: int
    """The number of the check's rule."""
    mistake: Mistake


_by_sentence = attrgetter("sentence")


class GrammarKind(Kind[GrammarRule]):
    """Asks of each sentence of running text the checks whose words it has: few of them, and most sentences none."""

    rule_type = GrammarRule

    def __init__(self, rules: Sequence[GrammarRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._applied = [_Applied(rule, CHECKS[rule.check]) for rule in rules]
        self._finds = [check.find for _, check in self._applied]
        self._of_clauses = frozenset(
            number for number, applied in enumerate(self._applied) if not applied.check.holds_in_phrases
        )
        self._about_spaces = frozenset(number for number, rule in enumerate(rules) if rule.typed_only)
        self._about_letter = frozenset(
            number for number, applied in enumerate(self._applied) if applied.rule.check == "torn_elsewhere"
        )
        """The rules that compare a sentence with the rest of the letter."""
        self._of_beginnings = frozenset(
            number for number, applied in enumerate(self._applied) if applied.rule.check == "small_first"
        )
        self._of_endings = frozenset(
            number for number, applied in enumerate(self._applied) if applied.rule.check == "no_stop_last"
        )
        checks = [check for _, check in self._applied]
        self._unsigned = frozenset(
            number for number, check in enumerate(checks) if not check.signs and check.is_sign is None
        )
        """The rules that no word tells of."""
        self._by_sign = _numbers_by(check.signs for check in checks)
        self._by_check = _numbers_by(frozenset({rule.check}) for rule in rules)
        self._of_neighbours = frozenset(number for number, check in enumerate(checks) if check.neighbours)
        """The rules that parts of speech side by side tell of: few."""
        self._by_neighbours = _numbers_by(check.neighbours for check in checks)
        self._neighbours = frozenset(self._by_neighbours)
        self._of_repeats = _numbers_by(frozenset(range(check.repeats)) for check in checks)
        """The rules that want more words said again than so many."""

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each mistake: labels, addresses and tables have a grammar of their own.

        Headings and short items of a list have phrases, but no clauses.
        """
        silent = self._about_spaces if analysis.letter.format == _GUESSED_SPACES else frozenset()
        asked = [block for block in analysis.blocks if block.is_prose or block.block.role in _OF_PHRASES]
        fresh = self._mistakes(unasked(asked, self._question))
        for block in asked:
            told = block.analysed.once(self._question(block), partial(fresh.__getitem__, block.index))
            for _, number, (first, last, instead, values) in told:
                if number in silent or self._is_half(number, block, analysis.letter):
                    continue
                if number not in self._about_letter or _is_one_elsewhere(block, first, analysis):
                    yield Hit(self._applied[number].rule, block.index, *block.chars(first, last), instead, values)

    def _question(self, block: AnalysedBlock) -> tuple[object, ...]:
        """What is asked of a block's text: the mistakes in it, which what the block is decides too."""
        return self, block.block.role, block.is_prose

    def _is_half(self, number: int, block: AnalysedBlock, letter: Letter) -> bool:
        """Whether the rule is about a sentence's beginning or end, and that stands in the block before or after."""
        if number in self._of_beginnings:
            return _goes_on(block, letter)
        return number in self._of_endings and _leads_on(block, letter)

    def _mistakes(self, blocks: Sequence[AnalysedBlock]) -> defaultdict[int, list[_Found]]:
        """The mistakes in the blocks, by the block's number: sentence by sentence, in the order of the rules.

        A check looks at all of its sentences before the next one does: that takes three quarters of the time that
        it takes to go from check to check in each sentence, since a check's code is at hand from the second on.
        """
        found: defaultdict[int, list[_Found]] = defaultdict(list)
        for number, sentences in sorted(self._sentences(blocks).items()):
            find = self._finds[number]
            for words in sentences:
                for mistake in find(words):
                    found[words.block.index].append(_Found(words.start, number, mistake))
        for of_block in found.values():
            of_block.sort(key=_by_sentence)
        return found

    def _sentences(self, blocks: Sequence[AnalysedBlock]) -> Mapping[int, Sequence[WordsAt]]:
        """The sentences that each check may find something in, by the number of its rule."""
        sentences: defaultdict[int, list[WordsAt]] = defaultdict(list)
        by_form = self._by_form(frozenset().union(*[block.forms for block in blocks]))
        for block in blocks:
            silent = _NONE if block.is_prose else self._of_clauses
            for sentence in block.sentences:
                if sentence.end - sentence.start == 1 and not block.words[sentence.start].isalnum():
                    continue  # a row of stops has as many sentences, and no sign alone is wrong Swedish
                words = WordsAt(block, sentence.start, sentence.end)
                possible = self._possible(sentence, block.tags, by_form)
                for number in possible - silent if silent else possible:
                    sentences[number].append(words)
        return sentences

    def _by_form(self, forms: frozenset[str]) -> Mapping[str, frozenset[int]]:
        """The numbers of the rules that one of these forms tells of."""
        numbers = dict(self._by_sign)
        for form, checks in zip(forms, map(told_by, forms), strict=True):
            if checks:
                numbers[form] = numbers.get(form, _NONE).union(
                    *(self._by_check.get(check, _NONE) for check in checks)
                )
        return numbers

    def _possible(self, sentence: Sentence, tags: list[str], by_form: Mapping[str, frozenset[int]]) -> frozenset[int]:
        """The numbers of the rules that may find something in the sentence: few of them.

        Told from its words and parts of speech in one step for all rules.
        """
        start, end, _, forms = sentence
        signs = by_form.keys() & forms
        neighbours = self._neighbours.intersection(pairwise(tags[start:end]))
        possible = self._unsigned.union(*map(by_form.__getitem__, signs))
        lacking = self._of_neighbours.difference(*map(self._by_neighbours.__getitem__, neighbours))
        return possible.difference(lacking, self._of_repeats.get(end - start - len(forms), _NONE))


_NONE: frozenset[int] = frozenset()


def _numbers_by(signs_of_rules: Iterable[frozenset[_Sign]]) -> Mapping[_Sign, frozenset[int]]:
    """The numbers of the rules by what tells of them."""
    numbers: defaultdict[_Sign, set[int]] = defaultdict(set)
    for number, signs in enumerate(signs_of_rules):
        for sign in signs:
            numbers[sign].add(number)
    return {sign: frozenset(of_rules) for sign, of_rules in numbers.items()}


def _goes_on(block: AnalysedBlock, letter: Letter) -> bool:
    """Whether the block goes on where the one before left off: *Hej Hilma,*, and then *bojen har flyttats*."""
    return block.index > 0 and letter.blocks[block.index - 1].text.rstrip().endswith(_LEFT_OPEN)


_LEFT_OPEN = (",", ":", ";", "–")


def _leads_on(block: AnalysedBlock, letter: Letter) -> bool:
    """Whether the sentence goes on in the items or the line after it: *Vi ber dig att till hamnen*, *1. skicka …*.

    *Du kallas till ett samtal* goes on with *onsdagen den 4 februari kl. 9.15*.
    """
    following = letter.blocks[block.index + 1 : block.index + 2]
    return any(each.role is Role.LIST_ITEM or _WHEN.match(each.text) for each in following)


def _is_one_elsewhere(block: AnalysedBlock, first: int, analysis: Analysis) -> bool:
    """Whether the letter has the two words there as one: *Pott hål uppstår …* in a letter with *potthålet*."""
    return is_one_among(block.words[first], block.words[first + 1], analysis.forms)
