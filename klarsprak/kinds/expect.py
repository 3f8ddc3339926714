"""``expect``: something that this type of letter must say and doesn't."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from pydantic import Field

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.conditions import letter_has
from klarsprak.kinds.fields import Patterns, Strings, as_slots
from klarsprak.language.analysis import Analysis
from klarsprak.language.pipeline import Need


class ExpectRule(Rule):
    """What to look for, where, and in which letters."""

    kind: Literal["expect"]
    letters: dict[str, Patterns] = Field(
        default={}, description="Brevtyper, var och en med mönster som skiljer ut den."
    )
    letter: Strings = Field(default=[], description="Gäller bara dessa brevtyper. Tomt: alla brev.")
    not_letter: Strings = Field(default=[], description="Gäller inte dessa brevtyper.")
    find: Patterns = Field(description="Mönster som brevet ska ha minst ett av.")
    within: int | None = Field(default=None, description="Bara i brevets så här många första meningar.", ge=1)
    min_words: int = Field(default=0, description="Kortare brev prövas inte.")
    placeholders = frozenset[str]()

    def need(self) -> Need:
        """The analysis that the patterns look at."""
        need = super().need()
        for patterns in (self.find, *self.letters.values()):
            for pattern in patterns:
                need |= as_slots(pattern).need
        return need


class ExpectKind(Kind[ExpectRule]):
    """Tells letters' types apart, then looks for what they must say."""

    rule_type = ExpectRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each rule whose letter lacks what it must say."""
        for rule in self.rules:
            if self._applies(rule, analysis) and not _is_said(rule, analysis):
                yield Hit(rule)

    def _applies(self, rule: ExpectRule, analysis: Analysis) -> bool:
        def is_of(names: list[str]) -> bool:
            return any(letter_has(rule.letters[name], analysis) for name in names)

        long_enough = sum(len(block.doc) for block in analysis.blocks) >= rule.min_words
        return long_enough and (not rule.letter or is_of(rule.letter)) and not is_of(rule.not_letter)


def _is_said(rule: ExpectRule, analysis: Analysis) -> bool:
    if rule.within is None:
        return letter_has(rule.find, analysis)
    first = [sentence for _, sentence in islice(analysis.sentences(), rule.within)]
    if first:
        # Headings above and among the first sentences count: "Beslut: du får färdtjänst".
        last_block, last = list(islice(analysis.sentences(), rule.within))[-1]
        docs = [block.doc for block in analysis.blocks if block.index < last_block.index]
        docs.append(last_block.doc[: last.end].as_doc())
        return any(True for doc in docs for pattern in rule.find for _ in as_slots(pattern).matches(doc))
    return letter_has(rule.find, analysis)
