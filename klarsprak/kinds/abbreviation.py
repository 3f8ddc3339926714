"""``abbreviation``: a short form that the letter doesn't write out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from pydantic import Field
from spacy.tokens import Span

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.explained import explaining_parenthesis
from klarsprak.kinds.fields import Strings
from klarsprak.kinds.words import WordList, words_of
from klarsprak.language.analysis import AnalysedBlock, Analysis
from klarsprak.language.inflection import match_case
from klarsprak.letter import Role
from klarsprak.settings import Settings

_NUMBER_OF_LAW = re.compile(r"\(\d{4}:\d+\)\s*")
_DEFINITE = re.compile(r"^(lag|förordning)en ")
_PHRASE_BEFORE = 60
"""How many characters before *(XYZ)* may hold what it stands for."""
_STOPS = re.compile(r"^[”)]*\s*[.!?:]")


class AbbreviationRule(Rule):
    """Spellings of a short form, and what they stand for."""

    kind: Literal["abbreviation"]
    words: Strings = Field(description="Förkortningen och dess andra skrivsätt. Versaler måste stämma.")
    long: Strings = Field(description="Det som förkortningen betyder, utskrivet.")
    known_by: Strings = Field(
        default=[], description="Andra former som visar att brevet har skrivit ut förkortningen, t.ex. obestämd form."
    )
    once: bool = Field(
        default=True,
        description="true: flagga den första gången, om brevet inte skriver ut förkortningen. false: flagga alltid.",
    )
    in_labels: bool = Field(
        default=False, description="Flagga också utanför löpande text: i tabeller, hälsningar och andra korta rader."
    )
    placeholders = frozenset({"text", "suggestion", "long"})


class _Entry(NamedTuple):
    """A spelling of a rule's short form and what to write for it."""

    rule: AbbreviationRule
    word: str
    long: tuple[str, ...]


class AbbreviationKind(Kind[AbbreviationRule]):
    """All abbreviations in one word list."""

    rule_type = AbbreviationRule

    def __init__(self, rules: Sequence[AbbreviationRule], settings: Settings) -> None:
        super().__init__(rules, settings)
        self._words: WordList[_Entry] = WordList()
        for rule in rules:
            for word in rule.words:
                self._words.add(word, _Entry(rule, word, tuple(rule.long)))
                # The tokeniser takes the stop after some of them for a part: “enligt 13 kap. KL.”
                if word.isupper() and len(words_of(f"{word}.")) == 1:
                    self._words.add(f"{word}.", _Entry(rule, word, tuple(rule.long)))
                if word[-1:].isupper():
                    self._words.add(f"{word}:s", _Entry(rule, f"{word}:s", tuple(map(_genitive, rule.long))))

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every short form that the letter doesn't write out, or that should always be written out."""
        for block in analysis.blocks:
            for start, end, entries in self._words.find(block.words):
                for entry in entries:
                    span = block.doc[start:end]
                    if _counts(entry, span, block, analysis):
                        long = tuple(_fitted(form, entry, span) for form in entry.long)
                        values = {"long": entry.rule.long[0]}
                        yield Hit(entry.rule, block.index, span.start_char, _end(entry, span), long, values)


def _end(entry: _Entry, span: Span) -> int:
    """Where the short form ends, without the full stop that is the sentence's."""
    return span.end_char - (span.text.endswith(".") and entry.word[-1].isupper())


def _counts(entry: _Entry, span: Span, block: AnalysedBlock, analysis: Analysis) -> bool:
    rule = entry.rule
    return (
        (rule.in_labels or may_flag(block))
        and _same_capitals(block.text[span.start_char : _end(entry, span)], entry.word)
        and not (entry.word.isupper() and (_is_part_of_code(span) or _among_capitals(span)))
        and not (rule.once and is_written_out(rule, analysis))
    )


def is_written_out(rule: AbbreviationRule, analysis: Analysis) -> bool:
    """Whether the letter has one of the long forms, with another ending at most, or gives its own."""
    text = _without_numbers(analysis.text)
    known = [form.lower() for form in (*rule.long, *rule.known_by)]
    indefinite = [_DEFINITE.sub(r"\1 ", form) for form in known]
    return any(re.search(rf"\b{re.escape(form)}", text) for form in known + indefinite) or any(
        _gives_own(word.lower(), text) for word in rule.words
    )


@lru_cache(maxsize=1)
def _without_numbers(text: str) -> str:
    return _NUMBER_OF_LAW.sub("", text)


def _gives_own(word: str, text: str) -> bool:
    """Whether the letter itself says what the short form stands for, whatever our list thinks."""
    short = re.escape(word)
    for match in re.finditer(rf"\(\s*{short}\s*\)", text):
        before = re.split(r"[()\n]", text[max(0, match.start() - _PHRASE_BEFORE) : match.start()])[-1]
        if re.search(rf"\b{re.escape(word[0])}\w{{2,}}", before):
            return True
    if any(explaining_parenthesis(text[match.end() :]) for match in re.finditer(rf"\b{short}(?=\s*\()", text)):
        return True
    return re.search(rf"\b{short},?\s(?:betyder|står för|det vill säga|som betyder)\b", text) is not None


def may_flag(block: AnalysedBlock) -> bool:
    """Whether the block is text to be read, as against labels, addresses and the values of a table."""
    if block.is_prose or block.block.role in (Role.HEADING, Role.FOOTNOTE):
        return True
    return block.block.role is Role.LIST_ITEM and sum(map(str.isalpha, block.words)) > 2


def _is_part_of_code(span: Span) -> bool:
    """Whether the short form belongs to a case number or the like: *Dnr SN 2024/12*, *KS 24-118*."""
    if span.end >= len(span.doc):
        return False
    following = span.doc[span.end].text
    return bool(re.match(r"\d{2,4}[-/.:]\d|\d{4}$", following)) or following in ("/", "-")


def _among_capitals(span: Span) -> bool:
    """Whether the words around are all in capitals: *BESLUT OM LOV*."""
    others = [token.text for token in span.sent if token.is_alpha and not span.start <= token.i < span.end]
    return bool(others) and all(word.isupper() for word in others)


def _same_capitals(text: str, word: str) -> bool:
    """``SoL`` is not *sol*, but ``bl.a.`` may begin a sentence."""
    folded = " ".join(text.split())
    return folded == word or (word.islower() and folded[:1].lower() + folded[1:] == word)


def _fitted(long: str, entry: _Entry, span: Span) -> str:
    """The long form with the capital that begins a sentence and the full stop that ends one."""
    if entry.word.islower():
        long = match_case(span.text, long)
    elif span[0].is_sent_start or span.start == 0:
        long = long[:1].upper() + long[1:]
    ends_sentence = span.end == span.sent.end and not _STOPS.match(span.doc.text[span.end_char :])
    return f"{long}." if entry.word.endswith(".") and ends_sentence and not entry.rule.in_labels else long


def _genitive(long: str) -> str:
    return long if long.endswith(("s", "x", "z")) else f"{long}s"
