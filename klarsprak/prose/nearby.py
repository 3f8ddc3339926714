"""The sentences around some words: where a reader looks for what a sentence leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_Placed = tuple[AnalysedBlock, Sentence]
AFTER = 2
"""How many sentences after the words' own belong to them: *Tacka ja eller nej. Svara i tid. Det gör du i appen.*"""


def sentences_nearby(words: WordsAt, analysis: Analysis) -> Iterator[_Placed]:
    """The words' own sentence, the one before and the two after, in the same paragraph.

    What a reader sees as one counts as one: a heading with the paragraph under it, and a list with what leads to it.
    The next paragraph is about something else as often as not, and what it tells is no answer.
    """
    own = analysis.once(sentence_numbers)[words.block.index, words.sentence.start]
    first, last = _back(own, analysis.sentences), _on(own, analysis.sentences)
    yield from analysis.sentences[first : last + 1]


def sentence_numbers(analysis: Analysis) -> dict[tuple[int, int], int]:
    """Which sentence of the letter begins where, by its block and first token."""
    return {(block.index, sentence.start): at for at, (block, sentence) in enumerate(analysis.sentences)}


def _back(own: int, sentences: list[_Placed]) -> int:
    """The first sentence that counts: the one before in the paragraph, or what leads to the list."""
    before = own - 1
    while before >= 0 and _is_item(sentences[own]) and _is_item(sentences[before]):
        before -= 1
    is_near = _is_item(sentences[own]) or sentences[before][0] is sentences[own][0]
    return before if before >= 0 and is_near else own


def _on(own: int, sentences: list[_Placed]) -> int:
    """The last sentence that counts: of the paragraph, of that under the heading, or of the list that it leads to."""
    last = own
    while last + 1 < len(sentences) and _goes_on(own, last + 1, sentences):
        last += 1
    return last


def _goes_on(own: int, number: int, sentences: list[_Placed]) -> bool:
    """Whether the sentence still belongs to the own one; all before it, back to that, do."""
    block, (first, _) = sentences[number][0], sentences[own]
    if block is first:
        return number <= own + AFTER
    if _is_item(sentences[number]):
        return True
    return first.block.role is Role.HEADING and block is sentences[own + 1][0]


def _is_item(placed: _Placed) -> bool:
    """Whether the sentence is of a list."""
    return placed[0].block.role is Role.LIST_ITEM
