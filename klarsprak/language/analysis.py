"""A letter with its language analysed: what the kinds of rules look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from spacy.attrs import IDX, LENGTH, MORPH, POS, SENT_START
from spacy.tokens import Doc, Span

from klarsprak.language.pipeline import Need, analyse
from klarsprak.letter import Block, Letter, MarkKind, Role
from klarsprak.signature import Found

_QUOTATION = re.compile(r"[”“\"]([^”“\"]+)[”“\"]|»([^»«]+)[«»]")
_LAYOUT_ROLES = frozenset({Role.HEADER, Role.FOOTER, Role.QUOTED})
_STOPS = (".", "!", "?", ":", ";", "…")
_CLOSERS = '”")'
_ATTRIBUTES = [IDX, LENGTH, POS, MORPH, SENT_START]
T = TypeVar("T")
_NONE = frozenset[str]()


@lru_cache(maxsize=2000)
def _features(morphology: str) -> frozenset[str]:
    """The features of spaCy's ``Tense=Past|VerbForm=Fin``; a treebank has some hundred such strings."""
    return frozenset(morphology.split("|"))


@lru_cache(maxsize=2000)
def _named(features: frozenset[str]) -> Mapping[str, str]:
    return dict(feature.split("=") for feature in features if "=" in feature)


Anchors = Sequence[frozenset[str]]
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


def holds(words: frozenset[str], anchors: Anchors) -> bool:
    """Whether the word forms have one of each set."""
    for forms in anchors:  # noqa: SIM110 - ``all`` takes twice as long, and this is asked most of all
        if forms.isdisjoint(words):
            return False
    return True


def reading_order(found: tuple[AnalysedBlock, int, *tuple[Any, ...]]) -> tuple[int, int]:
    """Key to sort by what begins with a block and a token."""
    return found[0].index, found[1]


class Sentence(NamedTuple):
    """A sentence: its number in the letter, its block and tokens, and its word forms, lower case."""

    number: int
    block: AnalysedBlock
    span: Span
    words: frozenset[str]


@dataclass(eq=False)
class Analysis:
    """A letter and its analysed blocks: those that the writer wrote as text, in reading order.

    Headers, footers and quoted mail are left out of ``blocks``; rules that need them look at ``letter``.
    """

    letter: Letter
    blocks: list[AnalysedBlock]
    signature: Found
    _answers: dict[object, Any] = field(default_factory=dict, repr=False)

    def once(self, question: Callable[[Analysis], T]) -> T:
        """The answer to a question about the letter, which is asked the first time only.

        Caches of functions would do the same, but hold on to the letter when it is done with.
        """
        try:
            answer: T = self._answers[question]
        except KeyError:
            answer = self._answers[question] = question(self)
        return answer

    @cached_property
    def by_index(self) -> dict[int, AnalysedBlock]:
        """The blocks by their place in the letter."""
        return {block.index: block for block in self.blocks}

    @cached_property
    def token_count(self) -> int:
        """The number of tokens in the writer's text."""
        return sum(len(block.words) for block in self.blocks)

    @cached_property
    def raw_text(self) -> str:
        """The writer's text as it stands, one block a line."""
        return "\n".join(block.block.text for block in self.blocks)

    @cached_property
    def text(self) -> str:
        """The writer's text, lower case, one block a line."""
        return self.raw_text.lower()

    @cached_property
    def whole_text(self) -> str:
        """The text of the letter, the page's head and foot included, but no quoted mail; one block a line."""
        return "\n".join(block.text for block in self.letter.blocks if block.role is not Role.QUOTED)

    @cached_property
    def whole_text_lower(self) -> str:
        """The same, lower case."""
        return self.whole_text.lower()

    @cached_property
    def forms(self) -> frozenset[str]:
        """All word forms of the writer's text, lower case."""
        return frozenset().union(*(block.forms for block in self.blocks))

    @cached_property
    def places(self) -> dict[str, list[tuple[AnalysedBlock, int]]]:
        """Where each word form stands: blocks and tokens, in reading order."""
        places: defaultdict[str, list[tuple[AnalysedBlock, int]]] = defaultdict(list)
        for block in self.blocks:
            for token, form in enumerate(block.words):
                places[form].append((block, token))
        return places

    @cached_property
    def all_sentences(self) -> list[Sentence]:
        """Every sentence, and heading and label, in reading order."""
        every = (
            (block, *each)
            for block in self.blocks
            for each in zip(block.sentence_spans, block.sentence_forms, strict=True)
        )
        return [Sentence(number, *each) for number, each in enumerate(every)]

    def sentences(self) -> Iterator[tuple[AnalysedBlock, Span, frozenset[str]]]:
        """The sentences of running text, and the word forms in each."""
        for block in self.blocks:
            if block.is_prose:
                for span, forms in zip(block.sentence_spans, block.sentence_forms, strict=True):
                    yield block, span, forms


def analyse_letter(letter: Letter, need: Need, signature: Found) -> Analysis:
    """Run the parts of the language pipeline that ``need`` names over the writer's own blocks."""
    own = [(i, block) for i, block in enumerate(letter.blocks) if block.text and block.role not in _LAYOUT_ROLES]
    docs = analyse((block.text.replace("\u00a0", " ") for _, block in own), need)
    blocks = [AnalysedBlock(i, block, doc) for (i, block), doc in zip(own, docs, strict=True)]
    return Analysis(letter, blocks, signature)
