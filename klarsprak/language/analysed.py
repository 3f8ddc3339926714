"""A block with its language analysed, as plain lists."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from spacy.attrs import IDX, LENGTH, MORPH, POS, SENT_START
from spacy.tokens import Doc, Span

from klarsprak.letter import Block, MarkKind, Role

_QUOTATION = re.compile(r"[”“\"]([^”“\"]+)[”“\"]|»([^»«]+)[«»]")


_STOPS = (".", "!", "?", ":", ";", "…")


_CLOSERS = '”")'


_ATTRIBUTES = [IDX, LENGTH, POS, MORPH, SENT_START]


_NONE = frozenset[str]()


@lru_cache(maxsize=2000)
def _features(morphology: str) -> frozenset[str]:
    """The features of spaCy's ``Tense=Past|VerbForm=Fin``; a treebank has some hundred such strings."""
    return frozenset(morphology.split("|"))


@lru_cache(maxsize=2000)
def _named(features: frozenset[str]) -> Mapping[str, str]:
    return dict(feature.split("=") for feature in features if "=" in feature)


RequiredForms = Sequence[frozenset[str]]
"""Sets of lower-case word forms, of each of which one must be there; the rarest first."""


@dataclass
class AnalysedBlock:
    """A block with its ``Doc``, and what the rules ask of it as plain lists: a token's own attributes are slow.

    Offsets in ``doc`` are offsets in ``block.text``.
    """

    index: int
    block: Block
    doc: Doc
    text: str = field(init=False)
    """The document's text: the block's, but for spaces that don't break."""
    words: list[str] = field(init=False)
    """The lower-case form of each token."""
    tags: list[str] = field(init=False)
    """The part of speech of each token; empty strings where the text isn't tagged."""
    features: list[frozenset[str]] = field(init=False)
    """The morphological features of each token, as ``Voice=Pass``; empty where the text isn't tagged."""
    forms: frozenset[str] = field(init=False)
    """The block's word forms, lower case."""
    sentence_spans: list[Span] = field(init=False)
    """The block's sentences."""

    def __post_init__(self) -> None:
        doc, strings = self.doc, self.doc.vocab.strings
        self._starts, lengths, tags, morphs, opens = doc.to_array(_ATTRIBUTES).T.tolist()
        self._ends = [start + length for start, length in zip(self._starts, lengths, strict=True)]
        self.text = doc.text
        self.words = _lowered(doc, self.text, zip(self._starts, self._ends, strict=True))
        self.forms = frozenset(self.words)
        names = {tag: strings[tag] if tag else "" for tag in set(tags)}
        self.tags = [names[tag] for tag in tags]
        self.features = [_features(strings[morph]) if morph else _NONE for morph in morphs]
        firsts = [0, *(i for i, value in enumerate(opens) if value == 1 and i)] if opens else []
        self.sentence_spans = [doc[start:end] for start, end in pairwise([*firsts, len(opens)])]
        self._sentence_starts = firsts

    def sentence_at(self, token: int) -> Span:
        """The sentence in which the token stands."""
        return self.sentence_spans[bisect_right(self._sentence_starts, token) - 1]

    def morphology(self, token: int) -> Mapping[str, str]:
        """The token's features by name."""
        return _named(self.features[token])

    def written(self, start: int, end: int) -> str:
        """The tokens from ``start`` to ``end`` as they stand in the text."""
        return self.text[self._starts[start] : self._ends[end - 1]]

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """The code points at which the tokens from ``start`` to ``end`` begin and end."""
        return self._starts[start], self._ends[end - 1]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last-plus-one of the tokens that cover the characters from ``start`` to ``end``."""
        return max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where the block's sentences begin and end, in code points."""
        return [(sentence.start_char, sentence.end_char) for sentence in self.sentence_spans]

    @cached_property
    def sentence_forms(self) -> list[frozenset[str]]:
        """The word forms of each sentence, lower case."""
        if len(self.sentence_spans) == 1:
            return [self.forms]
        return [frozenset(self.words[span.start : span.end]) for span in self.sentence_spans]

    @cached_property
    def _foreign(self) -> list[tuple[int, int]]:
        """Stretches that stand within quotation marks or are prompt text of the template."""
        quoted = [match.span() for match in _QUOTATION.finditer(self.block.text)]
        return quoted + [(mark.start, mark.end) for mark in self.block.marks if mark.kind is MarkKind.PLACEHOLDER]

    @cached_property
    def is_prose(self) -> bool:
        """Whether the block holds running sentences, as against labels, addresses and table values."""
        if self.block.role is Role.HEADING:
            return False
        words = sum(map(str.isalpha, self.words))
        return words >= 9 or (words >= 3 and self.block.text.rstrip().rstrip(_CLOSERS).endswith(_STOPS))

    def is_own_words(self, start: int, end: int) -> bool:
        """Whether the text from ``start`` to ``end`` is the writer's own: neither quoted nor a prompt."""
        return not any(first < end and start < last for first, last in self._foreign)


def _lowered(doc: Doc, text: str, places: Iterable[tuple[int, int]]) -> list[str]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters of other languages grow
        return [token.lower_ for token in doc]
    return [lowered[start:end] for start, end in places]


def holds(words: frozenset[str], anchors: RequiredForms) -> bool:
    """Whether the word forms have one of each set."""
    for forms in anchors:  # noqa: SIM110 - ``all`` takes twice as long, and this is asked most of all
        if forms.isdisjoint(words):
            return False
    return True


def reading_order(found: tuple[AnalysedBlock, int, *tuple[Any, ...]]) -> tuple[int, int]:
    """Key to sort by what begins with a block and a token."""
    return found[0].index, found[1]


def has_letters(text: str) -> bool:
    """Whether the text is a word or a number, not a sign."""
    return any(map(str.isalnum, text))
