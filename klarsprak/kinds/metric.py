"""``metric``: a measure of the whole letter, or of a paragraph, that is beyond a limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.pipeline import Need
from klarsprak.prose.readability import Measures, measure
from klarsprak.swedish import decimal


class MetricRule(Rule):
    """The measure and its limit."""

    kind: Literal["metric"]
    metric: Literal["lix", "ovix", "nominal_ratio", "words_per_sentence", "passive_share", "words_per_paragraph"]
    max: float = Field(description="Högsta värde som går an.")
    min_words: int = Field(default=100, description="Kortare brev mäts inte.")
    placeholders = frozenset({"value", "max"})

    def need(self) -> Need:
        """The measures of words' classes need morphology."""
        return super().need() | Need.MORPHOLOGY


class MetricKind(Kind[MetricRule]):
    """Compares the letter's measures with the limits."""

    rule_type = MetricRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each measure beyond its limit.

        *LIX är 62, högst 50*: it is the letter that is measured, so the hit has no place.  A paragraph has one.
        """
        measures = measure(analysis)
        for rule in self.rules:
            if rule.metric == "words_per_paragraph":
                yield from _long_paragraphs(rule, analysis)
                continue
            value = _value(rule, measures)
            if value is not None and value > rule.max:
                yield Hit(rule, values={"value": decimal(value), "max": decimal(rule.max)})


def _long_paragraphs(rule: MetricRule, analysis: Analysis) -> Iterator[Hit]:
    """A hit on the first sentence of each paragraph that has more words than the rule lets it have.

    The sentence shows which paragraph is meant; all its words would hide what else is said of it.
    """
    for block in analysis.blocks:
        words = len(block.block.text.split())
        if words > rule.max and block.is_prose:
            place = block.sentences[0].characters
            yield Hit(rule, block.index, *place, values={"value": words, "max": decimal(rule.max)})


def _value(rule: MetricRule, measures: Measures) -> float | None:
    """The rule's measure; None where the letter is too short for it, or it can't be had.

    A few sentences have any LIX.
    """
    if measures.words < rule.min_words:
        return None
    return measures.values.get(rule.metric)
