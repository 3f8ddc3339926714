"""Verbs inflected as others are: *hållde* for *höll*, *erbjudade* for *erbjöd*, *skrivat* for *skrivit*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.language.spelling.certainty import SEEN
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.verbs.words import forms_as, readings


class _Ending(NamedTuple):
    """What a past tense or a supine of a conjugation ends in; in the passive an *s* follows."""

    ending: str
    infinitive: str
    """What the infinitive has instead."""
    slot: str


_ENDINGS = (
    _Ending("ade", "a", "prt"),
    _Ending("de", "a", "prt"),
    _Ending("dde", "", "prt"),
    _Ending("te", "a", "prt"),
    _Ending("at", "a", "sup"),
)
_LETTERS_OF_VERB = 2
_LONG = 8
"""Letters of a word that is no piece of another by chance."""
_AS_PARTICIPLE = re.compile("ade(s?)$")


def own_forms(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What a lower-case word, which no list has, was meant to be if a common or a long verb was so inflected.

    *hållde*, *höll*.  Of *avsändade* it may be a participle too, with a letter left out.
    """
    meant = conjugated(word)
    band = None if meant is None else lexicon.band(meant)
    if meant is None or band is None or (band < SEEN and len(word) < _LONG):
        return ()
    doing = _AS_PARTICIPLE.sub(r"ande\1", word)
    return (meant, doing) if doing != word and lexicon.lists(doing) else (meant,)


def conjugated(word: str) -> str | None:
    """The verb's own form, where the lower-case word, which no list has, is one made as other verbs make theirs.

    None where it may be of two verbs, or is of none.

    >>> conjugated("hållde"), conjugated("erbjudades"), conjugated("skickte"), conjugated("tavlade")
    ('höll', 'erbjöds', 'skickade', None)
    """
    found = set(_own_forms(word))
    return found.pop() if len(found) == 1 else None


def _own_forms(word: str) -> Iterator[str]:
    """What the word would be by each verb that it may be of."""
    active = word.removesuffix("s")
    for ending, infinitive, slot in _ENDINGS:
        stem = active.removesuffix(ending)
        if stem == active or len(stem) < _LETTERS_OF_VERB:
            continue
        verb = stem + infinitive
        if any(each == (verb, "inf", False) for each in readings(verb)):
            yield from forms_as(verb + word[len(active) :], slot)
