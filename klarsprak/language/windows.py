"""Layers that look at a word and both its neighbours, for two words at a time."""

from __future__ import annotations

import numpy
import numpy.typing as npt

from klarsprak.language.layers import PIECES, Floats, MaxoutLayer

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
        four = (numpy.split(part, PIECES, axis=1) for part in (before, half, half - itself, after))
        self._pieces = list(zip(*four, numpy.split(layer.bias, PIECES), strict=True))
        """Of each piece the weights for the four, and the bias."""

    def __call__(self, x: Floats, pairs: Indices) -> Floats:
        """The layer's output, with what went in added to it: two rows for each of the pairs.

        ``pairs`` are the first rows of the pairs in ``x``, which has a row before and one after each.
        """
        rows = x.take(pairs + _FOUR, axis=0)
        sums = _sums(rows)
        first, *others = self._pieces
        best = _of_windows(sums, *first)
        for piece in others:
            numpy.maximum(best, _of_windows(sums, *piece), out=best)
        y = self._layer.normalised(best)
        both = numpy.empty((len(pairs), 2, x.shape[1]), numpy.float32)
        numpy.add(y[0], rows[1], out=both[:, 0])
        numpy.add(y[1], rows[2], out=both[:, 1])
        return both.reshape(-1, x.shape[1])


def _sums(rows: Floats) -> Floats:
    """The sums and differences of pairs and their neighbours that the weights are for."""
    before, first, second, after = rows
    sums = numpy.empty_like(rows)
    numpy.subtract(before, second, out=sums[0])
    numpy.add(first, second, out=sums[1])
    numpy.subtract(second, first, out=sums[2])
    numpy.subtract(first, after, out=sums[3])
    return sums


def _of_windows(sums: Floats, *weights_and_bias: Floats) -> Floats:
    """The products of the first rows' windows and those of the second rows', bias and all, a piece of each.

    No more at a time, so that all of it lies near the processor.
    """
    *weights, bias = weights_and_bias
    products = numpy.empty((*sums.shape[:2], len(bias)), numpy.float32)
    for part, each, product in zip(sums, weights, products, strict=True):
        numpy.matmul(part, each, out=product)
    first, second, third, fourth = products
    second += bias
    first += second
    first += third
    second -= third
    second -= fourth
    return products[:2]
