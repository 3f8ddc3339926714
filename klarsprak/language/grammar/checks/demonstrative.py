"""A noun without its ending, or of the other gender, after what points at it: *den här faktor, det nya planen*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import VALUES, Phrase, phrase_at, phrase_mistake, phrases_after, rewritten
from klarsprak.language.grammar.lexicon import NounForm, adjective_of
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt

_POINTING = frozenset({"den", "det", "denna", "detta"})
_HERE = frozenset({"här", "där"})
_THE = {"Com": "den", "Neut": "det"}


def _here(words: WordsAt) -> Iterator[Mistake]:
    """Nouns after *den här* that lack their ending or have another gender: *den här faktor, den här numret*."""
    forms = words.block.words
    for i in range(words.start, words.end - 2):
        if forms[i] in ("den", "det") and forms[i + 1] in _HERE and (phrase := phrase_at(words, i + 1)):
            yield from _after_here(phrase._replace(determiner=i), forms[i], forms[i + 1])


def _after_here(phrase: Phrase, article: str, here: str) -> Iterator[Mistake]:
    """The phrase, where it isn't the noun's article or form."""
    readings = [reading for reading in phrase.readings if reading.number == "Sing"]
    if len(readings) != 1 or len(phrase.readings) > 1 or phrase.adjectives or not phrase.is_whole or phrase.has_unknown:
        return
    (noun,) = readings
    right = (_THE[noun.gender], noun.definite)
    if (article, phrase.noun_form) != right:
        text = f"{right[0]} {here} {right[1]}"
        yield phrase_mistake(phrase, noun, match_case(phrase.words.block.written(phrase.determiner, phrase.noun + 1), text))


def _bare(words: WordsAt) -> Iterator[Mistake]:
    """Nouns without their ending after *den* and an adjective: *den nya plan*."""
    for phrase in phrases_after(words, frozenset({"den", "det"})):
        readings = phrase.readings
        if not phrase.adjectives or not readings or not phrase.is_whole or phrase.has_unknown:
            continue
        noun = readings[0]
        if all(r.number == "Sing" and not r.is_definite for r in readings) and _THE[noun.gender] == phrase.determiner_form:
            if not _goes_on(phrase):
                yield rewritten(phrase, noun, None, noun.definite)


def _goes_on(phrase: Phrase) -> bool:
    """Whether a clause may follow that the article points at: *den nya plan som vi har gjort*."""
    block, end = phrase.words.block, phrase.noun + 1
    rest = block.words[end : phrase.words.end]
    return bool({"som", "vars", "där", "då", "när", "att", "vilken", "vilket"} & set(rest[:8])) or block.tags[end : end + 1] in (["PRON"], ["PROPN"])


def _other_gender(words: WordsAt) -> Iterator[Mistake]:
    """The other gender's article before an adjective and a definite noun: *det nya planen*."""
    for phrase in phrases_after(words, _POINTING):
        readings = phrase.readings
        if not phrase.adjectives or not readings or not all(r.is_definite and r.number == "Sing" for r in readings):
            continue
        noun = readings[0]
        if len({r.gender for r in readings}) == 1 and _THE[noun.gender][-1] != phrase.determiner_form[-1].replace("a", "n"):
            yield rewritten(phrase, noun, _THE[noun.gender], phrase.noun_form)


def _these(words: WordsAt) -> Iterator[Mistake]:
    """Definite nouns after *denna* or *dessa*: *dessa språken*."""
    for phrase in phrases_after(words, frozenset({"denna", "detta", "dessa"})):
        readings = phrase.readings
        if readings and all(r.is_definite for r in readings):
            noun = readings[0]
            form = noun.plural if noun.number == "Plur" else noun.noun
            if form:
                yield rewritten(phrase, noun, None, form)


HERE = Check(_here, _HERE, VALUES)
BARE = Check(_bare, _POINTING, VALUES)
OTHER_GENDER = Check(_other_gender, _POINTING, VALUES)
THESE = Check(_these, frozenset({"denna", "detta", "dessa"}), VALUES)
