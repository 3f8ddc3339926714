"""Capitals: a small word with one in the middle of a sentence, and a sentence that begins without."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_SMALL = frozenset(
    "alltså så till som när därför eftersom dessutom och eller men att om det vi jag man för på med av inte är har "
    "kan ska här där då också sedan detta".split()
)
"""Words that begin with a capital only where a sentence does: *den* and *en* begin names too."""
_SUBJECTS = frozenset("det den de han hon man detta denna dessa".split())
"""No *vi, du, jag*: a letter may go on with these after a greeting and a comma."""
_ADVERBS = frozenset("därför sedan nu därmed dessutom".split())
_FIRST = _SUBJECTS | _ADVERBS
_FINITE = frozenset({"VERB", "AUX"})
_STOPS = (".", "!", "?")


def _within(words: WordsAt) -> Iterator[Mistake]:
    """Small words with a capital after a comma or a small letter: *språket, Så att alla kan*."""
    block = words.block
    for i in range(words.start + 1, words.end):
        if block.words[i] in _SMALL and _has_capital(words, i) and _goes_on(words, i):
            yield Mistake(i, i + 1, (block.words[i],))


def _has_capital(words: WordsAt, i: int) -> bool:
    """Whether the word is written with one capital: *Så*, not *SÅ*."""
    written = words.block.written(i, i + 1)
    return written[0].isupper() and written[1:].islower()


def _goes_on(words: WordsAt, i: int) -> bool:
    """Whether the sentence goes on with the word: the one before is a comma or in small letters, on the same line."""
    block = words.block
    before = block.written(i - 1, i)
    is_inside = (before.isalpha() and before.islower()) or (before == "," and block.written(i - 2, i - 1).islower())
    return is_inside and "\n" not in block.written(i - 1, i + 1)


def _first(words: WordsAt) -> Iterator[Mistake]:
    """Sentences that begin with a pronoun or adverb in small letters, and the verb: *det finns en blankett.*"""
    block, first = words.block, words.start
    if block.block.role is not Role.PARAGRAPH or words.end - first < 3 or not block.text.rstrip().endswith(_STOPS):
        return
    if block.written(first, first + 1) in _FIRST and block.tags[first + 1] in _FINITE:
        yield Mistake(first, first + 1, (block.words[first].capitalize(),))


MID_CAPITAL = Check(_within, _SMALL)
SMALL_FIRST = Check(_first, _FIRST)
