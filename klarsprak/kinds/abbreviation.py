"""``abbreviation``: a short form that the letter doesn't write out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.fields import Strings
from klarsprak.kinds.words import WordList
from klarsprak.language.analysis import AnalysedBlock, Analysis
from klarsprak.language.inflection import match_case
from klarsprak.letter import Role
from klarsprak.settings import Settings


class AbbreviationRule(Rule):
    """Spellings of a short form, and what they stand for."""

    kind: Literal["abbreviation"]
    words: Strings = Field(description="Förkortningen och dess andra skrivsätt. Versaler måste stämma.")
    long: Strings = Field(description="Det som förkortningen betyder, utskrivet.")
    once: bool = Field(
        default=True,
        description="true: flagga den första gången, om brevet inte skriver ut förkortningen. false: flagga alltid.",
    )
    placeholders = frozenset({"text", "suggestion", "long"})


class AbbreviationKind(Kind[AbbreviationRule]):
    """All abbreviations in one word list."""

    rule_type = AbbreviationRule

    def __init__(self, rules: Sequence[AbbreviationRule], settings: Settings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[tuple[AbbreviationRule, str]] = WordList()
        for rule in rules:
            for word in rule.words:
                self._words.add(word, (rule, word))

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every short form that the letter doesn't write out, or that should always be written out."""
        for block in analysis.blocks:
            if not may_flag(block):
                continue
            for start, end, entries in self._words.find(block.doc):
                span = block.doc[start:end]
                for rule, word in entries:
                    if _same_capitals(span.text, word) and not (rule.once and is_written_out(rule.long, analysis)):
                        long = tuple(match_case(span.text, form) if word.islower() else form for form in rule.long)
                        yield Hit(rule, block.index, span.start_char, span.end_char, long, {"long": rule.long[0]})


def is_written_out(long: Sequence[str], analysis: Analysis) -> bool:
    """Whether the letter has one of the long forms, with another ending at most."""
    return any(re.search(rf"\b{re.escape(form.lower())}", analysis.text) for form in long)


def may_flag(block: AnalysedBlock) -> bool:
    """Whether the block is text to be read, as against labels, addresses and the values of a table."""
    if block.is_prose or block.block.role in (Role.HEADING, Role.FOOTNOTE):
        return True
    return block.block.role is Role.LIST_ITEM and sum(token.is_alpha for token in block.doc) > 2


def _same_capitals(text: str, word: str) -> bool:
    """``SoL`` is not *sol*, but ``bl.a.`` may begin a sentence."""
    folded = " ".join(text.split())
    return folded == word or (word.islower() and folded[:1].lower() + folded[1:] == word)
