"""A word form's own vector, before its context has a say."""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from klarsprak.language.embedding import hash_rows
from klarsprak.language.hashing import Hashes, four_hashes
from klarsprak.language.layers import Floats
from klarsprak.language.weights import Weights


class WordVectors:
    """The first part of the network: it sees each form by itself."""

    def __init__(self, weights: Weights) -> None:
        self._tables = [table.vectors for table in weights.tables]
        self._seeds = numpy.array([table.seed for table in weights.tables], numpy.uint64)
        self._mix = weights.mix

    def __call__(self, forms: Sequence[str]) -> Floats:
        """A row for each form."""
        hashes = four_hashes(hash_rows(forms), self._seeds)
        return self._mix(numpy.hstack([_added(table, hashes[:, at]) for at, table in enumerate(self._tables)]))


def _added(table: Floats, hashes: Hashes) -> Floats:
    """The sum of the four rows of the table that each row of ``hashes`` tells of."""
    first, *others = (hashes % numpy.uint64(len(table))).astype(numpy.intp).T
    added: Floats = table.take(first, axis=0)
    for rows in others:
        added += table.take(rows, axis=0)
    return added
