"""``sentence``: a sentence that is hard to take in by its build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.grammar.clauses import SentenceForms
from klarsprak.language.grammar.measures import FORMS_ONLY, Measure, least, measured
from klarsprak.language.pipeline import Need


class SentenceRule(Rule):
    """A measure of a sentence and its limit."""

    kind: Literal["sentence"]
    measure: Measure = Field(
        description="words: antal ord. clauses: antal bisatser. before_verb: ord före huvudsatsens verb. "
        "distance: ord mellan subjekt och verb. split_verb: ord mellan hjälpverb och verb. "
        "modifiers: ord mellan artikel och substantiv. prepositions: prepositionsfraser i rad. "
        "series: led i en uppräkning. negations: nekande ord."
    )
    max: int = Field(description="Högsta antal som går an.", ge=0)
    min_words: int = Field(default=0, description="Kortare meningar prövas inte.", ge=0)
    placeholders = frozenset({"text", "value", "max"})

    def need(self) -> Need:
        """Counting words needs forms only, the rest morphology."""
        return super().need() | (Need.FORMS if self.measure in FORMS_ONLY else Need.MORPHOLOGY)


class SentenceKind(Kind[SentenceRule]):
    """Measures each sentence of running text."""

    rule_type = SentenceRule

    def __init__(self, rules: Sequence[SentenceRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self._rules = [(rule, max(rule.min_words, rule.max + 1), *least(rule.measure, rule.max)) for rule in rules]

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each sentence and rule where the measure is beyond the limit, on the words that make it so."""
        for block, span, forms in analysis.sentences():
            sentence: SentenceForms | None = None
            start, length = span.start, span.end - span.start
            for rule, shortest, signs, fewest in self._rules:
                # Few sentences can be beyond a limit; a look at their words costs little.
                if length < shortest or (signs and signs.isdisjoint(forms)):
                    continue
                sentence = sentence or SentenceForms.of(block, start, start + length)
                if signs and sum(map(signs.__contains__, sentence.forms)) <= fewest:
                    continue
                value, first, last = measured(rule.measure, sentence)
                if value > rule.max:
                    place = block.chars(start + first, start + last)
                    yield Hit(rule, block.index, *place, values={"value": value, "max": rule.max})
