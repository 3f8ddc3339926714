"""The trained pipeline that ships, each part read when it is first asked for.

spaCy's own way, ``spacy.load``, fills in the configuration and looks up whatever other packages add to spaCy before
it builds the parts one by one: a third of a second for what is known beforehand.  The configuration in the model's
folder is still what says how large each network is, and each part reads its own files.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from configparser import RawConfigParser
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.attrs import IS_ASCII, IS_CURRENCY, IS_STOP, LIKE_EMAIL, LIKE_URL, PREFIX, SHAPE, SUFFIX
from spacy.lang.sv import SwedishDefaults
from spacy.ml.models.parser import build_tb_parser_model
from spacy.ml.models.tagger import build_tagger_model
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, build_Tok2Vec_model
from spacy.pipeline.dep_parser import DependencyParser
from spacy.pipeline.morphologizer import Morphologizer
from spacy.pipeline.ner import EntityRecognizer
from spacy.pipeline.tok2vec import Tok2Vec, Tok2VecListener
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab
from thinc.api import Model

from klarsprak.language.embedding import word_embed
from klarsprak.language.lemmas import retagged
from klarsprak.language.tokenizer import SwedishTokenizer, make_tokenizer

_UNASKED = (PREFIX, SUFFIX, SHAPE, LIKE_URL, LIKE_EMAIL, IS_STOP, IS_ASCII, IS_CURRENCY)
"""Properties of a word that nothing here asks of spaCy; half of the time of each new word went to them."""


class Trained:
    """The pipeline in a folder that spaCy has written, made without spaCy's registries."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts: dict[str, Any] = {}

    @cached_property
    def vocab(self) -> Vocab:
        """The strings and features of words."""
        vocab = create_vocab("sv", SwedishDefaults)
        for attribute in _UNASKED:
            vocab.lex_attr_getters.pop(attribute, None)  # type: ignore[attr-defined]
        vocab.from_disk(self._folder / "vocab")
        return vocab

    @cached_property
    def tokenizer(self) -> SwedishTokenizer:
        """What divides a text into tokens."""
        return make_tokenizer(self.vocab)

    def make_doc(self, text: str) -> Doc:
        """The text in tokens, which nothing is known of yet."""
        doc: Doc = self.tokenizer(text)
        return doc

    def get_pipe(self, name: str) -> Any:
        """The part of that name; raises ``KeyError`` for one that isn't there.

        >>> from klarsprak.language.pipeline import load
        >>> load().get_pipe("ner").name
        'ner'
        """
        if name not in self._parts:
            self._parts[name] = self.made(name)
        return self._parts[name]

    def made(self, name: str) -> Any:
        """The same for who needs it once: nothing of it is kept here."""
        made = _PARTS[name](self._setting, self.vocab)
        if hasattr(made, "from_disk"):
            made.from_disk(self._folder / name, exclude=["vocab"])
        return made

    def _setting(self, section: str) -> dict[str, Any]:
        """What a section of the configuration says, without the names that spaCy looks up."""
        items = self._config.items(section)
        return {key: json.loads(value) for key, value in items if not key.startswith(("@", "factory"))}

    @cached_property
    def _config(self) -> RawConfigParser:
        config = RawConfigParser()
        config.optionxform = str  # type: ignore[assignment,method-assign]
        config.read(self._folder / "config.cfg", encoding="utf-8")
        return config


Setting = Callable[[str], dict[str, Any]]
"""What a section of the configuration says."""


def _listener(setting: Setting, name: str) -> Model[Any, Any]:
    """What hands the encoder's vectors to a part: it takes them from the documents."""
    wanted = setting(f"components.{name}.model.tok2vec")
    return Tok2VecListener(wanted["upstream"], wanted["width"])


def _encoder(setting: Setting, vocab: Vocab) -> Any:
    embed = word_embed(**setting("components.tok2vec.model.embed"))
    encode = MaxoutWindowEncoder(**setting("components.tok2vec.model.encode"))
    return Tok2Vec(vocab, build_Tok2Vec_model(embed, encode))


def _morphologizer(setting: Setting, vocab: Vocab) -> Any:
    model = build_tagger_model(_listener(setting, "morphologizer"), **setting("components.morphologizer.model"))
    return Morphologizer(vocab, model, "morphologizer", **setting("components.morphologizer"))


def _parser(setting: Setting, vocab: Vocab) -> Any:
    model = build_tb_parser_model(_listener(setting, "parser"), **setting("components.parser.model"))
    return DependencyParser(vocab, model, "parser", **setting("components.parser"))


def _ner(setting: Setting, vocab: Vocab) -> Any:
    model = build_tb_parser_model(_listener(setting, "ner"), **setting("components.ner.model"))
    return EntityRecognizer(vocab, model, "ner", **setting("components.ner"))


def _lemmas(_: Setting, __: Vocab) -> Any:
    return retagged  # of hundreds of words in a letter a few lemmas are asked for: ``lemma_of``


_PARTS: dict[str, Callable[[Setting, Vocab], Any]] = {
    "tok2vec": _encoder,
    "morphologizer": _morphologizer,
    "swedish_lemmas": _lemmas,
    "parser": _parser,
    "ner": _ner,
}
