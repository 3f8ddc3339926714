"""Layers of a trained network as single matrix products with a few steps in place."""

from __future__ import annotations

from typing import NamedTuple

import numpy
import numpy.typing as npt

Floats = npt.NDArray[numpy.float32]

PIECES = 3
"""Products for each number that comes out, of which the largest counts."""
_EPSILON = numpy.float32(1e-8)


class MaxoutLayer(NamedTuple):
    """The largest of three products for each number, and then normalised: mean 0, variance 1, gain and shift."""

    weights: Floats
    """A row for each number that goes in; the columns are piece after piece."""
    bias: Floats
    """A number for each column of the weights."""
    gain: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        """The layer's output, a row for each row of ``x``."""
        return self.best_of(x @ self.weights)

    def best_of(self, y: Floats) -> Floats:
        """The layer's output of its products without their bias, which is added to them in place."""
        y += self.bias
        width = y.shape[1] // PIECES
        best: Floats = numpy.maximum(y[:, :width], y[:, width : 2 * width])
        numpy.maximum(best, y[:, 2 * width :], out=best)
        return self.normalised(best)

    def normalised(self, best: Floats) -> Floats:
        """The layer's output of the largest products, in their place; they may lie in several arrays of rows."""
        width = numpy.float32(best.shape[-1])
        best -= numpy.add.reduce(best, axis=-1, keepdims=True) / width
        variance = numpy.einsum("...j,...j->...", best, best) / width
        best *= (1 / numpy.sqrt(variance + _EPSILON))[..., None]
        best *= self.gain
        best += self.shift
        return best
