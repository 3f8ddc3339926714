"""The network's word vectors in context.

spaCy, which has trained the network, looks up and mixes a word's features each time that it occurs, and normalises a
layer in many small steps.  Here a word form's vector is computed once, and each layer is one matrix product and a few
steps in place, for no more places than the next layers look at.  The vectors differ from spaCy's by rounding only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from threading import Lock
from typing import NamedTuple

import numpy
import numpy.typing as npt

from klarsprak.language.embedding import seen_as
from klarsprak.language.layers import Floats, MaxoutLayer
from klarsprak.language.weights import Weights
from klarsprak.language.word_vectors import WordVectors

Indices = npt.NDArray[numpy.intp]

_KNOWN_SIZE = 40_000
"""Word forms whose vectors are kept; three quarters of a kilobyte each."""
_ROOM = 500
"""For so many there is room from the start: two pages have fewer."""
_AROUND = numpy.array([-1, 0, 1])
"""A word and both its neighbours."""


class _FirstLayer:
    """The layer that looks at words' own vectors: what comes again in a letter is multiplied once."""

    def __init__(self, layer: MaxoutLayer) -> None:
        self._layer = layer

    def __call__(self, vectors: Floats, words: Indices) -> Floats:
        """The layer's output where ``words`` tell which of the vectors stands in each place."""
        products = (vectors @ self._layer.weights).reshape(3 * len(vectors), -1)
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
        shift_of_each = shifts.repeat(lengths + 2 * reach)
        return numpy.arange(len(shift_of_each)) + shift_of_each


class _KnownForms:
    """The own vectors of word forms: no numbers of persons and cases, which all look alike to the network."""

    def __init__(self, width: int) -> None:
        self._rows: dict[str, int] = {}
        self.vectors: Floats = numpy.zeros((_ROOM, width), numpy.float32)
        """The first row is for the places where no word stands.  A row that has once been told stays as it is."""

    def __len__(self) -> int:
        return len(self._rows)

    def unknown(self, forms: Sequence[str]) -> list[str]:
        """Those that have no vector yet."""
        return [form for form in dict.fromkeys(forms) if form not in self._rows]

    def keep(self, forms: Sequence[str], vectors: Floats) -> None:
        """Remember the forms' vectors; where there is no room for them, twice as much is made."""
        first = 1 + len(self._rows)
        end = first + len(forms)
        if end > len(self.vectors):
            known, self.vectors = self.vectors, numpy.empty((2 * end, self.vectors.shape[1]), numpy.float32)
            self.vectors[:first] = known[:first]
        self.vectors[first:end] = vectors
        self._rows.update(zip(forms, range(first, end), strict=True))

    def rows(self, forms: Sequence[str]) -> list[int]:
        """Where each form's vector is; all must be known."""
        return list(map(self._rows.__getitem__, forms))


class Encoder:
    """What the network sees in words: all that is told of them follows from it.  Threads may share one."""

    def __init__(self, weights: Weights) -> None:
        self._vectors = WordVectors(weights)
        self._first = _FirstLayer(weights.first)
        self._layers = weights.others
        self._width = len(weights.mix.gain)
        self._known = _KnownForms(self._width)
        self._learning = Lock()

    def __call__(self, texts: Sequence[Sequence[str]]) -> list[Floats]:
        """A row of floats for each token of each document; ``texts`` are the documents' word forms."""
        forms = [form if form.isalpha() else seen_as(form) for form in chain.from_iterable(texts)]
        rows, known = self._looked_up(forms)
        lengths = list(map(len, texts))
        x = self._in_context(known, rows, lengths)
        ends = numpy.cumsum(lengths, dtype=int).tolist()
        return [x[end - length : end] for end, length in zip(ends, lengths, strict=True)]

    def _looked_up(self, forms: Sequence[str]) -> tuple[list[int], Floats]:
        """The row of each form, and the array that the row is in, which may change but there.

        One thread at a time: two would give different forms the same row.
        """
        with self._learning:
            if len(self._known) > _KNOWN_SIZE:
                self._known = _KnownForms(self._width)
            if new := self._known.unknown(forms):
                self._known.keep(new, self._vectors(new))
            return self._known.rows(forms), self._known.vectors

    def _in_context(self, vectors: Floats, rows: Sequence[int], lengths: Sequence[int]) -> Floats:
        """A row for each word of documents of those lengths; ``rows`` are where ``vectors`` have the words' own.

        A gap around each document lets none have a say in another's words.  The first layer fills it; each of the
        others fills what the layers after it look at.
        """
        gap = 1 + len(self._layers)
        layout, each_length = _Layout(gap, gap), numpy.array(lengths, numpy.intp)
        known = numpy.zeros(len(rows) + gap * (1 + len(lengths)), numpy.intp)
        known[layout.rows(each_length, 0)] = rows
        different, words = numpy.unique(known, return_inverse=True)
        x = self._first(vectors[different], words)
        for reach, layer in zip(reversed(range(len(self._layers))), self._layers, strict=True):
            x = _apply(layer, x, layout.rows(each_length, reach))
            layout = _Layout(reach, 2 * reach)
        return x
