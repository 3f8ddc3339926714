"""How well a text's trigrams fit each language (Cavnar & Trenkle, *N-Gram-Based Text Categorization*, 1994).

``trigrams.bin`` holds the 1,500 commonest trigrams of each language, made from wordfreq's words (``LICENSE`` beside
it says whose and on what terms).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy
import numpy.typing as npt

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
_UNKNOWN = 0
"""The row for what is among the commonest of none."""


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
    model = _model()
    rows = [model.rows.get(gram, _UNKNOWN) for gram in grams]
    # Whole numbers, whose sum is the same in whatever order.
    sums = numpy.array(list(grams.values())) @ model.units[rows]
    number = grams.total()
    return {
        language: units / BYTES_A_UNIT / number
        for language, units in zip(model.languages, sums.tolist(), strict=True)
    }


class _Model(NamedTuple):
    """The log probabilities of the languages' trigrams."""

    languages: list[str]
    rows: dict[str, int]
    """The row of each trigram."""
    units: npt.NDArray[numpy.int16]
    """A column for each language; the first row is for trigrams that are none's."""


@cache
def _model() -> _Model:
    """The log probabilities as they are stored; read for the first text that may be foreign."""
    sections = [section.split("\n") for section in unpacked(FILE).split("\n\n")]
    grams = dict.fromkeys(line[:3] for _, *lines in sections for line in lines)
    rows = {gram: row for row, gram in enumerate(grams, _UNKNOWN + 1)}
    units = numpy.full((len(rows) + 1, len(sections)), FLOOR * BYTES_A_UNIT, numpy.int16)
    for column, (_, *lines) in enumerate(sections):
        units[[rows[line[:3]] for line in lines], column] = [-int(line[3:]) for line in lines]
    return _Model([language for language, *_ in sections], rows, units)
