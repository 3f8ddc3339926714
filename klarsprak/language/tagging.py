"""Part of speech and morphology of each word, by one matrix product from the word's vector in context."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy

from klarsprak.language.layers import Floats
from klarsprak.language.weights import Weights

_PART = "POS="


def _part(label: str) -> str:
    """The label's part of speech.

    >>> _part("Case=Nom|Degree=Pos|POS=ADJ"), _part("Foreign=Yes")
    ('ADJ', '')
    """
    found = (feature for feature in label.split("|") if feature.startswith(_PART))
    return next(found, "").removeprefix(_PART)


def _morphology(label: str) -> str:
    """The label's morphological features.

    >>> _morphology("Case=Nom|Degree=Pos|POS=ADJ"), _morphology("POS=PUNCT")
    ('Case=Nom|Degree=Pos', '')
    """
    return "|".join(feature for feature in label.split("|") if not feature.startswith(_PART))


class Tagging:
    """What the network makes of vectors in context: the number of the likeliest label for each word."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights.tags
        self._bias = weights.tag_bias
        self.labels: Sequence[str] = weights.labels
        """In the treebank's notation, as ``Case=Nom|POS=NOUN``."""
        self.parts: Sequence[str] = tuple(map(_part, weights.labels))
        """Each label's part of speech, as ``NOUN``; an empty string for one that has none."""
        self.morphologies: Sequence[str] = tuple(map(_morphology, weights.labels))
        """Each label's features in the order of the alphabet, as ``Case=Nom``; an empty string for one without."""

    def numbers(self, vectors: Sequence[Floats]) -> list[list[int]]:
        """The number of each token's label for each document, whose tokens' ``vectors`` are rows."""
        if not vectors:
            return []
        scores = numpy.concatenate(vectors) @ self._weights
        scores += self._bias
        likeliest = iter(scores.argmax(axis=1).tolist())
        return [list(islice(likeliest, len(rows))) for rows in vectors]
