"""The network's word vectors in context.

spaCy, which has trained the network, looks up and mixes a word's features each time that it occurs, and normalises a
layer in many small steps.  Here a word form's vector is computed once, and each layer is a few matrix products and
steps in place, for hardly more places than the next layers look at.  The vectors are spaCy's but for rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from threading import Lock

import numpy

from klarsprak.language.embedding import seen_as
from klarsprak.language.layers import Floats, MaxoutLayer
from klarsprak.language.weights import Weights
from klarsprak.language.windows import Indices, WindowLayer
from klarsprak.language.word_vectors import WordVectors

_KNOWN_SIZE = 40_000
"""Word forms whose vectors are kept; three quarters of a kilobyte each."""
_ROOM = 500
"""For so many there is room from the start: two pages have fewer."""


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


def _runs(starts: Indices, lengths: Indices) -> Indices:
    """The rows from each of the starts on, as many as ``lengths`` say."""
    shifts: Indices = starts + lengths - lengths.cumsum()
    return numpy.arange(lengths.sum()) + shifts.repeat(lengths)


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
        self._layers = tuple(map(WindowLayer, weights.others))
        self._width = len(weights.mix.gain)
        self._known = _KnownForms(self._width)
        self._learning = Lock()

    def __call__(self, texts: Sequence[Sequence[str]]) -> list[Floats]:
        """A row of floats for each token of each document; ``texts`` are the documents' word forms."""
        forms = [form if form.isalpha() else seen_as(form) for form in chain.from_iterable(texts)]
        rows, known = self._looked_up(forms)
        return self._in_context(known, rows, list(map(len, texts)))

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

    def _in_context(self, vectors: Floats, rows: Sequence[int], lengths: Sequence[int]) -> list[Floats]:
        """A row for each word of documents of those lengths; ``rows`` are where ``vectors`` have the words' own.

        A gap around each document lets none have a say in another's words.  The first layer fills it; each of the
        others fills what the layers after it look at, two rows at a time: a document with an odd word has a row more.
        """
        gap, words = 1 + len(self._layers), numpy.array(lengths, numpy.intp)
        room = words + words % 2
        starts = gap + (room + gap).cumsum() - (room + gap)
        known = numpy.zeros(gap + (room + gap).sum(), numpy.intp)
        known[_runs(starts, words)] = rows
        different, places = numpy.unique(known, return_inverse=True)
        x = self._first(vectors[different], places)
        for reach, layer in zip(reversed(range(len(self._layers))), self._layers, strict=True):
            x = layer(x, _runs(starts - reach, room + 2 * reach)[::2])
            starts = (room + 2 * reach).cumsum() - (room + reach)
        return [x[start : start + length] for start, length in zip(starts.tolist(), lengths, strict=True)]
