"""How well a text's trigrams fit each language (Cavnar & Trenkle, *N-Gram-Based Text Categorization*, 1994).

``trigrams.bin`` holds the 1,500 commonest trigrams of each language, made from wordfreq's words (``LICENSE`` beside
it says whose and on what terms).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from klarsprak.language.mapped import unpacked

FILE = Path(__file__).parent / "trigrams.bin"
LANGUAGES = {
    "sv": "svenska",
    "en": "engelska",
    "fi": "finska",
    "nb": "norska",
    "da": "danska",
    "de": "tyska",
    "fr": "franska",
    "es": "spanska",
    "pl": "polska",
    "nl": "nederländska",
    "it": "italienska",
    "pt": "portugisiska",
    "tr": "turkiska",
    "ro": "rumänska",
    "hu": "ungerska",
    "sh": "bosniska, kroatiska eller serbiska",
    "is": "isländska",
}
"""The languages that are told apart, and what they are called; by wordfreq's codes."""
BYTES_A_UNIT = 16
"""Log probabilities are stored as whole numbers of so many to a unit."""
FLOOR = -11.0
"""The log probability of a trigram that isn't among a language's commonest."""


def trigrams(word: str) -> Iterator[str]:
    """The word's trigrams, lower case, with a blank on each side: *ej* has `` ej`` and ``ej ``."""
    padded = f" {word.lower()} "
    for start in range(len(padded) - 2):
        yield padded[start : start + 3]


def fit(words: Iterable[str]) -> dict[str, float]:
    """The mean log probability of the words' trigrams in each language; empty where there are no words."""
    grams = Counter(gram for word in words for gram in trigrams(word))  # a list says the same words over and over
    if not grams:
        return {}
    number = grams.total()
    return {
        language: sum(known.get(gram, FLOOR) * times for gram, times in grams.items()) / number
        for language, known in _model().items()
    }


@cache
def _model() -> dict[str, dict[str, float]]:
    """The log probabilities of each language's trigrams; read for the first text that may be foreign."""
    sections = unpacked(FILE).split("\n\n")
    return dict(map(_read_section, sections))


def _read_section(section: str) -> tuple[str, dict[str, float]]:
    language, *lines = section.split("\n")
    return language, {line[:3]: -int(line[3:]) / BYTES_A_UNIT for line in lines}
