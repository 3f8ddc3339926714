"""A lexicon folded into endings: the longest known ending of a word tells its paradigm and how to find its lemma.

Made from the forms of 93,000 lemmas (SALDO's, by way of spaCy's lookup tables): known words come out right, compounds
and new words as the word that they end in.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from klarsprak.language.suffixes import Suffixes

ENDINGS = Path(__file__).parent / "model" / "endings.bin"


class Ending(NamedTuple):
    """What the lexicon says of a form: its paradigm's number, its ending and what the lemma has instead of it."""

    paradigm: int
    ending: str
    lemma_ending: str

    def lemma(self, form: str) -> str:
        """The lemma of ``form``."""
        stem = form[: len(form) - len(self.ending)] if form.endswith(self.ending) else form
        return stem + self.lemma_ending


@cache
def _table() -> Suffixes:
    return Suffixes(ENDINGS)


@lru_cache(maxsize=2_000)  # of a word that is new the encoder asks, and soon after that the lemmas
def code(form: str) -> str:
    """The lexicon's code for a form in small letters: paradigm, ending and lemma's ending (``12:na/en``)."""
    # The blank marks the beginning of the word.
    return _table().longest(" " + form) or "0:/"


def look_up(form: str) -> Ending:
    """The lexicon's entry for a form in small letters."""
    paradigm, _, rest = code(form).partition(":")
    ending, _, lemma_ending = rest.partition("/")
    return Ending(int(paradigm), ending, lemma_ending)
