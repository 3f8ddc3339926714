"""Part of speech and morphology of each word, by one matrix product from the word's vector in context."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

import numpy
from spacy.tokens import Doc

from klarsprak.language.layers import nodes, parameter
from klarsprak.language.untold_passives import UntoldPassives


class Tagging:
    """The pipeline's ``morphologizer`` for documents that have vectors; spaCy's own asks the network step by step."""

    def __init__(self, morphologizer: Any) -> None:
        (softmax,) = nodes(morphologizer.model, "softmax")
        self._weights = numpy.ascontiguousarray(parameter(softmax, "W").T)
        self._bias = parameter(softmax, "b")
        self._set = morphologizer.set_annotations
        self._passives = UntoldPassives(morphologizer.labels)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Give every token the likeliest tag, but for passives that can't be what they are called."""
        scores = numpy.concatenate([doc.tensor for doc in docs]) @ self._weights
        scores += self._bias
        tags = iter(scores.argmax(axis=1).tolist())  # plain numbers: spaCy looks up each of them
        by_doc = [list(islice(tags, len(doc))) for doc in docs]
        for doc, numbers in zip(docs, by_doc, strict=True):
            self._passives.mend(doc, numbers)
        self._set(docs, by_doc)
