"""A word form's own vector, before its context has a say: by spaCy's weights, without its many small steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
import numpy.typing as npt
from thinc.api import Model

from klarsprak.language.embedding import hash_row
from klarsprak.language.layers import Floats, MaxoutLayer, nodes, parameter


class _Table:
    """Vectors of one feature, in which four rows that a hash tells of are added up."""

    def __init__(self, node: Model[Any, Any]) -> None:
        self._vectors = parameter(node, "E")
        self._seed: int = node.attrs["seed"]
        self._hash = node.ops.hash

    def __call__(self, ids: npt.NDArray[numpy.uint64]) -> Floats:
        """A row for each id."""
        keys = self._hash(numpy.ascontiguousarray(ids), self._seed) % len(self._vectors)  # type: ignore[arg-type]
        added: Floats = self._vectors[keys].sum(axis=1)
        return added


class WordVectors:
    """The first part of the pipeline's ``tok2vec``: ``network`` is it."""

    def __init__(self, network: Model[Any, Any]) -> None:
        self._tables = [_Table(node) for node in nodes(network, "hashembed")]
        (maxout,), (norm,) = nodes(network, "maxout"), nodes(network, "layernorm")
        self._mix = MaxoutLayer.of(maxout, norm)

    def __call__(self, forms: Sequence[str]) -> Floats:
        """A row for each form."""
        hashes = numpy.array(list(map(hash_row, forms)), numpy.uint64)
        return self._mix(numpy.hstack([table(hashes[:, at]) for at, table in enumerate(self._tables)]))
