"""Trees: which word belongs to which, by spaCy's parser with the trained network.

For a sentence here and there.  Whoever needs one imports this module then, and not before: spaCy's import takes
longer than to check a letter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from configparser import RawConfigParser
from functools import cache
from typing import Any

from spacy.lang.sv import SwedishDefaults
from spacy.ml.models.parser import build_tb_parser_model
from spacy.pipeline.dep_parser import DependencyParser
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from klarsprak.language.pipeline import vectors_of
from klarsprak.language.tokens import Tokens
from klarsprak.language.weights import MODEL

_NAME = "parser"
_SECTION = f"components.{_NAME}"


@cache
def _parser() -> DependencyParser:
    """The parser that ships, made without spaCy's registries, which take as long as its import."""
    heard = _setting(f"{_SECTION}.model.tok2vec")
    listener = Tok2VecListener(heard["upstream"], heard["width"])
    model = build_tb_parser_model(listener, **_setting(f"{_SECTION}.model"))
    parser = DependencyParser(create_vocab("sv", SwedishDefaults), model, _NAME, **_setting(_SECTION))
    parser.from_disk(MODEL / _NAME, exclude=["vocab"])
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


def parsed(tokens: Tokens, start: int, end: int) -> Doc:
    """The tagged tokens from ``start`` to ``end`` as a document of their own, with heads and relations."""
    doc: Doc = _parser()(_doc(tokens, start, end))
    return doc


def parse(texts: Iterable[Tokens]) -> Iterator[Doc]:
    """A document with heads and relations for each tagged text."""
    for tokens in texts:
        yield parsed(tokens, 0, len(tokens))


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
