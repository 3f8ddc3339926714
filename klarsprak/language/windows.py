"""Layers that look at a word and both its neighbours, for two words at a time."""

from __future__ import annotations

import numpy
import numpy.typing as npt

from klarsprak.language.layers import Floats, MaxoutLayer

Indices = npt.NDArray[numpy.intp]

_FOUR = numpy.arange(-1, 3)[:, None]
"""The row before a pair, the pair, and the row after it."""


class WindowLayer:
    """A layer whose windows are three rows.

    The windows of a pair take six products of a row and a third of the weights.  Four, of sums and differences of
    rows, tell the same but for rounding (Winograd's minimal filtering): a third of the work is spared.
    """

    def __init__(self, layer: MaxoutLayer) -> None:
        """``layer`` has weights for the row before, the row itself and the row after, one below the other."""
        before, itself, after = layer.weights.reshape(3, -1, layer.weights.shape[1])
        self._layer = layer
        half = before + after
        half += itself
        half /= 2
        self._weights = before, half, half - itself, after

    def room(self, pairs: int) -> Floats:
        """An array for the products of so many pairs, which layers of the same size may use one after the other."""
        return numpy.empty((4, pairs, len(self._layer.bias)), numpy.float32)

    def __call__(self, x: Floats, pairs: Indices, room: Floats) -> Floats:
        """The layer's output, with what went in added to it: two rows for each of the pairs.

        ``pairs`` are the first rows of the pairs in ``x``, which has a row before and one after each.
        """
        rows = x.take(pairs + _FOUR, axis=0)
        products = room[:, : len(pairs)]
        for part, weights, product in zip(_sums(rows), self._weights, products, strict=True):
            numpy.matmul(part, weights, out=product)
        y = self._layer.largest(self._of_windows(products))
        both = numpy.empty((len(pairs), 2, x.shape[1]), numpy.float32)
        numpy.add(y[0], rows[1], out=both[:, 0])
        numpy.add(y[1], rows[2], out=both[:, 1])
        return both.reshape(-1, x.shape[1])

    def _of_windows(self, products: Floats) -> Floats:
        """The products of the first rows' windows and those of the second rows', bias and all, in the same place."""
        first, second, third, fourth = products
        second += self._layer.bias
        first += second
        first += third
        second -= third
        second -= fourth
        return products[:2]


def _sums(rows: Floats) -> Floats:
    """The sums and differences of pairs and their neighbours that the weights are for."""
    before, first, second, after = rows
    sums = numpy.empty_like(rows)
    numpy.subtract(before, second, out=sums[0])
    numpy.add(first, second, out=sums[1])
    numpy.subtract(second, first, out=sums[2])
    numpy.subtract(first, after, out=sums[3])
    return sums
