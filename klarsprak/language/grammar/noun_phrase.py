"""A noun put in place of another one, with the words before it in agreement."""

from __future__ import annotations

from collections.abc import Iterable

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import match_case, replace_noun
from klarsprak.language.words_at import WordsAt

_MOST = 3
"""Words before the noun that are looked at."""
_AGREEING = ("DET", "ADJ")
_POSSESSIVES = frozenset("min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era".split())


def replaced(words: WordsAt, noun: str, instead: Iterable[str]) -> tuple[WordsAt, tuple[str, ...]]:
    """The words to replace and what can stand there, the best first; empty where no form is known for sure.

    ``words`` are a form of ``noun``.  Those to replace are they alone, or the determiners and adjectives before
    them too where one of these must change: *ett skriftligt yttrande* to *en skriftlig begäran*.
    """
    block, start, end = words
    first = _first_agreeing(words)
    before = [block.written(token, token + 1) for token in range(first, start)]
    features = block.morphology(end - 1)
    found = (replace_noun(before, words.text, noun, other, features) for other in instead)
    fitting = [result for result in found if result is not None]
    if all(changed == before for changed, _ in fitting):
        return words, _unique(match_case(words.text, form) for _, form in fitting)
    phrases = (" ".join([*changed, match_case(words.text, form)]) for changed, form in fitting)
    return WordsAt(block, first, end), _unique(phrases)


def _first_agreeing(words: WordsAt) -> int:
    """The first of the determiners and adjectives that stand directly before."""
    first = words.start
    lowest = max(words.sentence.start, words.start - _MOST)
    while first > lowest and _agrees(words.block, first - 1):
        first -= 1
    return first


def _agrees(block: AnalysedBlock, token: int) -> bool:
    """Whether the word takes its form from the noun: *skriftligt*, *ditt*."""
    return block.tags[token] in _AGREEING or block.words[token] in _POSSESSIVES


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in order."""
    return tuple(dict.fromkeys(texts))
