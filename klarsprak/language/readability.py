"""Measures of how hard a text is to read.

LIX: Björnsson, *Läsbarhet* (1968).  OVIX: Hultman & Westman, *Gymnasistsvenska* (1977).  Nominal ratio, the full
form: nouns, prepositions and participles to pronouns, adverbs and verbs (Melin & Lange, *Att analysera text*).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log

from spacy.tokens import Span

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
    forms = [form for form, _, _ in words]
    mean = len(words) / sum(map(bool, sentences))
    values = {"lix": round(mean + 100 * sum(len(form) >= LONG_WORD for form in forms) / len(forms))}
    return Measures(len(words), values | _ovix(forms) | {"words_per_sentence": round(mean, 1)} | _tagged(words))


_Word = tuple[str, str, frozenset[str]]
"""Form, part of speech, features."""


def _words(block: AnalysedBlock, span: Span) -> list[_Word]:
    """The words and numbers of the sentence, without its signs."""
    part = slice(span.start, span.end)
    every = zip(block.words[part], block.tags[part], block.features[part], strict=True)
    return [word for word in every if word[0].isalnum() or has_letters(word[0])]


def has_letters(text: str) -> bool:
    """Whether the text is a word or a number, not a sign."""
    return any(map(str.isalnum, text))


def _ovix(forms: list[str]) -> dict[str, float]:
    tokens, types = len(forms), len(set(forms))
    if types < 2 or types == tokens:
        return {}
    return {"ovix": round(log(tokens) / log(2 - log(types) / log(tokens)))}


def _tagged(words: list[_Word]) -> dict[str, float]:
    if not words[0][1]:
        return {}
    tags = Counter(tag for _, tag, _ in words)
    participles = Counter(tag for _, tag, features in words if tag in _PARTICIPLES and "VerbForm=Part" in features)
    passive = sum(
        tag == "VERB" and "Voice=Pass" in features and "VerbForm=Part" not in features for _, tag, features in words
    )
    nominal = sum(tags[tag] for tag in _NOMINAL) + participles.total()
    verbal = sum(tags[tag] for tag in _VERBAL) - participles["VERB"]
    finite = tags["VERB"] - participles["VERB"]
    values = {"nominal_ratio": round(nominal / verbal, 2)} if verbal else {}
    return values | ({"passive_share": round(passive / finite, 2)} if finite else {})
