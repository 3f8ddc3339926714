"""One where many are meant: *två ansökan, många möte*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import MANY, PLURAL_POSSESSIVES, VALUES, Phrase, phrases_after, rewritten
from klarsprak.language.words_at import WordsAt

_DETERMINERS = MANY | PLURAL_POSSESSIVES | {"dessa", "fler", "vissa"}
_UNITS = frozenset("museum personal".split())


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each noun in the singular after a word that says that they are many."""
    for phrase in phrases_after(words, _DETERMINERS):
        yield from _mistakes(phrase)


def _mistakes(phrase: Phrase) -> Iterator[Mistake]:
    readings = phrase.readings
    if not readings or any(reading.number == "Plur" or reading.is_definite for reading in readings):
        return
    if not readings[0].plural or phrase.noun_form in _UNITS or not phrase.is_whole:
        return
    yield rewritten(phrase, readings[0]._replace(number="Plur"), None, readings[0].plural)


NUMBER = Check(_find, _DETERMINERS, VALUES)
