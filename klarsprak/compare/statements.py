"""A text as statements: its sentences, headings and labels, with what their words are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter, Role
from klarsprak.live.checking import as_letter
from klarsprak.signature import SignatureBlock

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_STEM = 6
"""So many letters of a word are enough to know it again: *överklaga*, *överklagande*."""
_EMPTY = frozenset({"vara", "ha", "bli", "kunna", "skola", "få", "göra", "komma", "finnas", "ta", "annan", "sådan"})


@dataclass
class Statement:
    """A sentence of a text, with its words and their parts of speech; none where the language isn't analysed."""

    text: str
    block: int
    start: int
    """Where it begins in the block's text, in code points."""
    words: list[str] = field(default_factory=list)
    """Lower case."""
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    features: list[frozenset[str]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where each word begins and ends in ``text``."""
    stems: frozenset[str] = frozenset()
    """The beginnings of the words that carry what it says."""


@dataclass
class ReadText:
    """A text: its blocks and their statements, in order."""

    blocks: list[str]
    statements: list[Statement]
    notes: list[str]
    """What isn't read in full, in Swedish: *Ett stycke på engelska är inte granskat.*"""


def read_statements(text: str) -> ReadText:
    """The text as it is read from a letter; quoted mail isn't the writer's and is left out."""
    letter = as_letter(text)
    analysis = analyse_letter(letter, Need.MORPHOLOGY, SignatureBlock)
    notes = [*letter.notes, *analysis.unchecked.notes]
    return ReadText([block.text for block in letter.blocks], list(_statements(letter, analysis)), notes)


def _statements(letter: Letter, analysis: Analysis) -> Iterator[Statement]:
    for number, block in enumerate(letter.blocks):
        analysed = analysis.by_index.get(number)
        if analysed is not None:
            for sentence in analysed.sentences:
                yield _analysed(analysed, sentence)
        elif block.text.strip() and block.role is not Role.QUOTED:
            yield Statement(block.text, number, 0)


def _analysed(block: AnalysedBlock, sentence: Sentence) -> Statement:
    start, end = sentence.characters
    tokens = range(sentence.start, sentence.end)
    spans = [block.chars(token, token + 1) for token in tokens]
    lemmas = [block.lemma(token) for token in tokens]
    tags = [block.tags[token] for token in tokens]
    return Statement(
        text=block.block.text[start:end],
        block=block.index,
        start=start,
        words=block.words[sentence.start : sentence.end],
        tags=tags,
        lemmas=lemmas,
        features=block.features[sentence.start : sentence.end],
        spans=[(first - start, last - start) for first, last in spans],
        stems=frozenset(_stems(lemmas, tags)),
    )


def _stems(lemmas: list[str], tags: list[str]) -> Iterator[str]:
    for lemma, tag in zip(lemmas, tags, strict=True):
        if tag in _CONTENT and lemma not in _EMPTY:
            yield lemma[:_STEM]
