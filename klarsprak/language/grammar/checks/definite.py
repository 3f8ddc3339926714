"""A noun with the definite ending where it may have none: *ett lands framtiden, ditt beslutet, en grottan*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import (
    ARTICLES,
    MANY,
    OWNERS,
    PLURAL_POSSESSIVES,
    POSSESSIVES,
    VALUES,
    Phrase,
    phrase_at,
    phrases_after,
    rewritten,
)
from klarsprak.language.grammar.lexicon import NounForm, noun_forms
from klarsprak.language.inflection import agree
from klarsprak.language.words_at import WordsAt

_SIGNS = ARTICLES | POSSESSIVES | PLURAL_POSSESSIVES | OWNERS | MANY | {"varje"}
_BEFORE_MANY = frozenset("att eftersom när om och men vi jag man ni hur så , :".split())
_BEFORE_NUMBERS = ("VERB", "AUX", "ADP")


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each definite noun after a word that forbids it."""
    for phrase in phrases_after(words, _SIGNS):
        if phrase.determiner_form not in MANY or _stands_first(phrase):
            yield from _mistakes(phrase)


def _mistakes(phrase: Phrase) -> Iterator[Mistake]:
    """The phrase, where its noun can't be but definite, with the form that it should have."""
    readings = phrase.readings
    if phrase.has_unknown or not readings or not all(reading.is_definite for reading in readings):
        return
    if "och" in phrase.words.block.words[phrase.determiner : phrase.noun]:  # *många sökande* **och urvalet**
        return
    if _may_be_noun(phrase.words.block.words[phrase.noun - 1]) or _leads_to_noun(phrase):
        return
    noun = readings[0]
    if phrase.determiner_form in MANY | PLURAL_POSSESSIVES:
        noun = noun._replace(number="Plur")
    form = noun.plural if noun.number == "Plur" else noun.noun
    if form:
        yield from rewritten(phrase, noun, agree(phrase.determiner_form, noun.gender, noun.number, "Ind"), form)


def _may_be_noun(form: str) -> bool:
    """Whether the word before the noun may be the phrase's own noun: *ett meddelande dagen efter*."""
    return form.endswith(("ande", "ende"))


def _leads_to_noun(phrase: Phrase) -> bool:
    """Whether the word may be an adjective of the noun after it: *en vaken vuxen*, though *vak* is a noun."""
    after = phrase.noun + 1
    if phrase.determiner_form in MANY or after >= phrase.words.end:
        return False
    if phrase.words.block.words[after].startswith("tillhörig"):  # *ett* **klubben tillhörigt** *skåp*
        return True
    if not phrase.words.block.words[phrase.noun].endswith("en"):
        return False
    return phrase.words.block.tags[after] in ("NOUN", "ADJ")


def _stands_first(phrase: Phrase) -> bool:
    """Whether nothing definite stands before a number: *mellan två skolan*, not *de två skolorna*."""
    block, before = phrase.words.block, phrase.determiner - 1
    if before < phrase.words.start:
        return phrase.determiner_form == "många"
    if block.words[before] == "till" and before > phrase.words.start and block.tags[before - 1] == "NUM":
        return False  # *de senaste två* **till tre månaderna**
    return block.tags[before] in _BEFORE_NUMBERS or block.words[before] in _BEFORE_MANY


def _after_genitives(words: WordsAt) -> Iterator[Mistake]:
    """Each definite noun after a noun or name in the genitive: *ett lands framtiden*."""
    block = words.block
    among = enumerate(block.words[words.start : words.end - 1], words.start)
    for i in [i for i, form in among if form.endswith("s")]:
        if block.tags[i] != "NOUN" or not _is_genitive(words, i):
            continue
        phrase = phrase_at(words, i)
        if phrase and not phrase.has_unknown:
            yield from _mistakes(phrase)


def _is_genitive(words: WordsAt, i: int) -> bool:
    """Whether the word, which ends in s, is a noun's whole genitive: *jordens, ett lands*, not *utbildnings*."""
    owners = _owners(words.block.words[i])
    if any(owner.is_definite for owner in owners):
        return True
    return bool(owners) and i > words.start and words.block.words[i - 1] in _SIGNS


def _owners(form: str) -> tuple[NounForm, ...]:
    """The nouns of which the word, which ends in s, is the genitive."""
    return () if noun_forms(form) else noun_forms(form.removesuffix("s"))


def _may_own(form: str) -> bool:
    """Whether the word is a noun's genitive."""
    return form.endswith("s") and bool(_owners(form))


DEFINITE = Check(_find, _SIGNS, VALUES)
AFTER_GENITIVE = Check(_after_genitives, values=VALUES, is_sign=_may_own)
