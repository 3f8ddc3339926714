"""The words that most readers know or can put together."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import chain

from klarsprak.language.everyday.compounds import (
    LONG,
    LONGEST_CHAIN,
    SHORT_FIRST,
    SHORT_LAST,
    is_numeral,
    unlinked,
)
from klarsprak.language.everyday.derivation import SHORTEST, bases_of
from klarsprak.language.everyday.words import is_common, lemma_of, shipped_words

_BORROWED = re.compile(r"(?P<stem>\w+)er(?:a|ar|as|ade|ades|at|ats|ad|ande|ing|ingen|ings|ingens|ingar|ingarna)")
"""The forms of borrowed verbs, whose ends are words by chance: *tri-agera*, *triage-rades*, *rese-cera*."""
_NO_VERBS = ("kamera", "kameras", "opera", "operas")
_STEM = 3
"""Letters before *-era* of a verb that a compound may end in: *tak-sanera*; *ag* of *agera* is too few by chance."""


class Vocabulary:
    """Everyday words, the ``familiar`` ones that these readers know besides, and ``listed`` ones, in lower case.

    With ``whole_verbs`` a borrowed verb is known by its own name only, and not by words that its end looks like.
    """

    def __init__(
        self, familiar: Iterable[str] = (), listed: Container[str] = (), *, whole_verbs: bool = False
    ) -> None:
        words = {word.lower() for word in familiar}
        self._also = words.union(map(lemma_of, words))
        self._listed = listed
        self._last_cut = _last_cut if whole_verbs else _before_last_letter

    def holds(self, word: str) -> bool:
        """Whether the lower-case word, in any form, is one that most readers know or can put together.

        >>> [Vocabulary().holds(word) for word in ("grannarna", "snörik", "gatubelysning", "e-brev", "tjugofem")]
        [True, True, True, True, True]
        >>> Vocabulary().holds("expropriera")
        False
        """
        if "-" in word:
            return all(map(self._holds_part, word.split("-")))
        if self._has(word) or self._is_derived(word):
            return True
        return self._is_compound(word, LONGEST_CHAIN) or is_numeral(word)

    def has_whole(self, word: str) -> bool:
        """Whether the word itself, in any form, is known, and not only its parts.

        >>> [Vocabulary().has_whole(word) for word in ("grannarna", "hamnbelysning")]
        [True, False]
        """
        return self._has(word)

    def begins_compounds(self, text: str) -> bool:
        """Whether the text can begin a compound.

        >>> list(filter(Vocabulary().begins_compounds, ["gatu", "tillstånds", "by", "dju", "trakom"]))
        ['gatu', 'tillstånds', 'by']
        """
        if len(text) <= SHORTEST:
            return self._is_short_first(text)
        if self._has(text):
            return True
        return any(map(self._is_word_in_compounds, unlinked(text)))

    def _holds_part(self, part: str) -> bool:
        """Whether a part between hyphens is everyday; a letter or two are.

        >>> [Vocabulary()._holds_part(part) for part in ("e", "brev", "suzeränitet")]
        [True, True, False]
        """
        return len(part) < SHORTEST or self.holds(part)

    def _has(self, word: str) -> bool:
        """Whether the word or its dictionary form is one of those known."""
        lemma = lemma_of(word)
        return self._is_also(word) or self._is_also(lemma) or shipped_words().has(word, lemma)

    def _is_also(self, word: str) -> bool:
        """Whether it is one of those that not everybody knows."""
        return word in self._listed or word in self._also

    def _is_derived(self, word: str) -> bool:
        """Whether the word is made of a common one, in one step or two, or of a long compound in one.

        >>> [Vocabulary()._is_derived(word) for word in ("snörik", "snöfrihet", "brev")]
        [True, True, False]
        """
        bases = set(bases_of(word))
        if any(map(self._has, bases)):
            return True
        long_bases = (base for base in bases if len(base) >= LONG)
        if any(self._is_compound(base, 2) for base in long_bases):
            return True
        bases_of_bases = chain.from_iterable(map(bases_of, bases))
        return any(map(self._has, bases_of_bases))

    def _is_compound(self, word: str, parts: int) -> bool:
        """Whether the word is at most so many everyday words in one.

        >>> Vocabulary()._is_compound("tomtkö", 2), Vocabulary()._is_compound("trakom", 2)
        (True, False)
        """
        for cut in range(1, self._last_cut(word)):
            if self.begins_compounds(word[:cut]) and self._is_rest(word[cut:], cut, parts):
                return True
        return False

    def _is_rest(self, text: str, cut: int, parts: int) -> bool:
        """Whether what stands after the first part, of ``cut`` letters, is the others.

        >>> Vocabulary()._is_rest("kö", 4, 2), Vocabulary()._is_rest("tjänsthandläggaren", 4, 3)
        (True, True)
        """
        if self._is_last_part(text):
            return True
        if parts <= 2:
            return False
        is_long = cut > SHORTEST or len(text) >= LONG
        return is_long and self._is_compound(text, parts - 1)

    def _is_word_in_compounds(self, word: str) -> bool:
        """Whether a word begins compounds, with a link or another ending: *gata, tillstånd, väg*."""
        return self._has(word) if len(word) > SHORTEST else self._is_short_first(word)

    def _is_short_first(self, text: str) -> bool:
        """Whether so short a text begins compounds by more than chance.

        >>> list(filter(Vocabulary()._is_short_first, ["by", "väg", "dju"]))
        ['by', 'väg']
        """
        if text in SHORT_FIRST or self._is_also(text):
            return True
        if len(text) < SHORTEST:
            return False
        return is_common(text)

    def _is_last_part(self, text: str) -> bool:
        """Whether the text ends compounds by more than chance.

        >>> list(filter(Vocabulary()._is_last_part, ["belysning", "kö", "kom"]))
        ['belysning', 'kö']
        """
        if len(text) > SHORTEST:
            return self._has(text)
        return text in SHORT_LAST or self._is_also(text)


def _before_last_letter(word: str) -> int:
    """Before which letter the last part of any word begins at the latest."""
    return len(word) - 1


def _last_cut(word: str) -> int:
    """Before which letter the last part begins at the latest, so that a borrowed verb is whole in it.

    >>> _last_cut("hemkompostera"), _last_cut("triagera"), _last_cut("gatubelysning")
    (8, 3, 12)
    """
    borrowed = None if word.endswith(_NO_VERBS) else _BORROWED.fullmatch(word)
    if borrowed is None:
        return _before_last_letter(word)
    return len(borrowed["stem"]) - _STEM + 1
