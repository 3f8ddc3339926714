"""A block with its language analysed, as plain lists."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from klarsprak.language.lemmas import lemma_of
from klarsprak.language.tokens import Tokens
from klarsprak.letter import Block, MarkKind, Role
from klarsprak.swedish import SENTENCE_STOPS

T = TypeVar("T")
RequiredForms = Sequence[frozenset[str]]
"""Sets of lower-case word forms, of each of which one must be there; the rarest first."""
_QUOTATION = re.compile(r"[”“\"]([^”“\"]+)[”“\"]|»([^»«]+)[«»]")
_SPACES_OF_SPEECH = 6
"""So many within quotation marks make a statement; fewer may be a title."""
_STOPS = (*SENTENCE_STOPS, ":", ";", "…")
_CLOSERS = '”")'
_WORDS_OF_PROSE = 9
"""A block of so many words holds running text, whether it ends in a stop or not."""
_WORDS_BEFORE_STOP = 3
"""So many words before a stop are a sentence; fewer may be an abbreviated label."""
_LETTERS_OF_WORD = 4
"""Of each of the two words that may be a sentence all the same; *tfn.* and *nr.* are shorter."""


class Sentence(NamedTuple):
    """A sentence of a block, or a heading or label: its tokens, from ``start`` up to, not including, ``end``.

    It doesn't hold its block: a circle would keep every letter in memory until the garbage collector comes.
    """

    start: int
    end: int
    characters: tuple[int, int]
    """Where it begins and ends in the block's text, in code points."""
    forms: frozenset[str]
    """Its word forms, lower case."""


class AnalysedText:
    """A text with its tokens and sentences, and what the rules have found out of it.

    Nothing of the letter that it stands in: blocks of several letters may share it.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.forms = frozenset(tokens.words)
        """The text's word forms, lower case."""
        self.sentences = list(self._between(tokens.sentence_starts))
        """The text's sentences."""
        self._answers: dict[object, Any] = {}

    def _between(self, starts: list[int]) -> Iterator[Sentence]:
        """The sentences that open at those tokens.

        Made for every text, asked for or not: their forms are what rules look at first.
        """
        tokens = self.tokens
        for start, end in pairwise([*starts, len(tokens)]):
            is_whole = end - start == len(tokens)
            forms = self.forms if is_whole else frozenset(tokens.words[start:end])
            yield Sentence(start, end, (tokens.starts[start], tokens.ends[end - 1]), forms)

    def knows(self, question: object) -> bool:
        """Whether the question has been asked before."""
        return question in self._answers

    def once(self, question: object, answer: Callable[[], T]) -> T:
        """The answer to a question that nothing but the text decides, looked for the first time only.

        What else decides it, such as the block's role, must be part of ``question``.
        """
        try:
            known: T = self._answers[question]
        except KeyError:
            known = self._answers[question] = answer()
        return known


class AnalysedBlock:
    """A block with its text analysed, all of which stands here too: it is asked for millions of times."""

    def __init__(self, index: int, block: Block, analysed: AnalysedText) -> None:
        self.index = index
        self.block = block
        self.analysed = analysed
        tokens = analysed.tokens
        self.text = tokens.text
        """The block's text as it was analysed: its spaces break, and what is too long to be a word is cut."""
        self.words = tokens.words
        self.tags = tokens.tags
        self.features = tokens.features
        self.forms = analysed.forms
        self.sentences = analysed.sentences
        self._starts, self._ends = tokens.starts, tokens.ends
        self._answers: dict[object, Any] = {}

    def once(self, question: object, answer: Callable[[], T]) -> T:
        """The answer to a question about the block that several rules ask, looked for the first time only."""
        try:
            known: T = self._answers[question]
        except KeyError:
            known = self._answers[question] = answer()
        return known

    def sentence_at(self, token: int) -> Sentence:
        """The sentence in which the token stands.

        Found by bisection: a long block has hundreds.
        """
        number = bisect_right(self.analysed.tokens.sentence_starts, token) - 1
        return self.sentences[number]

    def morphology(self, token: int) -> Mapping[str, str]:
        """The token's features by name."""
        return _by_name(self.features[token])

    def lemma(self, token: int) -> str:
        """The token's dictionary form, lower case."""
        tokens = self.analysed.tokens
        return lemma_of(tokens.texts[token], tokens.tags[token], tokens.morphologies[token]).lower()

    def written(self, start: int, end: int) -> str:
        """The tokens from ``start`` to ``end`` as they stand in the text."""
        return self.text[self._starts[start] : self._ends[end - 1]]

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """The code points at which the tokens from ``start`` to ``end`` begin and end."""
        return self._starts[start], self._ends[end - 1]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last-plus-one of the tokens that cover the characters from ``start`` to ``end``.

        A token that they cut through is among these.
        """
        first = max(bisect_right(self._starts, start) - 1, 0)
        return first, bisect_left(self._starts, end)

    @cached_property
    def all_features(self) -> frozenset[str]:
        """The features that any of its tokens has."""
        return frozenset().union(*set(self.features))

    @cached_property
    def is_prose(self) -> bool:
        """Whether the block holds running sentences, as against labels, addresses and table values.

        Nine words are enough of it; three need a stop after them: *Vi ringer dig.*  So do two in a paragraph that
        are no abbreviations: *Ansökan avslås.*
        """
        if self.block.role is Role.HEADING:
            return False
        words = sum(map(str.isalpha, self.words))
        if words >= _WORDS_OF_PROSE:
            return True
        if words < _WORDS_BEFORE_STOP and not self._is_short_sentence():
            return False
        return self._ends_in_stop()

    def _is_short_sentence(self) -> bool:
        """Whether the block may be a subject and its verb: *Ansökan avslås.*, and no *Box nr.*"""
        if self.block.role is not Role.PARAGRAPH or len(self.words) != _WORDS_BEFORE_STOP:
            return False
        *words, stop = self.words
        return stop == "." and min(map(len, words)) >= _LETTERS_OF_WORD

    def _ends_in_stop(self) -> bool:
        """Whether a stop comes last, perhaps within marks: *”Det går bra.”*."""
        unquoted = self.block.text.rstrip().rstrip(_CLOSERS)
        return unquoted.endswith(_STOPS)

    def is_own_words(self, start: int, end: int) -> bool:
        """Whether the text from ``start`` to ``end`` is the writer's own: neither quoted nor a prompt.

        Words that reach into quotation marks are not.
        """
        for first, last in self._foreign:  # noqa: SIM110 - asked of every hit, and ``all`` takes twice as long
            if first < end and start < last:
                return False
        return True

    def is_read(self, start: int, end: int) -> bool:
        """Whether it is the writer's own, or quoted at length: *”Det tas upp på APT när …”*, no *ordet ”APT”*."""
        held = [(first, last) for first, last in self._foreign if first < end and start < last]
        return all(self.block.text.count(" ", first, last) >= _SPACES_OF_SPEECH for first, last in held)

    def is_mostly_own(self, start: int, end: int) -> bool:
        """Whether at least half of the text from ``start`` to ``end`` is the writer's own.

        A sentence is the writer's, though it has somebody's words in it: *Kocken sa att den var trasig i ”ett par
        veckor”, men …*.
        """
        foreign = sum(max(0, min(last, end) - max(first, start)) for first, last in self._foreign)
        return 2 * foreign <= end - start

    @cached_property
    def _foreign(self) -> list[tuple[int, int]]:
        """Stretches that stand within quotation marks or are prompt text of the template.

        In code points of the block's text, the quotation marks themselves included.
        """
        text = self.block.text
        is_quoting = "”" in text or '"' in text or "“" in text or "»" in text  # few blocks are
        quoted = [match.span() for match in _QUOTATION.finditer(text)] if is_quoting else []
        prompts = [mark for mark in self.block.marks if mark.kind is MarkKind.PLACEHOLDER]
        return quoted + [(mark.start, mark.end) for mark in prompts]


def unasked(blocks: Iterable[AnalysedBlock], question: Callable[[AnalysedBlock], object]) -> list[AnalysedBlock]:
    """The blocks of whose texts the question hasn't been asked yet: the first of those that have the same text."""
    found: dict[object, AnalysedBlock] = {}
    for block in blocks:
        asked = question(block)
        if not block.analysed.knows(asked):
            found.setdefault((block.analysed, asked), block)
    return list(found.values())


def holds(words: frozenset[str], anchors: RequiredForms) -> bool:
    """Whether the word forms have one of each set.

    The rarest set comes first, and most often says no.
    """
    for forms in anchors:  # noqa: SIM110 - ``all`` takes twice as long, and this is asked most of all
        if forms.isdisjoint(words):
            return False
    return True


def reading_order(found: tuple[AnalysedBlock, int, *tuple[Any, ...]]) -> tuple[int, int]:
    """Key to sort by what begins with a block and a token.

    ``found`` may hold more after these two, which don't count.
    """
    return found[0].index, found[1]


def has_letters(text: str) -> bool:
    """Whether the text is a word or a number, not a sign."""
    return text.isalnum() or any(map(str.isalnum, text))


@lru_cache(maxsize=2000)
def _by_name(features: frozenset[str]) -> Mapping[str, str]:
    """The features as a mapping, ``{"Tense": "Past"}``.

    Remembered: the same combinations come again in every letter.
    """
    return dict(feature.split("=") for feature in features)
