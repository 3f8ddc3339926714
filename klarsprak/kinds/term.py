"""``term``: jargon that the letter doesn't explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field
from spacy.tokens import Span, Token

from klarsprak.kinds.abbreviation import may_flag
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.fields import Strings
from klarsprak.kinds.words import WordList, is_name
from klarsprak.language.analysis import AnalysedBlock, Analysis
from klarsprak.language.inflection import forms
from klarsprak.letter import Role
from klarsprak.settings import Settings

_CUE = (
    r"betyder|innebär|menas|menar|kallas|det vill säga|dvs\.?|d\.v\.s\.|alltså|med andra ord|så kalla(?:d|t|de)"
    r"|är när|är att|är en|är ett"
)
_BEFORE = re.compile(r"(så kalla(?:d|t|de)|kallas( för)?|heter|det som kallas|som kallas|kallar( vi)?( det)?)\W*$")
_AFTER = re.compile(
    rf"^\W*(\((?!\d)[^)]{{6,}}\)|[–—-]\s|,?\s*({_CUE}|vilket (betyder|innebär)|som (betyder|innebär))\b)"
)


class TermRule(Rule):
    """A technical term, what to say instead, and how to explain it."""

    kind: Literal["term"]
    words: Strings = Field(description="Termen i grundform, eller flera som betyder samma sak.")
    pos: Literal["NOUN", "VERB", "ADJ"] | None = Field(default="NOUN", description="Ordklass; null: böjs inte.")
    plain: str = Field(default="", description="Ett vanligare ord som kan stå i stället, om det finns.")
    explain: str = Field(description="En kort mening som förklarar termen för läsaren.")
    compound: Literal["first", "last", "any"] | None = Field(
        default=None, description="Flagga också sammansättningar där termen är första eller sista led."
    )
    once: bool = Field(default=True, description="Flagga bara den första gången i ett brev.")
    placeholders = frozenset({"text", "suggestion", "plain", "explain"})


class TermKind(Kind[TermRule]):
    """All terms in one word list; compounds by their parts."""

    rule_type = TermRule

    def __init__(self, rules: Sequence[TermRule], settings: Settings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[TermRule] = WordList()
        self._parts = [(rule, _part(rule)) for rule in rules if rule.compound]
        for rule in rules:
            for form in _forms(rule):
                self._words.add(form, rule)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every use of a term in a letter that nowhere explains it."""
        explained: dict[str, bool] = {}
        for block, span, rule in self._uses(analysis):
            if rule.name not in explained:
                explained[rule.name] = self._is_explained(rule, analysis)
            if not explained[rule.name]:
                values = {"plain": rule.plain, "explain": self._explanation(rule)}
                yield Hit(rule, block.index, span.start_char, span.end_char, (), values)

    def _explanation(self, rule: TermRule) -> str:
        """The organisation's own explanation before ours."""
        own = (self.settings.terms.get(word.lower()) for word in rule.words)
        return next((text for text in own if text), rule.explain)

    def _uses(self, analysis: Analysis) -> Iterator[tuple[AnalysedBlock, Span, TermRule]]:
        for block in analysis.blocks:
            if not may_flag(block):
                continue
            for start, end, rules in self._words.find(block.doc):
                if not is_name(block.doc, start, end):
                    yield from ((block, block.doc[start:end], rule) for rule in rules)
            for rule, part in self._parts:
                for token in block.doc:
                    if part.search(token.lower_):
                        yield block, block.doc[token.i : token.i + 1], rule

    def _is_explained(self, rule: TermRule, analysis: Analysis) -> bool:
        forms = _forms(rule)
        for block in analysis.blocks:
            for start, end, rules in self._words.find(block.doc):
                if rule in rules and explains(block, start, end):
                    return True
            if block.block.role is Role.FOOTNOTE and any(block.block.text.lower().startswith(form) for form in forms):
                return True
        return False


def explains(block: AnalysedBlock, start: int, end: int) -> bool:
    """Whether the words around the tokens say what they mean.

    They do with a cue (*betyder*, *det vill säga*), with a parenthesis or a dash after the term, with the term in a
    parenthesis after other words, with *så kallad* before it, or with a definition in the sentence after.
    """
    doc = block.doc
    sentence = doc[start].sent
    before = doc[sentence.start : start].text.lower()
    after = doc[end : sentence.end].text.lower()
    if _BEFORE.search(before) or _AFTER.search(after) or _in_parenthesis(doc[start], doc[end - 1]):
        return True
    if sentence.end >= len(doc):
        return False
    following = doc[sentence.end].sent.text.lower()
    return bool(re.match(r"(det|detta|den) (betyder|innebär|är|vill säga)\b|med \w+ menas\b", following))


def _in_parenthesis(first: Token, last: Token) -> bool:
    doc = first.doc
    return first.i > 1 and doc[first.i - 1].text == "(" and last.i + 1 < len(doc) and doc[last.i + 1].text == ")"


def _forms(rule: TermRule) -> set[str]:
    found = set(rule.words)
    if rule.pos is not None:
        found.update(form.text for word in rule.words for form in forms(word, rule.pos))
    return {form.lower() for form in found}


def _part(rule: TermRule) -> re.Pattern[str]:
    alternatives = "|".join(sorted(map(re.escape, _forms(rule)), key=len, reverse=True))
    stems = "|".join(re.escape(word.lower()) for word in rule.words)
    first, last = rf"^(?:{stems})s?\w{{3,}}$", rf"^\w{{3,}}(?:{alternatives})$"
    return re.compile({"first": first, "last": last, "any": f"{first}|{last}"}[rule.compound or "any"])
