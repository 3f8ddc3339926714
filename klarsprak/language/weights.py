"""The trained network's numbers, in a file that is mapped into memory: nothing is copied, and processes share them.

The file has a head: ``MAGIC``, how many bytes the description has, and that, in JSON, with blanks after it.  Then
come the arrays of floats, the least significant byte first and row after row, in the shapes that the description
tells, each from a multiple of 64 bytes on; a checksum comes last.  They lie as the layers need them for their
products.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy

from klarsprak.language.layers import Floats, MaxoutLayer
from klarsprak.language.mapped import damaged, mapped, sealed

MODEL = Path(__file__).parent / "model"
NETWORK = MODEL / "network.bin"
MAGIC = 0x314E_534B
_HEAD = struct.Struct("<2I")
_ALIGNED = 64
"""Bytes of a processor's line of memory."""
_FLOAT = numpy.dtype("<f4")


class Table(NamedTuple):
    """What is known of one feature of words: four rows, which a hash with that seed tells of, are added up."""

    vectors: Floats
    seed: int


class Weights(NamedTuple):
    """The network's numbers; none of the arrays can be written to."""

    tables: tuple[Table, ...]
    """One for each feature of a word form, in the order of ``embedding.word_features``."""
    mix: MaxoutLayer
    """Makes a word's own vector of what the tables say of it."""
    first: MaxoutLayer
    """Looks at three words' own vectors: the columns are for a word as the one before, as the one itself and as the
    one after."""
    others: tuple[MaxoutLayer, ...]
    """Those after it: the rows are for the word before, the word itself and the one after."""
    tags: Floats
    """A column for each label."""
    tag_bias: Floats
    labels: tuple[str, ...]
    """In the treebank's notation, as ``Case=Nom|POS=NOUN``."""


def read_weights(path: Path = NETWORK) -> Weights:
    """The weights in a file; raises ``FileError`` for one that is missing, damaged or of another version.

    >>> read_weights().tags.shape
    (128, 241)
    """
    view = mapped(path)
    magic, length = _HEAD.unpack(view[: _HEAD.size]) if len(view) >= _HEAD.size else (0, 0)
    if magic != MAGIC:
        raise damaged(path)
    described = json.loads(bytes(view[_HEAD.size : _HEAD.size + length]))
    shapes = described["shapes"]
    if len(view) != _HEAD.size + length + sum(map(_room, shapes)):
        raise damaged(path)
    return _weights(described, _arrays(view[_HEAD.size + length :], shapes))


def _room(shape: Sequence[int]) -> int:
    """The bytes that an array takes, up to where the next may begin."""
    return -(-math.prod(shape) * _FLOAT.itemsize // _ALIGNED) * _ALIGNED


def _arrays(view: memoryview, shapes: Sequence[Sequence[int]]) -> Iterator[Floats]:
    """The arrays of those shapes, one after the other."""
    start = 0
    for shape in shapes:
        read = numpy.frombuffer(view, _FLOAT, math.prod(shape), start)
        yield read.astype(numpy.float32, copy=False).reshape(shape)
        start += _room(shape)


def _weights(described: dict[str, Any], arrays: Iterator[Floats]) -> Weights:
    """The weights of arrays in the order in which ``_listed`` has them."""
    tables = tuple(Table(next(arrays), seed) for seed in described["seeds"])
    mix, first, *others = (MaxoutLayer(*islice(arrays, 4)) for _ in range(described["layers"]))
    return Weights(tables, mix, first, tuple(others), next(arrays), next(arrays), tuple(described["labels"]))


def _listed(weights: Weights) -> list[Floats]:
    """All arrays, in the order in which they lie in the file."""
    layers = chain(weights.mix, weights.first, *weights.others)
    return [*(table.vectors for table in weights.tables), *layers, weights.tags, weights.tag_bias]


def write_weights(weights: Weights, path: Path) -> None:
    """Write the weights as a file: the same bytes for the same weights, whole or not at all."""
    from klarsprak.files.whole import bytes_written_whole  # only where the file is made

    arrays = _listed(weights)
    described = {
        "seeds": [table.seed for table in weights.tables],
        "layers": 2 + len(weights.others),
        "labels": weights.labels,
        "shapes": [array.shape for array in arrays],
    }
    head = json.dumps(described, ensure_ascii=False).encode("utf-8")
    head += b" " * (-(_HEAD.size + len(head)) % _ALIGNED)
    pieces = [array.astype(_FLOAT).tobytes().ljust(_room(array.shape), b"\0") for array in arrays]
    with bytes_written_whole(path) as file:
        file.write(sealed(_HEAD.pack(MAGIC, len(head)) + head + b"".join(pieces)))
