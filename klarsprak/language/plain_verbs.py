"""The verb for what a noun names, as one says it: *kontrollera* for *kontroll*, *läsa av* for *avläsningen*."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from klarsprak.language.inflection import spellings
from klarsprak.language.verbal_nouns import has_particle, verb_of

_FILE = Path(__file__).parent / "everyday" / "verbs-of-nouns.tsv"
_WORD = re.compile(r"\w+")
_SHORTEST_FIRST_PART = 3
"""Letters of the shortest first part of a compound: *el-* is none, in *elbyte*."""


def plain_verb(text: str) -> str | None:
    """The infinitive for the first noun in the text that one is known for; None where there is none.

    >>> plain_verb("Uppföljande kontroll kommer att ske"), plain_verb("vattenmätaravläsningen")
    ('kontrollera', 'läsa av')
    >>> plain_verb("planering av dagen"), plain_verb("utkvittering"), plain_verb("en olycka")
    ('planera', None, None)
    """
    verbs = map(_verb_for, _WORD.findall(text.lower()))
    return next(filter(None, verbs), None)


def named_verb(verb: str | None) -> str:
    """How a message names the verb: *verbet ”betala”*, and *ett verb* where none is known."""
    return f"verbet ”{verb}”" if verb else "ett verb"


def _verb_for(word: str) -> str | None:
    """The verb for the lower-case word, which may be a compound.

    One with a particle before it is said otherwise, and only the listed ones are known.
    """
    if word in _listed():
        return _listed()[word]
    verb = verb_of(word)
    if verb is not None:
        return None if has_particle(verb) else verb
    lasts = (word[start:] for start in range(_SHORTEST_FIRST_PART, len(word)))
    return next((_listed()[last] for last in lasts if last in _listed()), None)


@cache
def _listed() -> dict[str, str]:
    """The verbs by every form of their nouns."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {form: verb for noun, verb in rows for form in spellings(noun, "NOUN")}
