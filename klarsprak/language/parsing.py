"""Trees: which word belongs to which, by spaCy's parser with the trained network.

For a sentence here and there.  Whoever needs one imports this module then, and not before: spaCy's import takes
longer than to check a letter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from configparser import RawConfigParser
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

from spacy.lang.sv import SwedishDefaults
from spacy.ml.models.parser import build_tb_parser_model
from spacy.pipeline.dep_parser import DependencyParser
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from klarsprak.language.pipeline import load as network
from klarsprak.language.pipeline import vectors_of
from klarsprak.language.tokens import Tokens
from klarsprak.language.weights import MODEL

_NAME = "parser"
_SECTION = f"components.{_NAME}"
_PARSING = Lock()


@cache
def _parser() -> DependencyParser:
    """The parser that ships, made without spaCy's registries, which take as long as its import."""
    heard = _setting(f"{_SECTION}.model.tok2vec")
    listener = Tok2VecListener(heard["upstream"], heard["width"])
    model = build_tb_parser_model(listener, **_setting(f"{_SECTION}.model"))
    parser = DependencyParser(create_vocab("sv", SwedishDefaults), model, _NAME, **_setting(_SECTION))
    parser.from_disk(MODEL / _NAME, exclude=["vocab"])
    for morphology in network().tagging.morphologies:  # what a letter brings in is forgotten with it
        parser.vocab.morphology.add(morphology)
    return parser


def _setting(section: str) -> dict[str, Any]:
    """What a section of the model's configuration says, without the names that spaCy looks up."""
    items = _config().items(section)
    return {key: json.loads(value) for key, value in items if not key.startswith(("@", "factory"))}


@cache
def _config() -> RawConfigParser:
    config = RawConfigParser()
    config.optionxform = str  # type: ignore[assignment,method-assign]
    config.read(MODEL / "config.cfg", encoding="utf-8")
    return config


def load() -> None:
    """Load the parser now: for a process that lives long, or from which others are forked."""
    _parser()


@contextmanager
def parsed(tokens: Tokens, start: int, end: int) -> Iterator[Doc]:
    """The tagged tokens from ``start`` to ``end`` as a document of their own, with heads and relations.

    To be used within the ``with`` alone: then the vocabulary forgets the words, which else stay in it.  One thread at
    a time, since they have one vocabulary.
    """
    parser = _parser()
    with _PARSING, parser.vocab.memory_zone():
        yield parser(_doc(tokens, start, end))


def _doc(tokens: Tokens, start: int, end: int) -> Doc:
    """The tokens as a document of spaCy's."""
    part = slice(start, end)
    doc = Doc(
        _parser().vocab,
        words=tokens.texts[part],
        spaces=tokens.spaced[part],
        pos=tokens.tags[part],
        morphs=tokens.morphologies[part],
        sent_starts=[tokens.opens_sentence(token) for token in range(start, end)],
    )
    doc.tensor = vectors_of(tokens)[part]  # type: ignore[assignment]
    return doc
