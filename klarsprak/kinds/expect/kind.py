"""Which letters a rule of the kind ``expect`` is about, and which of them don't say what it looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.expect.head import format_of, has_head
from klarsprak.kinds.expect.rule import ExpectRule
from klarsprak.kinds.expect.said import Said
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.prose.addressed import is_appendix, is_of_case
from klarsprak.prose.letter_type import Signs


class ExpectKind(Kind[ExpectRule]):
    """Tells letters' types apart, then looks for what they must say."""

    rule_type = ExpectRule

    def __init__(self, rules: Sequence[ExpectRule], settings: RuleSettings) -> None:
        """Read the rules' patterns."""
        super().__init__(rules, settings)
        self._expected = [[_Expected.of(variant) for variant in rule.variants] for rule in rules]

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each rule whose letter lacks what it must say.

        *Brevet säger inte hur man överklagar*: it is nowhere, so it has no place.
        """
        for variants in self._expected:
            lacking = (expected.rule for expected in variants if expected.is_lacking(analysis))
            yield from map(Hit, islice(lacking, 1))


class _Expected(NamedTuple):
    """A rule with its patterns compiled."""

    rule: ExpectRule
    letter: list[Signs]
    also_letter: list[Signs]
    not_letter: list[Signs]
    said: Said

    @classmethod
    def of(cls, rule: ExpectRule) -> _Expected:
        """The rule made ready."""
        return cls(
            rule,
            letter=[rule.letters[name].signs for name in rule.letter],
            also_letter=[rule.letters[name].signs for name in rule.also_letter],
            not_letter=[rule.letters[name].signs for name in rule.not_letter],
            said=Said.of(rule),
        )

    def is_lacking(self, analysis: Analysis) -> bool:
        """Whether the letter is one of those that must say it and doesn't.

        Most letters are of no type that the rule is about.
        """
        if not self._is_due(analysis):
            return False
        return not self.said.stands_in(analysis)

    def _is_due(self, analysis: Analysis) -> bool:
        """Whether the letter is one of those that must say it: long enough, of the type, in such a file.

        *Avslag* must say how to appeal; an e-mail of ten words need not.
        """
        rule = self.rule
        if not self._is_about_such(analysis) or (rule.head and not analysis.once(has_head)):
            return False
        if analysis.token_count < rule.min_words:
            return False
        if rule.not_format and analysis.once(format_of) in rule.not_format:
            return False
        return self._is_of_type(analysis)

    def _is_of_type(self, analysis: Analysis) -> bool:
        """Whether the letter is of the types that the rule is about: a no, say, and one that names the appeal."""
        for types in filter(None, (self.letter, self.also_letter)):
            if not _is_one_of(types, analysis):
                return False
        return not _is_one_of(self.not_letter, analysis)

    def _is_about_such(self, analysis: Analysis) -> bool:
        """Whether the text is a letter in a case, or what comes with one where the rule is about that too.

        *Hur man överklagar* is most often on a page of its own.
        """
        if analysis.once(is_of_case):
            return True
        return self.rule.appendix and is_appendix(analysis)


def _is_one_of(types: Iterable[Signs], analysis: Analysis) -> bool:
    """Whether the letter is of one of the types.

    Each is asked once a letter, however many rules name it.
    """
    return any(signs.stand_in(analysis) for signs in types)
