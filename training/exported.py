"""The encoder's and the tagger's weights, from spaCy's pipeline to the file that a check reads, and back."""

from __future__ import annotations

from typing import Any

import numpy
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.util import load_config, load_model_from_config
from thinc.api import Model

import training.networks  # noqa: F401  (registers what the configuration names)
from klarsprak.language.layers import PIECES, Floats, MaxoutLayer
from klarsprak.language.tagging import Tagging
from klarsprak.language.weights import MODEL, Table, Weights, read_weights

EXPORTED = ("tok2vec", "morphologizer")
"""The parts of the pipeline that are in the file; the others are as spaCy writes them."""

Node = Model[Any, Any]

_SEEN = 3
"""Words that a layer looks at: one, and both its neighbours."""


def exported(nlp: Language) -> Weights:
    """The weights as the check's products need them; raises ``ValueError`` for a network of another build."""
    morphologizer = nlp.get_pipe("morphologizer")
    tables, (mix, first, *others), softmax = _parts(nlp)
    return Weights(
        tables=tuple(Table(_parameter(node, "E"), node.attrs["seed"]) for node in tables),
        mix=_exported(*mix),
        first=_side_by_side(_windowed(*first)),
        others=tuple(_windowed(*pair) for pair in others),
        tags=numpy.ascontiguousarray(_parameter(softmax, "W").T),
        tag_bias=_parameter(softmax, "b"),
        labels=tuple(morphologizer.labels),
    )


def restored() -> Language:
    """The pipeline that ships, as spaCy runs it: slower, and with all its parts."""
    nlp = load_model_from_config(load_config(MODEL / "config.cfg"))
    nlp.from_disk(MODEL, exclude=EXPORTED)
    restore(nlp, read_weights())
    return nlp


def restore(nlp: Language, weights: Weights) -> None:
    """Give a pipeline of the same build, which has none yet, these weights and labels."""
    _restore_labels(nlp.get_pipe("morphologizer"), weights)
    tables, (mix, first, *others), softmax = _parts(nlp)
    for node, table in zip(tables, weights.tables, strict=True):
        node.attrs["seed"] = table.seed
        node.set_param("E", table.vectors.copy())
    layers = (weights.mix, weights.first._replace(weights=_one_below_the_other(weights.first)), *weights.others)
    for (maxout, norm), layer in zip((mix, first, *others), layers, strict=True):
        _restore_layer(maxout, norm, layer)
    softmax.set_dim("nO", len(weights.labels))
    softmax.set_param("W", numpy.ascontiguousarray(weights.tags.T))
    softmax.set_param("b", weights.tag_bias.copy())


def _parts(nlp: Language) -> tuple[list[Node], list[tuple[Node, Node]], Node]:
    """The tables, the layers with their norms, of which the first is no window, and what tells the labels."""
    network = nlp.get_pipe("tok2vec").model
    layers = list(zip(_nodes(network, "maxout"), _nodes(network, "layernorm"), strict=True))
    (softmax,) = _nodes(nlp.get_pipe("morphologizer").model, "softmax")
    return _nodes(network, "hashembed"), layers, softmax


def _nodes(network: Node, name: str) -> list[Node]:
    """The network's parts of one kind, in order."""
    return [node for node in network.walk(order="dfs_pre") if node.name == name]


def _parameter(node: Node, name: str) -> Floats:
    return numpy.asarray(node.get_param(name), "f")


def _exported(maxout: Node, norm: Node) -> MaxoutLayer:
    weights, bias = _parameter(maxout, "W"), _parameter(maxout, "b")
    if bias.shape[1] != PIECES:
        raise ValueError(f"a layer of shape {weights.shape} has not {PIECES} pieces")
    return MaxoutLayer(
        numpy.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
        numpy.ascontiguousarray(bias.T.reshape(-1)),
        gain=_parameter(norm, "G"),
        shift=_parameter(norm, "b"),
    )


def _windowed(maxout: Node, norm: Node) -> MaxoutLayer:
    layer = _exported(maxout, norm)
    if len(layer.weights) != _SEEN * len(layer.gain):
        raise ValueError(f"a layer of shape {layer.weights.shape} looks at no three words")
    return layer


def _restore_layer(maxout: Node, norm: Node, layer: MaxoutLayer) -> None:
    weights = layer.weights.reshape(len(layer.weights), PIECES, -1)
    maxout.set_param("W", numpy.ascontiguousarray(weights.transpose(2, 1, 0)))
    maxout.set_param("b", numpy.ascontiguousarray(layer.bias.reshape(PIECES, -1).T))
    norm.set_param("G", layer.gain.copy())
    norm.set_param("b", layer.shift.copy())


def _side_by_side(layer: MaxoutLayer) -> MaxoutLayer:
    """The layer with the columns of the word before, the word itself and the one after beside one another."""
    return layer._replace(weights=numpy.hstack(list(layer.weights.reshape(_SEEN, len(layer.gain), -1))))


def _one_below_the_other(layer: MaxoutLayer) -> Floats:
    """The same back."""
    return numpy.vstack(numpy.split(layer.weights, _SEEN, axis=1))


def _restore_labels(morphologizer: Any, weights: Weights) -> None:
    tagging = Tagging(weights)
    morphologizer.cfg["labels_morph"] = dict(zip(tagging.labels, tagging.morphologies, strict=True))
    morphologizer.cfg["labels_pos"] = dict(zip(tagging.labels, map(IDS.__getitem__, tagging.parts), strict=True))
