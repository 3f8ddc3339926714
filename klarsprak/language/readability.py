"""Measures of how hard a text is to read.

LIX: Björnsson, *Läsbarhet* (1968).  OVIX: Hultman & Westman, *Gymnasistsvenska* (1977).  Nominal ratio, the full
form: nouns, prepositions and participles to pronouns, adverbs and verbs (Melin & Lange, *Att analysera text*).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import NamedTuple

from spacy.tokens import Span, Token

from klarsprak.language.analysis import AnalysedBlock, Analysis

LONG_WORD = 7
"""Letters from which LIX counts a word as long."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADP"})
_VERBAL = frozenset({"PRON", "ADV", "VERB", "AUX"})
_PARTICIPLES = frozenset({"VERB", "ADJ"})
"""The parts of speech that participles may be tagged as."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The number of words in running text and the measures, rounded; a measure that can't be had is left out."""

    words: int
    values: dict[str, float]


@lru_cache(maxsize=1)
def measure(analysis: Analysis) -> Measures:
    """Measure the letter's running text; nominal ratio and passive share only where it is tagged."""
    sentences = [_words(block, span) for block, span in analysis.sentences()]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Measures(0, {})
    mean = len(words) / sum(map(bool, sentences))
    values = {"lix": round(mean + 100 * sum(len(word.form) >= LONG_WORD for word in words) / len(words))}
    return Measures(len(words), values | _ovix(words) | {"words_per_sentence": round(mean, 1)} | _tagged(words))


class _Word(NamedTuple):
    form: str
    tag: str
    block: AnalysedBlock
    number: int

    def has(self, feature: str) -> bool:
        return feature in self.block.doc[self.number].morph


def _words(block: AnalysedBlock, span: Span) -> list[_Word]:
    """The words and numbers of the sentence, without its signs."""
    forms, tags = block.words, block.tags
    indices = range(span.start, span.end)
    return [_Word(forms[index], tags[index], block, index) for index in indices if has_letters(forms[index])]


def has_letters(text: str) -> bool:
    """Whether the text is a word or a number, not a sign."""
    return text.isalnum() or any(map(str.isalnum, text))


def is_word(token: Token) -> bool:
    """Whether the token is a word or a number, not a sign."""
    return has_letters(token.text)


def _ovix(words: list[_Word]) -> dict[str, float]:
    tokens, types = len(words), len({word.form for word in words})
    if types < 2 or types == tokens:
        return {}
    return {"ovix": round(log(tokens) / log(2 - log(types) / log(tokens)))}


def _tagged(words: list[_Word]) -> dict[str, float]:
    if not words[0].tag:
        return {}
    nominal = verbal = finite = passive = 0
    for word in words:
        if word.tag in _NOMINAL or (word.tag in _PARTICIPLES and word.has("VerbForm=Part")):
            nominal += 1
        elif word.tag in _VERBAL:
            verbal += 1
            finite += word.tag == "VERB"
            passive += word.tag == "VERB" and word.has("Voice=Pass")
    values = {"nominal_ratio": round(nominal / verbal, 2)} if verbal else {}
    return values | ({"passive_share": round(passive / finite, 2)} if finite else {})
