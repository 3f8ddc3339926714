"""Which words are everyday Swedish: common ones, and what is made of common ones in the usual ways.

``words.bin`` holds 46,000 dictionary forms by frequency (wordfreq's; ``LICENSE`` beside it says whose and on what
terms).  A word is everyday if it is a form of one of them, a compound of them, or made from one by an everyday prefix
or ending.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from klarsprak.language.endings import look_up

WORDS = Path(__file__).parent / "words.bin"

_PREFIXES = frozenset(
    """
    o miss om åter av in ut på till över under för be an upp ner ned bort med mot sam vidare hop fram efter före
    mellan sär själv ur hög låg stor små full hel halv icke så lätt nord syd väst öst ny ex mini maxi minimi
    maximi lant
    """.split()
)
_ENDINGS = {
    "het": ("", "t"),
    "ning": ("a", "", "na"),
    "ande": ("a",),
    "ende": ("", "a"),
    "ad": ("a",),
    "are": ("a", "e"),
    "bar": ("a", "", "na"),
    "lig": ("", "a", "e", "else"),
    "skap": ("",),
    "inna": ("", "e"),
    "vis": ("",),
    "eri": ("a",),
    "ig": ("", "a", "e"),
    "sk": ("", "n"),
    "nsk": ("",),
    "isk": ("", "ien", "a", "er", "en"),
    **dict.fromkeys(
        "mässig artad aktig vänlig sam lös rik full fri lik haltig liknande betonad inriktad baserad".split(), ("",)
    ),
}
"""Endings that make a word of another, and what the other word has in their place."""
_LONGEST_PREFIX = max(map(len, _PREFIXES))
_SHORT_FIRST = frozenset("by ö å kö år el is te öl ur ni ås en sju sex tio".split())
"""First parts of compounds that are shorter than the rest, or rarer as words by themselves."""
_SHORT_LAST = frozenset(
    """
    akt app ark arm art bad ben bil bio bit bok bor box bro bur by byn bär båt dag dal del dom dop dos el eld far fat
    fel fot får gas grå gul hav hem hot hud hus hål hög is jul kam kar kod kol kub kö kök kön köp lag led lek lik lim
    liv lov lur lån lås lön löv man mat mil mur mål nät nöd ord orm ort ost par pil rad ram ras rit rot rum råd röd
    rör sal set sjö sol son syn säd söm tak tal te tes tid ton trä tur tyg typ tåg ugn val ved vin vis vit väg vän väv
    våg vår yta zon år öga öl öra
    """.split()
)
"""So few letters as may end a compound; others do so by chance (*tra-kom*)."""
_NUMERAL = re.compile(r"(?:hundra|tusen|tjugo|tjugu|trettio|fyrtio|femtio|sexti|sjutti|åtti|nitti)\w*")
_LINKS = {"s": ("",), "e": ("", "a"), "a": ("", "ar"), "o": ("a",), "u": ("a",), "manna": ("man",)}
"""What links two parts of a compound, and what the first part has in its place as a word of its own."""
_SHORTEST = 3
_LONG = 9
"""Letters of what may be taken for a compound when an ending has been taken off; shorter ones come by chance."""
_LONGEST_CHAIN = 3
"""Parts of a compound, at most."""


class _Words(NamedTuple):
    """Dictionary forms: ``common`` are common enough to be told from chance as a compound's shortest parts."""

    common: frozenset[str]
    others: frozenset[str]


@cache
def load() -> _Words:
    """The words that ship with the program."""
    common, others = zlib.decompress(WORDS.read_bytes()).decode("utf-8").split("\n\n")
    return _Words(frozenset(common.split("\n")), frozenset(others.split("\n")))


@lru_cache(maxsize=50_000)  # compounds are tried with the same parts again and again
def lemma(word: str) -> str:
    """The dictionary form that the lexicon's endings give a lower-case form."""
    return look_up(word).lemma(word)


class Vocabulary:
    """Everyday words, the ``familiar`` ones that these readers know besides, and ``listed`` ones, in lower case."""

    def __init__(self, familiar: Iterable[str] = (), listed: frozenset[str] = frozenset()) -> None:
        words = {word.lower() for word in familiar}
        self._also = listed.union(words, map(lemma, words))
        self._words = self._also.union(*load())

    def holds(self, word: str) -> bool:
        """Whether the lower-case word, in any form, is one that most readers know or can put together."""
        if "-" in word:
            return all(len(part) < _SHORTEST or self.holds(part) for part in word.split("-"))
        return (
            self._has(word)
            or self._is_derived(word)
            or self._is_compound(word, _LONGEST_CHAIN)
            or _NUMERAL.match(word) is not None
        )

    def _has(self, word: str) -> bool:
        return word in self._words or lemma(word) in self._words

    def _is_derived(self, word: str) -> bool:
        bases = set(_bases(word))
        return (
            any(map(self._has, bases))
            or any(len(base) >= _LONG and self._is_compound(base, 2) for base in bases)
            or any(self._has(base) for first in bases for base in _bases(first))
        )

    def _is_compound(self, word: str, parts: int) -> bool:
        """Whether the word is at most so many everyday words in one."""
        for cut in range(1, len(word) - 1):
            if self._is_first_part(word[:cut]):
                rest = word[cut:]
                is_long = cut > _SHORTEST or len(rest) >= _LONG
                if self._is_last_part(rest) or (parts > 2 and is_long and self._is_compound(rest, parts - 1)):
                    return True
        return False

    def _is_first_part(self, text: str) -> bool:
        if len(text) <= _SHORTEST:
            return self._is_short_first(text)
        return self._has(text) or any(
            self._has(stem) if len(stem) > _SHORTEST else self._is_short_first(stem) for stem in _unlinked(text)
        )

    def _is_short_first(self, text: str) -> bool:
        common = load().common
        if text in _SHORT_FIRST or text in self._also:
            return True
        return len(text) == _SHORTEST and (text in common or lemma(text) in common)

    def _is_last_part(self, text: str) -> bool:
        return self._has(text) if len(text) > _SHORTEST else text in _SHORT_LAST or text in self._also


def _bases(word: str) -> Iterator[str]:
    """What the word, or its dictionary form, may be made from."""
    for cut in range(1, min(_LONGEST_PREFIX, len(word) - _SHORTEST - 1) + 1):
        if word[:cut] in _PREFIXES:
            yield word[cut:]
    for form in {word, lemma(word), word.removesuffix("t"), word.removesuffix("a"), word.removesuffix("en")}:
        for cut in range(_SHORTEST, len(form)):
            for other in _ENDINGS.get(form[cut:], ()):
                yield form[:cut] + other


def _unlinked(text: str) -> Iterator[str]:
    """What a compound's first part may be as a word of its own."""
    for link, others in _LINKS.items():
        if text.endswith(link):
            yield from (text.removesuffix(link) + other for other in others)
