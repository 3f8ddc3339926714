"""Layers of a trained network as single matrix products with a few steps in place; same weights as spaCy's."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy
import numpy.typing as npt
from thinc.api import Model

Floats = npt.NDArray[numpy.float32]

_PIECES = 3
_EPSILON = numpy.float32(1e-8)


def nodes(network: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    """The network's parts of one kind, in order."""
    return [node for node in network.walk() if node.name == name]


def parameter(node: Model[Any, Any], name: str) -> Floats:
    """A part's weights."""
    return numpy.asarray(node.get_param(name), "f")


class MaxoutLayer(NamedTuple):
    """The largest of three products for each number, and then normalised: mean 0, variance 1, gain and shift."""

    weights: Floats
    """A row for each number that goes in; the columns are piece after piece."""
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Model[Any, Any], norm: Model[Any, Any]) -> MaxoutLayer:
        """The weights in the order in which one product needs them; raises ``ValueError`` for other shapes."""
        weights, bias = parameter(maxout, "W"), parameter(maxout, "b")
        if bias.shape[1] != _PIECES:
            raise ValueError(f"a layer of shape {weights.shape} has not {_PIECES} pieces")
        return cls(
            numpy.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
            numpy.ascontiguousarray(bias.T.reshape(-1)),
            gain=parameter(norm, "G"),
            shift=parameter(norm, "b"),
        )

    def __call__(self, x: Floats) -> Floats:
        """The layer's output, a row for each row of ``x``."""
        return self.best_of(x @ self.weights)

    def best_of(self, y: Floats) -> Floats:
        """The layer's output of its products without their bias, which is added to them in place."""
        y += self.bias
        width = y.shape[1] // _PIECES
        best: Floats = numpy.maximum(y[:, :width], y[:, width : 2 * width])
        numpy.maximum(best, y[:, 2 * width :], out=best)
        best -= numpy.add.reduce(best, axis=1, keepdims=True) / numpy.float32(width)
        variance = numpy.einsum("ij,ij->i", best, best) / numpy.float32(width)
        best *= (1 / numpy.sqrt(variance + _EPSILON))[:, None]
        best *= self.gain
        best += self.shift
        return best
