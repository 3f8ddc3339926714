"""``repeated``: a word that stands twice in a row, which no reader of the draft sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from klarsprak.analysis import Analysis
from klarsprak.kinds import Hit, Kind, WordsRule


class RepeatedRule(WordsRule):
    """The words, lower case: *fylla i i formuläret* is right, so a rule lists those that never stand twice."""

    kind: Literal["repeated"]


class RepeatedKind(Kind[RepeatedRule]):
    """Finds a word of the rules directly after itself."""

    rule_type = RepeatedRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The places with both words, and one of them to write instead."""
        rules = {word: rule for rule in self.rules for word in rule.words}
        for block in analysis.blocks:
            for token, word in enumerate(block.words[:-1]):
                if word in rules and block.words[token + 1] == word:
                    start, end = block.chars(token, token + 2)
                    yield Hit(rules[word], block.index, start, end, suggestions=(block.written(token, token + 1),))
