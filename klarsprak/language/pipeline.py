"""The language pipeline: texts in, analysed documents out."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Flag, auto
from functools import cache
from itertools import islice
from pathlib import Path

import numpy
from spacy.tokens import Doc, Span
from threadpoolctl import ThreadpoolController

from klarsprak.language.encoder import Encoder
from klarsprak.language.sentences import note_text, set_sentences
from klarsprak.language.tagging import Tagging
from klarsprak.language.trained import Trained
from klarsprak.language.unbroken import shortened
from klarsprak.startup import trimmed

MODEL = Path(__file__).parent / "model"


class Need(Flag):
    """What a rule asks of the analysis beyond tokens, their forms and sentence boundaries."""

    FORMS = 0
    MORPHOLOGY = auto()
    """Part of speech and morphological features, from which ``lemmas.lemma_of`` tells a token's lemma."""
    PARSE = auto()
    """Dependency heads and relations."""
    NAMES = auto()
    """Entities: PER, LOC, ORG."""


_PARTS = {
    Need.MORPHOLOGY: ("morphologizer", "swedish_lemmas"),
    Need.PARSE: ("parser",),
    Need.NAMES: ("ner",),
}
_BATCH = 128
Part = Callable[[list[Doc]], object]
"""Notes something in documents."""

# A tab or a no-break space would else be a token of its own in the middle of *4 kap.* or *1 000*.
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u202f"), " ")


@cache
def load() -> Trained:
    """The trained pipeline that ships with the package."""
    return Trained(MODEL)


@cache
def _encoder() -> Encoder:
    encoder = Encoder(load().made("tok2vec").model)
    gc.collect(1)
    trimmed()  # the network's file was read and unpacked, and the weights are in another order now
    return encoder


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _components(need: Need) -> list[str]:
    """Names of the components to run after the encoder, in order.

    >>> _components(Need.PARSE | Need.MORPHOLOGY)
    ['morphologizer', 'swedish_lemmas', 'parser']
    """
    names: list[str] = []
    for part, components in _PARTS.items():
        if part in need:
            names += components
    return names


def analyse(texts: Iterable[str], need: Need) -> Iterator[Doc]:
    """One ``Doc`` for each text, with at least what ``need`` names; offsets are those of the text.

    Tokens and sentences are the same whatever is needed.
    """
    parts = list(map(_part, _components(need)))
    remaining = iter(texts)
    while batch := list(map(_divide, islice(remaining, _BATCH))):
        if parts:
            _run(parts, batch)
        yield from batch


def _divide(text: str) -> Doc:
    """The text in tokens and sentences; what is too long to be a word is none."""
    if not text.isprintable():  # none of those spaces is, to Python
        text = text.translate(_SPACES)
    text = shortened(text)
    doc: Doc = set_sentences(note_text(load().make_doc(text), text))
    return doc


def _run(parts: Sequence[Part], batch: list[Doc]) -> None:
    """Let the encoder and the components note what they find in the documents."""
    # A letter's matrices are small: threads that wait for each other make them ten times slower.
    with _threads().limit(limits=1, user_api="blas"):
        _encoder()(batch)
        for part in parts:
            part(batch)


@cache
def _part(name: str) -> Part:
    """What a component does to documents that the encoder has seen."""
    pipe = load().get_pipe(name)
    if name == "morphologizer":
        return Tagging(pipe)
    if hasattr(pipe, "pipe"):  # a network
        return lambda docs: deque(pipe.pipe(docs, batch_size=_BATCH), maxlen=0)
    return lambda docs: deque(map(pipe, docs), maxlen=0)


def parsed(words: Span) -> Doc:
    """The words of a document that has morphology, as a document of their own with heads and relations.

    For a sentence here and there: the encoder's work is done already, and the rest of the text costs nothing.
    """
    if not words.doc.tensor.size:
        _run((), [words.doc])
    doc: Doc = load().get_pipe("parser")(words.as_doc())
    return doc


def drop_vectors(docs: Iterable[Doc]) -> None:
    """Let the documents be without their words' vectors, most of what they hold; ``parsed`` makes them anew."""
    for doc in docs:
        doc.tensor = numpy.zeros(0, numpy.float32)
