"""Whether a term stands beside another one: that is to explain it, or that it is the last part of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from klarsprak.language.words_at import WordsAt

Token = tuple[int, int]
"""A token by its block's number and its own."""
_THAT_IS_SAID = frozenset("dvs dvs. d.v.s. vill alltså".split())
_THAT_IS = _THAT_IS_SAID.union(", ( det säga . en ett".split())
"""What may stand between a hard word and another wording of it."""

_SHORTEST_HEAD = 5
"""Letters of a word that is known again as the last part of another."""
_SHORTEST_FRONT = 3
"""Letters before it in the other."""


def find_echoes(uses: Sequence[tuple[WordsAt, str]]) -> set[int]:
    """The numbers of those uses of terms that only say the last part of one before them in the block once more.

    *en fönsterkonsol. Saknas* **konsol** *…*: what it is has been asked already.
    """
    echoes: set[int] = set()
    said: dict[int, set[str]] = {}
    for number in sorted(range(len(uses)), key=lambda each: (uses[each][0].block.index, uses[each][0].start)):
        words, term = uses[number]
        before = said.setdefault(words.block.index, set())
        if any(_is_last_part(term, longer) for longer in before):
            echoes.add(number)
        else:
            before |= {term, words.text.lower()}  # each but once: a long paragraph says the same again and again
    return echoes


def _is_last_part(term: str, longer: str) -> bool:
    """Whether the term ends the other word.

    >>> [_is_last_part("konsol", longer) for longer in ("fönsterkonsol", "konsol", "en ny konsol")]
    [True, False, False]
    """
    if " " in longer or len(term) < _SHORTEST_HEAD or len(longer) - len(term) < _SHORTEST_FRONT:
        return False
    return longer.endswith(term)


def is_word_of_phrase(term: str, phrases: Iterable[str]) -> bool:
    """Whether the term is one of the words of a longer term.

    Who has been told what *ekonomiskt bistånd* is needn't be told of *bistånd* again.

    >>> [is_word_of_phrase("bistånd", [phrase]) for phrase in ("ekonomiskt bistånd", "bistånd")]
    [True, False]
    """
    return any(term != phrase and f" {term} " in f" {phrase} " for phrase in phrases)


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
