"""Tokens, sentences and lemmas of this project, under the names that a pipeline's configuration has for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from klarsprak.language.lemmas import lemma_of
from klarsprak.language.mistagged import mistagged
from klarsprak.language.sentence_openers import TokenTexts
from klarsprak.language.sentences import starts
from klarsprak.language.tokenizer import tokenize


class SwedishTokenizer:
    """The tokeniser as spaCy calls one; a model's folder holds no copy of it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaced = tokenize(text)
        return Doc(self.vocab, words=words, spaces=spaced)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the rules are code."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> SwedishTokenizer:
        """Itself: the rules are code."""
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes nothing: the rules are code."""

    def from_disk(self, path: str | Path, **_: Any) -> SwedishTokenizer:
        """Itself: the rules are code."""
        return self


@registry.tokenizers("klarsprak.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], SwedishTokenizer]:
    """What a model's configuration names its tokeniser by."""
    return lambda nlp: SwedishTokenizer(nlp.vocab)


@Language.component("swedish_sentences", assigns=["token.is_sent_start"])
def set_sentences(doc: Doc) -> Doc:
    """Mark where each sentence of ``doc`` starts; every other token is marked as inside of one."""
    opening = set(starts(TokenTexts([token.text for token in doc], [bool(token.whitespace_) for token in doc])))
    for token in doc:
        token.is_sent_start = token.i in opening
    return doc


@Language.component("swedish_lemmas", requires=["token.pos", "token.morph"], assigns=["token.lemma"])
def set_lemmas(doc: Doc) -> Doc:
    """Give every tagged token its lemma, and put right what the tagger can't know."""
    for i, part in mistagged([token.lower_ for token in doc]):
        doc[i].pos_ = part
        doc[i].set_morph("")  # type: ignore[attr-defined]
    for token in doc:
        token.lemma_ = lemma_of(token.text, token.pos_, str(token.morph))
    return doc
