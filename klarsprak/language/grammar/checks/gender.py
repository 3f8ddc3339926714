"""An article or possessive for the other gender: *ett begäran, min förslag*.

The lexicon says what gender the noun has, not the tagger, which takes it from the words before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import FINITE
from klarsprak.language.grammar.checks.noun_phrase import (
    ARTICLES,
    POSSESSIVES,
    PRONOUNS,
    VALUES,
    Phrase,
    phrases_after,
    rewritten,
)
from klarsprak.language.grammar.lexicon import NounForm
from klarsprak.language.inflection import agree
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_SIGNS = ARTICLES | POSSESSIVES | PRONOUNS
_OTHER_NOUN_FOLLOWS = frozenset("del massa mängd rad par antal slags sorts typ gång stycken dussin tal".split())
"""Nouns after which the one that is meant comes: *en massa folk, ett slags avtal*."""
_VERBAL = ("ande", "ende")
"""Nouns for persons that may be what they do as well: *en sökande*, *ditt fortsatta sökande*."""
_ABOUT = frozenset({"gällande", "angående", "avseende", "rörande", "beträffande"})
"""Words like participles that tell what something is about."""
_JOINERS = frozenset({"och", "eller"})
_ALSO_ADVERBS = frozenset({"någon", "något"})
"""Before an adjective these may say *somewhat*: *något högre nivå*."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each phrase that the noun's own gender would make another one."""
    for phrase in phrases_after(words, _SIGNS):
        noun = _noun_of_one_gender(phrase)
        if noun is None:
            continue
        determiner = agree(phrase.determiner_form, noun.gender, "Sing", "Ind")
        # Looked at last whether it may be right all the same, since most phrases agree.
        if determiner not in (None, phrase.determiner_form) and not _may_be_right(phrase):
            yield from rewritten(phrase, noun, determiner, phrase.noun_form)


def _noun_of_one_gender(phrase: Phrase) -> NounForm | None:
    """The noun, where it can't be but of one gender, singular and indefinite."""
    readings = phrase.readings
    genders = {reading.gender for reading in readings}
    singular = [reading for reading in readings if reading.number == "Sing" and not reading.is_definite]
    return singular[0] if len(genders) == 1 and singular else None


def _may_be_right(phrase: Phrase) -> bool:
    """Whether the determiner may belong to another word, or the noun be more than a plain one."""
    if phrase.has_unknown or not phrase.is_whole or phrase.noun_form in _OTHER_NOUN_FOLLOWS:
        return True
    if _is_technical(phrase) or _is_numbered(phrase) or _goes_on_with_about(phrase):
        return True
    if phrase.noun_form.endswith(_VERBAL) and phrase.determiner_form.endswith("t"):
        return True
    return _is_no_determiner(phrase)


def _is_no_determiner(phrase: Phrase) -> bool:
    """Whether *något* says *somewhat* or goes before *man*, or *någon* is who acts: *något man kan räkna med*."""
    if phrase.noun_form == "man" and phrase.determiner_form == "något":
        return True
    if phrase.determiner_form in _ALSO_ADVERBS and phrase.noun > phrase.determiner + 1:
        return True
    return phrase.determiner_form == "någon" and _is_somebody(phrase)


def _is_somebody(phrase: Phrase) -> bool:
    """Whether the word may be who acts, as its verb stands before: **Hyr någon** *hus*, *eller tar någon lån*."""
    before = phrase.determiner - 1
    if before < phrase.words.start or slots(phrase.words.block.words[before]).isdisjoint(FINITE):
        return False
    return before == phrase.words.start or phrase.words.block.tags[before - 1] in ("CCONJ", "PUNCT", "SCONJ")


def _goes_on_with_about(phrase: Phrase) -> bool:
    """Whether the noun stands after what the article belongs to: *ditt bestridande* **gällande** *avgift*.

    *Ett skyddat* **boende eller** *vård*: that may be a noun too.
    """
    between = phrase.words.block.words[phrase.determiner + 2 : phrase.noun]
    is_other_noun = any(form.endswith(_VERBAL) and after in _JOINERS for form, after in pairwise(between))
    return is_other_noun or not _ABOUT.isdisjoint(between)


def _is_numbered(phrase: Phrase) -> bool:
    """Whether a number and another noun follow, to which the article belongs: *ett steg 2 samtal, ett fas 3 möte*."""
    tags, after = phrase.words.block.tags, phrase.noun + 1
    return after + 1 < phrase.words.end and tags[after] == "NUM" and tags[after + 1] == "NOUN"


def _is_technical(phrase: Phrase) -> bool:
    """Whether the noun is no plain word, or *min* is short for minimum: *ett SOAP-Exception, max/min värde*."""
    block, first = phrase.words.block, phrase.determiner
    noun = block.written(phrase.noun, phrase.noun + 1)
    before = block.words[first - 1] if first > phrase.words.start else ""
    return not noun.isalpha() or not noun[1:].islower() or before.endswith("/")


_OF_MANY = {"min": "mina", "din": "dina", "vår": "våra", "mitt": "mina", "ditt": "dina", "vårt": "våra"}


def _many_of_one(words: WordsAt) -> Iterator[Mistake]:
    """A possessive for one thing before several: *min vänner*."""
    for phrase in phrases_after(words, frozenset(_OF_MANY)):
        readings = phrase.readings
        if phrase.has_unknown or not phrase.is_whole or _is_technical(phrase) or _may_be_one(phrase):
            continue
        yield from rewritten(phrase, readings[0], _OF_MANY[phrase.determiner_form], phrase.noun_form)


def _may_be_one(phrase: Phrase) -> bool:
    """Whether the noun is or may be singular: *ditt bord*; definite ones are wrong for another reason."""
    form, readings = phrase.noun_form, phrase.readings
    return not readings or any(noun.number == "Sing" or noun.is_definite or noun.plural != form for noun in readings)


MANY_OF_ONE = Check(_many_of_one, frozenset(_OF_MANY), VALUES)
GENDER = Check(_find, _SIGNS, VALUES)
