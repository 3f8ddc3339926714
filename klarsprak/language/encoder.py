"""The network's word vectors in context, computed faster than spaCy does it, with the same weights.

spaCy looks up and mixes a word's features each time that it occurs, and normalises a layer in many small steps.  Here
a word form's vector is computed once, and each layer is one matrix product and a few steps in place.  The vectors
differ from spaCy's by rounding only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy
from spacy.tokens import Doc
from thinc.api import Model

from klarsprak.language.layers import Floats, MaxoutLayer, nodes
from klarsprak.language.word_vectors import WordVectors

_KNOWN_SIZE = 40_000
"""Word forms whose vectors are kept; half a kilobyte each."""
_ROOM = 4_000
"""For so many there is room from the start."""


def _windowed(maxout: Model[Any, Any], norm: Model[Any, Any]) -> MaxoutLayer:
    """A layer that looks at a word and both its neighbours; raises ``ValueError`` for another."""
    layer = MaxoutLayer.of(maxout, norm)
    if len(layer.weights) != 3 * len(layer.gain):
        raise ValueError(f"a layer of shape {layer.weights.shape} looks at no three words")
    return layer


def _apply(layer: MaxoutLayer, x: Floats, window: Floats) -> Floats:
    """The layer's output for rows ``x``, which it is added to; ``window`` is room for three times their width.

    A row of the window is the word before, the word and the word after.
    """
    width = x.shape[1]
    window[1:, :width] = x[:-1]
    window[:, width : 2 * width] = x
    window[:-1, 2 * width :] = x[1:]
    y = layer(window)
    y += x
    return y


class Encoder:
    """The ``tok2vec`` part of the pipeline: ``model`` is its network."""

    def __init__(self, model: Model[Any, Any]) -> None:
        embed, encode = model.layers
        self._vectors = WordVectors(embed)
        maxouts, norms = nodes(encode, "maxout"), nodes(encode, "layernorm")
        self._layers = [_windowed(*pair) for pair in zip(maxouts, norms, strict=True)]
        self._rows: dict[int, int] = {}
        self._known: Floats = numpy.empty((_ROOM, model.get_dim("nO")), numpy.float32)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set every document's ``tensor``, a row of floats for each token; what the other parts look at."""
        x, starts = self._embedded(docs)
        window = numpy.zeros((len(x), 3 * x.shape[1]), numpy.float32)
        for layer in self._layers:
            x = _apply(layer, x, window)
        for doc, start in zip(docs, starts, strict=True):
            doc.tensor = x[start : start + len(doc)]  # type: ignore[assignment]

    def _embedded(self, docs: Sequence[Doc]) -> tuple[Floats, list[int]]:
        """The words' own vectors, documents kept apart, and where each document starts."""
        gap = len(self._layers)  # as many rows as a word's influence reaches over
        words: list[list[int]] = [doc.to_array("ORTH").tolist() for doc in docs]
        self._learn(docs, words)
        height = sum(map(len, words)) + gap * (len(docs) + 1)
        x: Floats = numpy.zeros((height, self._known.shape[1]), numpy.float32)
        starts = []
        position = gap
        for orths in words:
            starts.append(position)
            x[position : position + len(orths)] = self._known[[self._rows[orth] for orth in orths]]
            position += len(orths) + gap
        return x, starts

    def _learn(self, docs: Sequence[Doc], words: list[list[int]]) -> None:
        """Compute the vectors of word forms that are new."""
        if len(self._rows) > _KNOWN_SIZE:
            self._rows.clear()
        forms = dict.fromkeys(chain.from_iterable(words))
        new = [orth for orth in forms if orth not in self._rows]
        if new:
            strings = docs[0].vocab.strings
            self._keep(new, self._vectors([strings[orth] for orth in new]))

    def _keep(self, orths: list[int], vectors: Floats) -> None:
        """Remember the forms' vectors; where there is no room for them, twice as much is made."""
        first = len(self._rows)
        end = first + len(orths)
        if end > len(self._known):
            known, self._known = self._known, numpy.empty((2 * end, self._known.shape[1]), numpy.float32)
            self._known[:first] = known[:first]
        self._known[first:end] = vectors
        self._rows.update(zip(orths, range(first, end), strict=True))
