"""A lexicon folded into endings: the longest known ending of a word tells its paradigm and how to find its lemma.

Made from the forms of 93,000 lemmas (SALDO's, by way of spaCy's lookup tables): known words come out right, compounds
and new words as the word that they end in.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
def _table() -> dict[str, str]:
    table: dict[str, str] = json.loads(zlib.decompress(ENDINGS.read_bytes()))
    return table


def code(form: str) -> str:
    """The lexicon's code for a form in small letters: paradigm, ending and lemma's ending (``12:na/en``)."""
    table = _table()
    form = " " + form  # the blank marks the beginning of the word
    for start in range(len(form)):
        found = table.get(form[start:])
        if found is not None:
            return found
    return table.get("", "0:/")


def look_up(form: str) -> Ending:
    """The lexicon's entry for a form in small letters."""
    paradigm, _, rest = code(form).partition(":")
    ending, _, lemma_ending = rest.partition("/")
    return Ending(int(paradigm), ending, lemma_ending)
