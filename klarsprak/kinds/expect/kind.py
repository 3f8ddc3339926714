"""Which letters a rule of the kind ``expect`` is about, and which of them don't say what it looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.finding import Level
from klarsprak.kinds.expect.head import format_of, has_head
from klarsprak.kinds.expect.rule import ExpectRule
from klarsprak.kinds.expect.said import Said
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.prose.addressed import is_appendix, is_of_case
from klarsprak.prose.letter_type import Signs
from klarsprak.prose.possible_types import PossibleTypes


class ExpectKind(Kind[ExpectRule]):
    """Tells letters' types apart, then looks for what they must say."""

    rule_type = ExpectRule

    def __init__(self, rules: Sequence[ExpectRule], settings: RuleSettings) -> None:
        """Read the rules' patterns."""
        super().__init__(rules, settings)
        self._expected = [[_Expected.of(variant) for variant in rule.variants] for rule in rules]
        self._expected_of_appendix = [variants for variants in self._expected if variants[0].rule.appendix]
        every = chain.from_iterable(self._expected)
        self._types = PossibleTypes(signs for expected in every for signs in expected.types)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each rule whose letter lacks what it must say.

        *Brevet säger inte hur man överklagar*: it is nowhere, so it has no place.
        """
        about_such = self._about_such(analysis)
        if not about_such:
            return
        asked = _Asked.of(analysis, self._types)
        for variants in about_such:
            for expected in variants:
                if expected.is_lacking(asked):
                    yield Hit(expected.rule, is_guess=expected.rule.level is not Level.ERROR)
                    break

    def _about_such(self, analysis: Analysis) -> list[list[_Expected]]:
        """The rules about such a text: a letter in a case, or what comes with one, which a few rules are about too.

        *Hur man överklagar* is most often on a page of its own.
        """
        if analysis.once(is_of_case):
            return self._expected
        return self._expected_of_appendix if is_appendix(analysis) else []


class _Asked(NamedTuple):
    """A letter, and what each rule asks of it."""

    analysis: Analysis
    has_head: bool
    format: str
    possible: set[Signs]
    """The signs of types that the letter may have at all."""

    @classmethod
    def of(cls, analysis: Analysis, types: PossibleTypes) -> _Asked:
        """The letter with the answers."""
        return cls(analysis, has_head(analysis), format_of(analysis), types.of(analysis))

    def is_one_of(self, types: frozenset[Signs]) -> bool:
        """Whether the letter is of one of the types.

        Each is asked once a letter, however many rules name it.
        """
        possible, analysis = self.possible & types, self.analysis
        return any(signs.stand_in(analysis) for signs in possible)


class _Expected(NamedTuple):
    """A rule with its patterns compiled."""

    rule: ExpectRule
    needed: tuple[frozenset[Signs], ...]
    """Types of each of which sets the letter must be one."""
    not_letter: frozenset[Signs]
    said: Said

    @classmethod
    def of(cls, rule: ExpectRule) -> _Expected:
        """The rule made ready."""
        return cls(
            rule,
            needed=tuple(_signs(rule, names) for names in (rule.letter, rule.also_letter) if names),
            not_letter=_signs(rule, rule.not_letter),
            said=Said.of(rule),
        )

    @property
    def types(self) -> frozenset[Signs]:
        """The types of letters that tell whether the rule is about a letter."""
        return self.not_letter.union(*self.needed)

    def is_lacking(self, asked: _Asked) -> bool:
        """Whether the letter is one of those that must say it and doesn't.

        Most letters are of no type that the rule is about.
        """
        if not self._is_due(asked):
            return False
        return not self.said.stands_in(asked.analysis)

    def _is_due(self, asked: _Asked) -> bool:
        """Whether the letter is one of those that must say it: of the type, long enough, in such a file.

        *Avslag* must say how to appeal; an e-mail of ten words need not.
        """
        # Most letters' words alone tell that they can't be of the type.
        if any(map(asked.possible.isdisjoint, self.needed)):
            return False
        rule = self.rule
        if (rule.head and not asked.has_head) or asked.format in rule.not_format:
            return False
        return asked.analysis.token_count >= rule.min_words and self._is_of_type(asked)

    def _is_of_type(self, asked: _Asked) -> bool:
        """Whether the letter is of the types that the rule is about: a no, say, and one that names the appeal."""
        return all(map(asked.is_one_of, self.needed)) and not asked.is_one_of(self.not_letter)


def _signs(rule: ExpectRule, names: Iterable[str]) -> frozenset[Signs]:
    """What tells those of the rule's types of letters."""
    return frozenset(rule.letters[name].signs for name in names)
