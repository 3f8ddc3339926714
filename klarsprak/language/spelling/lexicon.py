"""Whether a word is spelt right: listed, a compound of known parts, or made of a known word in a usual way."""

from __future__ import annotations

from collections.abc import Iterable

from klarsprak.language.everyday.compounds import is_numeral
from klarsprak.language.everyday.derivation import bases_of
from klarsprak.language.spelling.automaton import JOINT, NAME, Automaton, shipped

_LONG_PART = 5
"""Letters of a listed word that may be part of a compound though no compound with it is known."""
_LONGEST_CHAIN = 4
"""Parts of a compound, at most."""
_LONG_BASE = 5
"""Letters of a word that others are made of, with a prefix or an ending."""
_SEEN_LAST = 2
"""How common in compounds a last part must be after a word that none is known to begin with."""
_SHORT = 3
"""Letters of a part of a hyphenated word that may be anything: *e-*, *IT-*."""


class Lexicon:
    """The words that ship, and ``also`` those of the rules and of the organisation, in lower case."""

    def __init__(self, also: Iterable[str] = (), automaton: Automaton | None = None) -> None:
        self.also = frozenset(also)
        self.automaton = automaton or shipped()
        self._last_root = self.automaton.step(self.automaton.root, JOINT)

    def holds(self, word: str) -> bool:
        """Whether the lower-case word is right.

        >>> [Lexicon().holds(word) for word in ("giltighetstid", "uppmärksammat", "grannkommunerna", "e-postadressen")]
        [True, True, True, True]
        >>> [Lexicon().holds(word) for word in ("gilitighetstid", "uppmärskammat", "forlängning")]
        [False, False, False]
        """
        if word in self.also or self.lists(word):
            return True
        if "-" in word:
            return all(len(part) < _SHORT or self.holds(part) for part in word.split("-"))
        return self.is_compound(word) or self._is_derived(word) or is_numeral(word)

    def lists(self, word: str) -> bool:
        """Whether the word itself is listed."""
        return self.band(word) is not None

    def band(self, word: str) -> int | None:
        """How common a listed word is."""
        automaton = self.automaton
        return automaton.band(automaton.walk(automaton.root, word))

    def is_name(self, word: str) -> bool:
        """Whether the word, lower case, is a name, or the genitive of one.

        >>> Lexicon().is_name("guatemala"), Lexicon().is_name("andreas")
        (True, True)
        """
        automaton = self.automaton
        names = automaton.step(automaton.root, NAME)
        forms = (word, word.removesuffix("s").removesuffix(":"))
        return any(automaton.band(automaton.walk(names, form)) is not None for form in forms)

    def is_compound(self, word: str, parts: int = _LONGEST_CHAIN) -> bool:
        """Whether the word is so many known parts, at most, in one.

        >>> Lexicon().is_compound("läkemedelsprodukt"), Lexicon().is_compound("forlängning")
        (True, False)
        """
        automaton = self.automaton
        state = automaton.root
        for cut in range(1, len(word) - 1):
            state = automaton.step(state, word[cut - 1])
            if not state:
                return False
            if self._is_joint(state, word, cut, parts):
                return True
        return False

    def _is_joint(self, state: int, word: str, cut: int, parts: int) -> bool:
        """Whether the first part ends there, after ``cut`` letters, and the others follow."""
        rest = word[cut:]
        if self.automaton.step(state, JOINT):
            return self._is_last(rest) or self._is_more(rest, parts)
        if cut < _LONG_PART or self.automaton.band(state) is None:
            return False
        return self._is_last(rest, _SEEN_LAST) or (rest[0] == "s" and self._is_last(rest[1:], _SEEN_LAST))

    def _is_last(self, text: str, seen: int = 0) -> bool:
        """Whether a compound may end so: as at least that many do, or in a long word."""
        automaton = self.automaton
        band = automaton.band(automaton.walk(self._last_root, text))
        if band is not None:
            return band >= seen
        return not seen and len(text) >= _LONG_PART and self.lists(text)

    def _is_more(self, text: str, parts: int) -> bool:
        """Whether it is a compound itself, of one part less."""
        return parts > 2 and self.is_compound(text, parts - 1)

    def _is_derived(self, word: str) -> bool:
        """Whether the word is made of a listed one.

        >>> Lexicon()._is_derived("avgiftsfrihet"), Lexicon()._is_derived("oläsliggjord")
        (True, False)
        """
        return any(len(base) >= _LONG_BASE and self.lists(base) for base in bases_of(word))


