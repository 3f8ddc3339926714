"""Words torn in two whose whole is a word that the speller lists: *sjuk intyg, bygg lov, arbets plats*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.split import LINKED, listed_words, may_be_first, may_be_last
from klarsprak.language.grammar.lexicon import adjective_in, adjective_of, noun_forms
from klarsprak.language.grammar.verbs.words import slots
from klarsprak.language.spelling.automaton import JOINT
from klarsprak.language.words_at import WordsAt

_SHORTEST = 3
_DETERMINERS = frozenset({"DET", "ADJ", "PRON", "NUM", "PROPN"})
_FIXED = frozenset({("huvud", "taget"), ("lös", "egendom")})
"""Words that stand apart and may be one word too."""
_IMPERATIVE = frozenset({"imp"})


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each pair that is one word in the list, where the first half has no other place in the sentence."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.tags[i + 1] not in ("NOUN", "ADJ") or not _may_be_torn(words, i):
            continue
        first, second = block.words[i : i + 2]
        if (listed_words().band(first + second) or 0) >= 1 and _is_half(words, i):
            yield Mistake(i, i + 2, (block.written(i, i + 1) + second,))


def _may_be_torn(words: WordsAt, i: int) -> bool:
    """Whether both words are in letters, the second in small ones, and they are no set phrase."""
    block = words.block
    pair = (block.words[i], block.words[i + 1])
    if len(pair[0]) < _SHORTEST or not pair[0].isalpha() or pair in _FIXED:
        return False
    return may_be_last(block.written(i + 1, i + 2)) and not block.written(i, i + 1).isupper()


def _is_half(words: WordsAt, i: int) -> bool:
    """Whether the first word of the pair is half a word: none by itself, or none that goes with the second."""
    first, second = words.block.words[i : i + 2]
    if words.block.tags[i + 1] == "ADJ":
        return words.block.tags[i] == "NOUN" and may_be_first(first)
    if _is_bound(first):
        return True
    if first.endswith(LINKED):
        return i == words.start or words.block.tags[i - 1] not in _DETERMINERS
    return _disagrees(first, second) or (i > words.start and slots(first) == _IMPERATIVE)


def _is_bound(first: str) -> bool:
    """Whether the word only begins others: *försörjnings*."""
    automaton = listed_words().automaton
    return not listed_words().lists(first) and bool(automaton.step(automaton.walk(automaton.root, first), JOINT))


def _disagrees(first: str, second: str) -> bool:
    """Whether the word is an adjective in another form than the noun wants: *sjuk intyg*, not *sjuk personal*."""
    nouns = noun_forms(second)
    if adjective_of(first) != first or not nouns:
        return False
    wanted = {adjective_in(first, noun.gender, noun.number, "Def" if noun.is_definite else "Ind") for noun in nouns}
    return first not in wanted and None not in wanted


TORN = Check(_find)
