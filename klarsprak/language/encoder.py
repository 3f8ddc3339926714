"""The network's word vectors in context, computed faster than spaCy does it, with the same weights.

spaCy looks up and mixes a word's features each time that it occurs, and normalises a layer in many small steps.  Here
a word form's vector is computed once, and each layer is one matrix product and a few steps in place.  The vectors
differ from spaCy's by rounding only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy
import numpy.typing as npt
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

Floats = npt.NDArray[numpy.float32]

_KNOWN_SIZE = 40_000
"""Word forms whose vectors are kept; half a kilobyte each."""
_ROOM = 4_000
"""For so many there is room from the start."""
_PIECES = 3
_EPSILON = 1e-8


class _Layer(NamedTuple):
    weights: Floats
    """A row for each number of the word before, the word and the word after; the columns are piece after piece."""
    bias: Floats
    gain: Floats
    shift: Floats


def _nodes(network: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    """The network's parts of one kind, in order."""
    return [node for node in network.walk() if node.name == name]


def _layer(maxout: Model[Any, Any], norm: Model[Any, Any]) -> _Layer:
    """The weights of a layer in the order in which one product needs them; raises ``ValueError`` for other shapes."""
    weights, bias = _parameter(maxout, "W"), _parameter(maxout, "b")
    if bias.shape[1] != _PIECES or weights.shape[2] != 3 * weights.shape[0]:
        raise ValueError(f"a layer of shape {weights.shape} is none that the encoder knows")
    return _Layer(
        numpy.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
        numpy.ascontiguousarray(bias.T.reshape(-1)),
        gain=_parameter(norm, "G"),
        shift=_parameter(norm, "b"),
    )


def _parameter(node: Model[Any, Any], name: str) -> Floats:
    return numpy.asarray(node.get_param(name), "f")


def _apply(layer: _Layer, x: Floats, window: Floats) -> Floats:
    """The layer's output for rows ``x``, which it is added to; ``window`` is room for three times their width."""
    width = x.shape[1]
    window[1:, :width] = x[:-1]
    window[:, width : 2 * width] = x
    window[:-1, 2 * width :] = x[1:]
    y = window @ layer.weights
    y += layer.bias
    best: Floats = numpy.maximum(y[:, :width], y[:, width : 2 * width])
    numpy.maximum(best, y[:, 2 * width :], out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", best, best) / numpy.float32(width) + numpy.float32(_EPSILON)
    best /= numpy.sqrt(variance)[:, None]
    best *= layer.gain
    best += layer.shift
    best += x
    return best


class Encoder:
    """The ``tok2vec`` part of the pipeline: ``model`` is its network."""

    def __init__(self, model: Model[Any, Any]) -> None:
        self._embed, encode = model.layers
        maxouts, norms = _nodes(encode, "maxout"), _nodes(encode, "layernorm")
        self._layers = [_layer(*pair) for pair in zip(maxouts, norms, strict=True)]
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
            self._keep(new, self._vectors(new, docs[0].vocab))

    def _vectors(self, orths: list[int], vocab: Vocab) -> Floats:
        """The forms' own vectors, as spaCy's network has them."""
        words = [vocab.strings[orth] for orth in orths]
        vectors: Floats = self._embed.predict([Doc(vocab, words=words)])[0]
        return vectors

    def _keep(self, orths: list[int], vectors: Floats) -> None:
        """Remember the forms' vectors; where there is no room for them, twice as much is made."""
        first = len(self._rows)
        end = first + len(orths)
        if end > len(self._known):
            self._known = numpy.resize(self._known, (2 * end, self._known.shape[1]))
        self._known[first:end] = vectors
        self._rows.update(zip(orths, range(first, end), strict=True))
