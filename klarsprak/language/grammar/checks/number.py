"""One where many are meant: *två ansökan, många möte*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import (
    MANY,
    PLURAL_POSSESSIVES,
    VALUES,
    Phrase,
    phrases_after,
    rewritten,
)
from klarsprak.language.words_at import WordsAt

_SIGNS = MANY | PLURAL_POSSESSIVES | {"dessa", "fler", "vissa"}
_UNCOUNTED = frozenset("museum personal information man".split())


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each noun in the singular after a word that says that they are many."""
    for phrase in phrases_after(words, _SIGNS):
        yield from _mistakes(phrase)


def _mistakes(phrase: Phrase) -> Iterator[Mistake]:
    """The phrase, where its noun can't be but singular, with the plural."""
    readings = phrase.readings
    if not readings or any(reading.number == "Plur" for reading in readings) or readings[0].is_definite:
        return
    noun = readings[0]
    if noun.plural and phrase.is_whole and phrase.noun_form not in _UNCOUNTED:
        yield from rewritten(phrase, noun._replace(number="Plur"), None, noun.plural)


NUMBER = Check(_find, _SIGNS, VALUES)
