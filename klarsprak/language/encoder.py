"""The network's word vectors in context, computed faster than spaCy does it, with the same weights.

spaCy looks up and mixes a word's features each time that it occurs, and normalises a layer in many small steps.  Here
a word form's vector is computed once, and each layer is one matrix product and a few steps in place, for no more
places than the next layers look at.  The vectors differ from spaCy's by rounding only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy
import numpy.typing as npt
from spacy.tokens import Doc
from thinc.api import Model

from klarsprak.language.layers import Floats, MaxoutLayer, nodes
from klarsprak.language.word_vectors import WordVectors

Indices = npt.NDArray[numpy.intp]

_KNOWN_SIZE = 40_000
"""Word forms whose vectors are kept; half a kilobyte each."""
_ROOM = 500
"""For so many there is room from the start: two pages have fewer."""
_AROUND = numpy.array([-1, 0, 1])
"""A word and both its neighbours."""


def _windowed(maxout: Model[Any, Any], norm: Model[Any, Any]) -> MaxoutLayer:
    """A layer that looks at a word and both its neighbours; raises ``ValueError`` for another."""
    layer = MaxoutLayer.of(maxout, norm)
    if len(layer.weights) != 3 * len(layer.gain):
        raise ValueError(f"a layer of shape {layer.weights.shape} looks at no three words")
    return layer


class _FirstLayer:
    """The layer that looks at words' own vectors: what comes again in a letter is multiplied once."""

    def __init__(self, layer: MaxoutLayer) -> None:
        self._layer = layer._replace(weights=layer.weights[:0].copy())  # they stand in another order here
        self._weights = numpy.hstack(list(layer.weights.reshape(3, len(layer.gain), -1)))
        """Side by side, for a word as the one before, as the one itself and as the one after."""

    def __call__(self, vectors: Floats, words: Indices) -> Floats:
        """The layer's output where ``words`` tell which of the vectors stands in each place."""
        products = (vectors @ self._weights).reshape(3 * len(vectors), -1)
        y = products.take(3 * words + 1, axis=0)
        y[1:] += products.take(3 * words[:-1], axis=0)
        y[:-1] += products.take(3 * words[1:] + 2, axis=0)
        x = self._layer.best_of(y)
        x += vectors.take(words, axis=0)
        return x


def _apply(layer: MaxoutLayer, x: Floats, rows: Indices) -> Floats:
    """The layer's output for some rows of ``x``, which it is added to; each has a row before and one after it."""
    windows = x.take(rows[:, None] + _AROUND, axis=0)
    y = layer(windows.reshape(len(rows), 3 * x.shape[1]))
    y += x.take(rows, axis=0)
    return y


class _Layout(NamedTuple):
    """How the words of documents lie in rows: some rows before the first document and some between two."""

    before: int
    between: int

    def rows(self, lengths: Indices, reach: int) -> Indices:
        """Where each document's words lie, with so many rows on each side of them; ``lengths`` are the documents'."""
        shifts = self.before - reach + (self.between - 2 * reach) * numpy.arange(len(lengths))
        shift_of_each = numpy.repeat(shifts, lengths + 2 * reach)
        return numpy.arange(len(shift_of_each)) + shift_of_each


class Encoder:
    """The ``tok2vec`` part of the pipeline: ``model`` is its network."""

    def __init__(self, model: Model[Any, Any]) -> None:
        embed, encode = model.layers
        self._vectors = WordVectors(embed)
        maxouts, norms = nodes(encode, "maxout"), nodes(encode, "layernorm")
        first, *self._layers = [_windowed(*pair) for pair in zip(maxouts, norms, strict=True)]
        self._first = _FirstLayer(first)
        self._rows: dict[int, int] = {}
        self._known: Floats = numpy.zeros((_ROOM, model.get_dim("nO")), numpy.float32)
        """The forms' vectors; the first row is for the places where no word stands."""

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set every document's ``tensor``, a row of floats for each token; what the other parts look at."""
        words: list[list[int]] = [doc.to_array("ORTH").tolist() for doc in docs]
        self._learn(docs, words)
        lengths = list(map(len, words))
        x = self._in_context(list(map(self._rows.__getitem__, chain.from_iterable(words))), lengths)
        end = 0
        for doc, length in zip(docs, lengths, strict=True):
            start, end = end, end + length
            doc.tensor = x[start:end]  # type: ignore[assignment]

    def _in_context(self, rows: Sequence[int], lengths: Sequence[int]) -> Floats:
        """A row for each word of documents of those lengths; ``rows`` are where the words' own vectors are known.

        A gap around each document lets none have a say in another's words.  The first layer fills it; each of the
        others fills what the layers after it look at.
        """
        gap = 1 + len(self._layers)
        layout, each_length = _Layout(gap, gap), numpy.array(lengths, numpy.intp)
        known = numpy.zeros(len(rows) + gap * (1 + len(lengths)), numpy.intp)
        known[layout.rows(each_length, 0)] = rows
        different, words = numpy.unique(known, return_inverse=True)
        x = self._first(self._known[different], words)
        for reach, layer in zip(reversed(range(len(self._layers))), self._layers, strict=True):
            x = _apply(layer, x, layout.rows(each_length, reach))
            layout = _Layout(reach, 2 * reach)
        return x

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
        first = 1 + len(self._rows)
        end = first + len(orths)
        if end > len(self._known):
            known, self._known = self._known, numpy.empty((2 * end, self._known.shape[1]), numpy.float32)
            self._known[:first] = known[:first]
        self._known[first:end] = vectors
        self._rows.update(zip(orths, range(first, end), strict=True))
