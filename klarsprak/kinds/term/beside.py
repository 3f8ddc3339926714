"""Whether a term stands beside another one that is to explain it, or the other way round."""

from __future__ import annotations

from collections.abc import Set

from klarsprak.language.words_at import WordsAt

Token = tuple[int, int]
"""A token by its block's number and its own."""
_THAT_IS_SAID = frozenset("dvs dvs. d.v.s. vill alltså".split())
_THAT_IS = _THAT_IS_SAID.union(", ( det säga . en ett".split())
"""What may stand between a hard word and another wording of it."""


def stands_beside_another(words: WordsAt, hard: Set[Token]) -> bool:
    """Whether nothing but another hard word in a parenthesis is to explain the words, or the other way round.

    *minimibeloppet (individuellt förbehåll)*: who knows neither has learnt nothing.  A short form is written out.
    """
    block, start, end = words
    if words.text.isupper():
        return False
    if block.words[end : end + 1] == ["("]:
        return (block.index, end + 1) in hard
    if block.words[start - 1 : start] == ["("]:
        return (block.index, start - 2) in hard
    return _is_put_as_hard_word(words, hard)


def _is_put_as_hard_word(words: WordsAt, hard: Set[Token]) -> bool:
    """Whether *dvs* or the like stands between the words and other hard ones: *vårdslöshet, dvs culpa*."""
    block, start, end = words
    if after := _past_that_is(block.words[end : end + 6]):
        return (block.index, end + after) in hard
    before = _past_that_is(block.words[max(0, start - 6) : start][::-1])
    return before > 0 and (block.index, start - before - 1) in hard


def _past_that_is(words: list[str]) -> int:
    """How many of the words, from the first on, only say that another wording follows; 0 where none does."""
    count = next((number for number, word in enumerate(words) if word not in _THAT_IS), len(words))
    return 0 if _THAT_IS_SAID.isdisjoint(words[:count]) else count
