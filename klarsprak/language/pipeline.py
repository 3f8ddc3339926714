"""The language pipeline: texts in, analysed documents out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Flag, auto
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from klarsprak.language.sentences import set_sentences
from klarsprak.language.tokenizer import make_tokenizer

MODEL = Path(__file__).parent / "model"


class Need(Flag):
    """What a rule asks of the analysis beyond tokens, their forms and sentence boundaries."""

    FORMS = 0
    MORPHOLOGY = auto()
    """Lemma, part of speech and morphological features."""
    PARSE = auto()
    """Dependency heads and relations."""
    NAMES = auto()
    """Entities: PER, LOC, ORG."""


# A tab or a no-break space would else be a token of its own in the middle of *4 kap.* or *1 000*.
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u202f"), " ")


@cache
def load() -> Language:
    """The trained pipeline that ships with the package."""
    nlp = spacy.load(MODEL) if (MODEL / "meta.json").exists() else spacy.blank("sv")
    nlp.tokenizer = make_tokenizer(nlp.vocab)
    return nlp


def analyse(texts: Iterable[str], need: Need) -> Iterator[Doc]:
    """One ``Doc`` for each text, with at least what ``need`` names; offsets are those of the text."""
    nlp = load()
    for text in texts:
        yield set_sentences(nlp.make_doc(text.translate(_SPACES)))
