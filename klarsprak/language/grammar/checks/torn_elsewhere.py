"""Compounds written as two words in a letter that has them as one elsewhere: *Pott hål*, and *potthålet* above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

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
    known = set(forms)
    beginnings = {form[:_SHORTEST] for form in known}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(form for form in known if len(form) >= _LONG and form.isalpha()):
        for cut in range(_SHORTEST, len(form) - _SHORTEST + 1):
            # Of few is there a second word that begins as the rest does.
            if form[:cut] in known and form[cut : cut + _SHORTEST] in beginnings:
                found[form[:cut]].append(form[cut:])
    return {first: tuple(rests) for first, rests in found.items()}


def _nothing(_: WordsAt) -> Iterator[Mistake]:
    """A sentence alone doesn't tell."""
    return iter(())


def find_torn_elsewhere(words: WordsAt, first_halves: Halves) -> Iterator[Mistake]:
    """The pairs of nouns that the letter writes as one word in another place."""
    forms = words.block.words
    for i, (first, second) in enumerate(pairwise(words.block.tags[words.start : words.end]), words.start):
        if first not in _FIRST_TAGS or second != "NOUN":
            continue
        if _is_half(forms[i + 1], first_halves.get(forms[i], ())) and may_meet(words, i):
            whole = forms[i] + forms[i + 1]
            yield Mistake(i, i + 2, (match_case(words.block.written(i, i + 1), whole),))


def _is_half(second: str, rests: tuple[str, ...]) -> bool:
    """Whether the word is one of those, perhaps with another ending: *hål*, *hålet*."""
    return any(
        (rest.startswith(second) and rest[len(second) :] in _ENDINGS)
        or (second.startswith(rest) and second[len(rest) :] in _ENDINGS)
        for rest in rests
    )


TORN_ELSEWHERE = Check(_nothing, holds_in_phrases=True)
