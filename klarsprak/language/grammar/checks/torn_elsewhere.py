"""Compounds written as two words in a letter that has them as one elsewhere: *Pott hål*, and *potthålet* above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.torn import may_meet
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt

_SHORTEST = 3
"""Letters of either part."""
_LONG = 7
"""Letters of a word that may be made of two."""
_ENDINGS = frozenset({"", "n", "en", "t", "et", "s", "ns", "ens", "ets", "na", "ar", "er", "or", "arna", "erna", "a"})
_FIRST_TAGS = frozenset({"NOUN", "PROPN", "X"})
"""What the tagger makes of half a word; with a capital, first in a sentence, of a name too."""
Halves = Mapping[str, tuple[str, ...]]
"""By a word of the letter: what stands after it in the letter's longer words."""


def halves(forms: Iterable[str]) -> Halves:
    """The words of the letter that begin others of its words, and what follows in these, if a word may begin so.

    >>> dict(halves(["pott", "hål", "potthålet", "vägen"]))
    {'pott': ('hålet',)}
    """
    ordered = sorted(set(forms))
    # In order of the alphabet what a word begins comes straight after it: few words begin another.
    beginning = [i for i, (form, after) in enumerate(pairwise(ordered), 1) if after.startswith(form)]
    rests = {ordered[i - 1]: _rests(ordered, i) for i in beginning if len(ordered[i - 1]) >= _SHORTEST}
    beginnings = {form[:_SHORTEST] for form in ordered} if rests else frozenset()
    # Of few is there a second word that begins as the rest does.
    found = {first: tuple(rest for rest in each if rest[:_SHORTEST] in beginnings) for first, each in rests.items()}
    return {first: each for first, each in found.items() if each}


def _rests(ordered: Sequence[str], i: int) -> Iterator[str]:
    """What follows the word before ``i`` in the longer words that it begins, which stand from there."""
    first = ordered[i - 1]
    while i < len(ordered) and ordered[i].startswith(first):
        whole, rest = ordered[i], ordered[i].removeprefix(first)
        if len(whole) >= _LONG and len(rest) >= _SHORTEST and whole.isalpha():
            yield rest
        i += 1


def _nothing(_: WordsAt) -> Iterator[Mistake]:
    """A sentence alone doesn't tell."""
    return iter(())


def torn_at(block: AnalysedBlock, i: int, rests: tuple[str, ...]) -> Mistake | None:
    """The word there with the next one, where both are nouns that the letter writes as one word in another place."""
    if block.tags[i] not in _FIRST_TAGS or block.tags[i + 1 : i + 2] != _NOUN:
        return None
    first, second = block.words[i : i + 2]
    if not _is_half(second, rests):
        return None
    sentence = block.sentence_at(i)
    if i + 1 == sentence.end or not may_meet(WordsAt(block, sentence.start, sentence.end), i):
        return None
    return Mistake(i, i + 2, (match_case(block.written(i, i + 1), first + second),))


_NOUN = ["NOUN"]


def _is_half(second: str, rests: tuple[str, ...]) -> bool:
    """Whether the word is one of those, perhaps with another ending: *hål*, *hålet*."""
    return any(
        (rest.startswith(second) and rest[len(second) :] in _ENDINGS)
        or (second.startswith(rest) and second[len(rest) :] in _ENDINGS)
        for rest in rests
    )


TORN_ELSEWHERE = Check(_nothing, holds_in_phrases=True)
