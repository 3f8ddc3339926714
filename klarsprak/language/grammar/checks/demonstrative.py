"""A noun without its ending, or of the other gender, after what points at it: *den här faktor, det nya planen*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import (
    VALUES,
    Phrase,
    phrase_at,
    phrase_mistake,
    phrases_after,
    rewritten,
)
from klarsprak.language.grammar.lexicon import NounForm
from klarsprak.language.inflection import match_case
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_THE = frozenset({"den", "det"})
_HERE = frozenset({"här", "där"})
_THESE = frozenset({"denna", "dessa"})
_THIS_FORMS = {"Com": "denna", "Neut": "detta"}
_THIS = frozenset(_THIS_FORMS.values())
_BEFORE_THIS = frozenset({"ADP", "SCONJ"})
_ARTICLES = {"Com": "den", "Neut": "det"}
_CLAUSE_OPENERS = frozenset("som vars där då när att vilken vilket varifrån dit".split())
_MAY_OPEN_CLAUSE = frozenset("om för innan medan efter sedan än".split())
"""Prepositions that are conjunctions too: *om det nya båthus byggs*."""
_WEAK = ("a", "ste", "ade")
"""Endings of adjectives and participles after *den*: *den nya, den högsta, den beräknade*."""
_REACH = 8
"""Words after a noun among which a clause that belongs to it begins."""
_SUBJECTS = frozenset({"PRON", "PROPN"})
_WHOLE_PHRASES = frozenset("väsentliga tysta stora närmaste följande längsta minsta senaste högsta allra".split())
"""After *i det* these need no noun: *tack för i det väsentliga bra svar*."""


def _here(words: WordsAt) -> Iterator[Mistake]:
    """Nouns after *den här* that lack their ending or have another gender: *den här faktor, det här nyheten*."""
    forms = words.block.words
    for i in range(words.start, words.end - 2):
        if forms[i] in _THE and forms[i + 1] in _HERE and (phrase := phrase_at(words, i + 1)):
            yield from _after_here(phrase._replace(determiner=i))


def _after_here(phrase: Phrase) -> Iterator[Mistake]:
    """The phrase, where article or noun is another than it should be."""
    noun = _only_noun(phrase) or _one_of_both_numbers(phrase)
    if noun is None or phrase.noun != phrase.determiner + 2 or not phrase.is_whole:
        return
    block, first = phrase.words.block, phrase.determiner
    article = _ARTICLES[noun.gender]
    if (block.words[first], phrase.noun_form) != (article, noun.definite):
        instead = f"{article} {block.words[first + 1]} {noun.definite}"
        yield phrase_mistake(phrase, noun, match_case(block.written(first, first + 1), instead))


def _only_noun(phrase: Phrase) -> NounForm | None:
    """The noun, where there is no doubt of it and it is singular."""
    readings = phrase.readings
    if len(readings) != 1 or phrase.has_unknown:
        return None
    return readings[0] if readings[0].number == "Sing" else None


def _one_of_both_numbers(phrase: Phrase) -> NounForm | None:
    """The singular of a noun whose plural is the same: *det här* **brev**."""
    forms = {reading.noun for reading in phrase.readings}
    if len(forms) != 1 or phrase.has_unknown or any(reading.is_definite for reading in phrase.readings):
        return None
    return next((reading for reading in phrase.readings if reading.number == "Sing"), None)


def _bare(words: WordsAt) -> Iterator[Mistake]:
    """Nouns without their ending after *den* and an adjective: *den nya plan*, *i den nya läsår*."""
    for phrase in phrases_after(words, _THE):
        noun = _bare_noun(phrase)
        if noun is None or noun.is_definite or not _are_adjectives(phrase) or _has_clause(phrase):
            continue
        if phrase.is_whole and not phrase.noun_form.endswith(_OF_ONE_FORM):
            yield from rewritten(phrase, noun, _ARTICLES[noun.gender], noun.definite)


def _bare_noun(phrase: Phrase) -> NounForm | None:
    """The noun that the article may belong to.

    *Då byggs* **det** *nya båthus*, *ge* **den** *sjuka stöd*: only after a preposition is the noun surely the
    article's where it may be plural or has the other gender.
    """
    noun = _only_noun(phrase)
    if noun is not None and _ARTICLES[noun.gender] == phrase.determiner_form:
        return noun
    return (noun or _one_of_both_numbers(phrase)) if _is_after_preposition(phrase) else None


def _is_after_preposition(phrase: Phrase) -> bool:
    """Whether *i*, *av* or the like stands straight before; not *om*, *för* and others that may open a clause."""
    block, before = phrase.words.block, phrase.determiner - 1
    if before < phrase.words.start or block.words[phrase.determiner + 1] in _WHOLE_PHRASES:
        return False
    return block.tags[before] == "ADP" and block.words[before] not in _MAY_OPEN_CLAUSE


_OF_ONE_FORM = ("examen", "tentamen")
"""Nouns that are the same with and without an article: *den aktuella* **examen**."""


def _has_clause(phrase: Phrase) -> bool:
    """Whether a clause may follow that the article points at: *den nya plan som vi har gjort*."""
    block, end = phrase.words.block, phrase.noun + 1
    after = block.words[end : min(end + _REACH, phrase.words.end)]
    is_subject = bool(after) and block.tags[end] in _SUBJECTS
    return is_subject or not _CLAUSE_OPENERS.isdisjoint(after)


def _are_adjectives(phrase: Phrase) -> bool:
    """Whether all between determiner and noun are adjectives with the definite ending, as the tagger sees it too."""
    block = phrase.words.block
    between = range(phrase.determiner + 1, phrase.noun)
    return bool(between) and all(block.tags[i] == "ADJ" and block.words[i].endswith(_WEAK) for i in between)


def _other_gender(words: WordsAt) -> Iterator[Mistake]:
    """The other gender's article before an adjective and a definite noun: *det nya planen*."""
    for phrase in phrases_after(words, _THE):
        noun = _only_noun(phrase)
        if noun is None or not noun.is_definite or not _are_adjectives(phrase):
            continue
        if _ARTICLES[noun.gender] != phrase.determiner_form:
            yield from rewritten(phrase, noun, _ARTICLES[noun.gender], phrase.noun_form)


def _these(words: WordsAt) -> Iterator[Mistake]:
    """Definite nouns after *denna* or *dessa*: *dessa språken*."""
    for phrase in phrases_after(words, _THESE):
        readings = phrase.readings
        if phrase.has_unknown or not readings or not all(reading.is_definite for reading in readings):
            continue
        if _has_done(phrase):
            continue
        noun = readings[0]
        form = noun.plural if noun.number == "Plur" else noun.noun
        if form:
            yield from rewritten(phrase, noun, None, form)


def _has_done(phrase: Phrase) -> bool:
    """Whether the word stands alone before what it did, *har* left out: *nämnden, om* **denna beviljat** *stödet*."""
    after = phrase.words.block.words[phrase.determiner + 1]
    return phrase.noun > phrase.determiner + 1 and "sup" in slots(after)


def _this(words: WordsAt) -> Iterator[Mistake]:
    """*Denna* and *detta* before a noun of the other gender: *denna beslut, detta idé*."""
    for phrase in phrases_after(words, _THIS):
        genders = {noun.gender for noun in phrase.readings}
        noun = next((noun for noun in phrase.readings if noun.number == "Sing" and not noun.is_definite), None)
        if noun is None or len(genders) > 1 or phrase.has_unknown or not phrase.is_whole or not _is_close(phrase):
            continue
        right = _THIS_FORMS[noun.gender]
        if phrase.determiner_form != right:
            yield from rewritten(phrase, noun, right, phrase.noun_form)


def _is_close(phrase: Phrase) -> bool:
    """Whether the word may only belong to the noun: *detta* alone may be what somebody does: *gör detta skola*."""
    before = phrase.determiner - 1
    if phrase.noun != phrase.determiner + 1 + len(phrase.adjectives):
        return False
    if phrase.determiner_form == "denna" or before < phrase.words.start:
        return True
    block = phrase.words.block
    return block.tags[before] in _BEFORE_THIS and block.words[before] != "före" and not phrase.adjectives


HERE = Check(_here, _HERE, VALUES)
BARE = Check(_bare, _THE, VALUES)
OTHER_GENDER = Check(_other_gender, _THE, VALUES)
THESE = Check(_these, _THESE, VALUES)
THIS = Check(_this, _THIS, VALUES)
