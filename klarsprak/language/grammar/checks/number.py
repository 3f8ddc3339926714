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
from klarsprak.language.grammar.lexicon import noun_forms
from klarsprak.language.inflection import agree, match_case
from klarsprak.language.words_at import WordsAt

_SIGNS = MANY | PLURAL_POSSESSIVES | {"dessa", "fler", "vissa", "samtliga"}
_OF_COUNTED = {"mycket": "många", "mer": "fler"}
_MASSES = frozenset("pengar kläder grönsaker saker resurser uppgifter bär rester skador handlingar insatser".split())
"""Plurals of which one can say *mycket*."""
_OF_MANY = frozenset({"personal", "information", "post"})
"""Of these, which hold many, one says *vår*."""
_UNCOUNTED = frozenset("museum personal information man akter".split())
_MEASURES = ("meter", "liter", "gram", "watt", "hektar", "procent", "byte")
"""How measures end; only a book of verse or a tool that measures has *metrar*, and nobody writes of these."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each noun in the singular after a word that says that they are many."""
    for phrase in phrases_after(words, _SIGNS):
        yield from _mistakes(phrase)


def _mistakes(phrase: Phrase) -> Iterator[Mistake]:
    """The phrase, where its noun can't be but singular, with the plural."""
    readings = phrase.readings
    if not readings or readings[0].is_definite:
        return
    noun = readings[0]
    if phrase.noun_form in _OF_MANY and phrase.determiner_form in PLURAL_POSSESSIVES:
        determiner = agree(phrase.determiner_form, noun.gender, "Sing", "Ind")
        yield from rewritten(phrase, noun, determiner, phrase.noun_form)
    elif any(reading.number == "Plur" for reading in readings):
        return
    elif noun.plural and phrase.is_whole and not _is_many_too(phrase.noun_form):
        yield from rewritten(phrase, noun._replace(number="Plur"), None, noun.plural)


def _is_many_too(form: str) -> bool:
    """Whether the word is itself what many of it are called: *sex* **kvadratmeter**, *två* **personal**."""
    return form in _UNCOUNTED or form.endswith(_MEASURES)


def _quantities(words: WordsAt) -> Iterator[Mistake]:
    """*Mycket* and *mer* of what is counted: *mycket lekplatser*."""
    block = words.block
    for i in range(words.start, words.end - 1):
        right = _OF_COUNTED.get(block.words[i])
        if right is None or block.tags[i + 1] != "NOUN" or not _is_counted(block.words[i + 1]):
            continue
        yield Mistake(i, i + 1, (match_case(block.written(i, i + 1), right),), {"noun": block.words[i + 1]})


def _is_counted(form: str) -> bool:
    """Whether the word can't be but plural, and what it says is counted: *lekplatser*, not *pengar*."""
    nouns = noun_forms(form)
    if form in _MASSES or not nouns:
        return False
    return all(noun.number == "Plur" and not noun.is_definite for noun in nouns)


QUANTITIES = Check(_quantities, frozenset(_OF_COUNTED), frozenset({"noun"}))
NUMBER = Check(_find, _SIGNS, VALUES)
