"""Measures of how hard a text is to read.

LIX: Björnsson, *Läsbarhet* (1968).  OVIX: Hultman & Westman, *Gymnasistsvenska* (1977).  Nominal ratio, the full
form: nouns, prepositions and participles to pronouns, adverbs and verbs (Melin & Lange, *Att analysera text*).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log

from spacy.tokens import Token

from klarsprak.language.analysis import Analysis

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
    sentences = [[token for token in sentence if is_word(token)] for _, sentence in analysis.sentences()]
    words = [token for sentence in sentences for token in sentence]
    if not words:
        return Measures(0, {})
    mean = len(words) / sum(map(bool, sentences))
    values = {"lix": round(mean + 100 * sum(len(token) >= LONG_WORD for token in words) / len(words))}
    return Measures(len(words), values | _ovix(words) | {"words_per_sentence": round(mean, 1)} | _tagged(words))


def is_word(token: Token) -> bool:
    """Whether the token is a word or a number, not a sign."""
    return not token.is_punct and (token.is_alpha or any(map(str.isalnum, token.text)))


def _ovix(words: list[Token]) -> dict[str, float]:
    tokens, types = len(words), len({token.lower for token in words})
    if types < 2 or types == tokens:
        return {}
    return {"ovix": round(log(tokens) / log(2 - log(types) / log(tokens)))}


def _tagged(words: list[Token]) -> dict[str, float]:
    if not words[0].doc.has_annotation("POS"):
        return {}
    nominal = verbal = finite = passive = 0
    for token in words:
        tag = token.pos_
        if tag in _NOMINAL or (tag in _PARTICIPLES and "VerbForm=Part" in token.morph):
            nominal += 1
        elif tag in _VERBAL:
            verbal += 1
            finite += tag == "VERB"
            passive += tag == "VERB" and "Voice=Pass" in token.morph
    values = {"nominal_ratio": round(nominal / verbal, 2)} if verbal else {}
    return values | ({"passive_share": round(passive / finite, 2)} if finite else {})
