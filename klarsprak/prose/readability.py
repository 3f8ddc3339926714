"""Measures of how hard a text is to read.

LIX: Björnsson, *Läsbarhet* (1968).  OVIX: Hultman & Westman, *Gymnasistsvenska* (1977).  Nominal ratio, the full
form: nouns, prepositions and participles to pronouns, adverbs and verbs (Melin & Lange, *Att analysera text*).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import compress
from math import log

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import has_letters

LONG_WORD = 7
"""Letters from which LIX counts a word as long."""
_SIGNS = frozenset(".,:;()–-”!?/§\n")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADP"})
_VERBAL = frozenset({"PRON", "ADV", "VERB", "AUX"})
_PARTICIPLES = frozenset({"VERB", "ADJ"})
"""The parts of speech that participles may be tagged as."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The number of words in running text and the measures, rounded; a measure that can't be had is left out."""

    words: int
    values: dict[str, float]


def measure(analysis: Analysis) -> Measures:
    """Measure the letter's running text; nominal ratio and passive share only where it is tagged."""
    return analysis.once(_measured)


def _measured(analysis: Analysis) -> Measures:
    forms: list[str] = []
    tags: list[str] = []
    features: list[frozenset[str]] = []
    sentences = 0
    for block in analysis.blocks:
        if block.is_prose:
            words = [form.isalnum() or (form not in _SIGNS and has_letters(form)) for form in block.words]
            forms += compress(block.words, words)
            tags += compress(block.tags, words)
            features += compress(block.features, words)
            sentences += sum(True in words[span.start : span.end] for span in block.sentence_spans)
    if not forms:
        return Measures(0, {})
    mean = len(forms) / sentences
    long = sum([len(form) >= LONG_WORD for form in forms])
    values = {"lix": round(mean + 100 * long / len(forms))}
    return Measures(
        len(forms), values | _ovix(forms) | {"words_per_sentence": round(mean, 1)} | _tagged(tags, features)
    )


def _ovix(forms: list[str]) -> dict[str, float]:
    tokens, types = len(forms), len(set(forms))
    if types < 2 or types == tokens:
        return {}
    return {"ovix": round(log(tokens) / log(2 - log(types) / log(tokens)))}


def _tagged(tags: list[str], features: list[frozenset[str]]) -> dict[str, float]:
    if not tags[0]:
        return {}
    counts: Counter[str] = Counter()
    participles: Counter[str] = Counter()
    passive = 0
    for (tag, own), number in Counter(zip(tags, features, strict=True)).items():
        counts[tag] += number
        if tag in _PARTICIPLES and "VerbForm=Part" in own:
            participles[tag] += number
        elif tag == "VERB" and "Voice=Pass" in own:
            passive += number
    nominal = sum(counts[tag] for tag in _NOMINAL) + participles.total()
    verbal = sum(counts[tag] for tag in _VERBAL) - participles["VERB"]
    finite = counts["VERB"] - participles["VERB"]
    values = {"nominal_ratio": round(nominal / verbal, 2)} if verbal else {}
    return values | ({"passive_share": round(passive / finite, 2)} if finite else {})
