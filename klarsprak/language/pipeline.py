"""The language pipeline: texts in, analysed documents out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Flag, auto
from functools import cache
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from threadpoolctl import ThreadpoolController

from klarsprak.language import embedding, lemmas, tokenizer
from klarsprak.language.encoder import Encoder
from klarsprak.language.sentences import set_sentences

MODEL = Path(__file__).parent / "model"
REGISTERED = (embedding, lemmas, tokenizer)
"""Modules that on import register the networks and components which the model's configuration names."""


class Need(Flag):
    """What a rule asks of the analysis beyond tokens, their forms and sentence boundaries."""

    FORMS = 0
    MORPHOLOGY = auto()
    """Lemma, part of speech and morphological features."""
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

# A tab or a no-break space would else be a token of its own in the middle of *4 kap.* or *1 000*.
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u202f"), " ")


@cache
def load() -> Language:
    """The trained pipeline that ships with the package."""
    nlp = spacy.load(MODEL)
    nlp.max_length = 100_000_000  # spaCy's own limit is meant for larger models; what a letter may be, readers say
    return nlp


@cache
def _encoder() -> Encoder:
    return Encoder(load().get_pipe("tok2vec").model)  # type: ignore[attr-defined]


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
    pipes = list(map(load().get_pipe, _components(need)))
    remaining = iter(texts)
    while batch := list(map(_divide, islice(remaining, _BATCH))):
        yield from _run(pipes, batch) if pipes else batch


def _divide(text: str) -> Doc:
    """The text in tokens and sentences."""
    doc: Doc = set_sentences(load().make_doc(text.translate(_SPACES)))
    return doc


def _run(pipes: list[Callable[[Doc], Doc]], batch: list[Doc]) -> list[Doc]:
    """The documents after the encoder and the components."""
    # A letter's matrices are small: threads that wait for each other make them ten times slower.
    with _threads().limit(limits=1, user_api="blas"):
        _encoder()(batch)
        for pipe in pipes:
            batch = _piped(pipe, batch)
    return batch


def parsed(words: Span) -> Doc:
    """The words of a document that has morphology, as a document of their own with heads and relations.

    For a sentence here and there: the encoder's work is done already, and the rest of the text costs nothing.
    """
    doc: Doc = load().get_pipe("parser")(words.as_doc())
    return doc


def _piped(pipe: Callable[[Doc], Doc], batch: list[Doc]) -> list[Doc]:
    """The documents after a component, which is a network or, as that for lemmas, a mere function."""
    if hasattr(pipe, "pipe"):
        return list(pipe.pipe(batch, batch_size=_BATCH))
    return list(map(pipe, batch))
