"""Paradigms of noun phrases: the head inflects, and the adjectives in front of it with it."""

from __future__ import annotations

from klarsprak.language.inflection.adjectives import adjective_paradigm
from klarsprak.language.inflection.dictionary_form import dictionary_form
from klarsprak.language.inflection.model import Paradigm, ParadigmSlot
from klarsprak.language.inflection.nouns import noun_gender, noun_paradigm
from klarsprak.language.inflection.wrapping import CLAUSE_OPENERS, PREPOSITIONS, wrap

_PRONOUNS = frozenset("jag du vi ni han hon hen den det de vem".split())
_AGREEMENTS = {"pl.ind": "plur", "si.def": "def", "pl.def": "defpl"}
"""The slot of an adjective by that of its noun; singular indefinite goes by gender."""


def noun_phrase_paradigm(phrase: str) -> Paradigm:
    """All forms of a noun or of a noun phrase; empty where it can't be inflected.

    >>> noun_phrase_paradigm("skriftlig ansökan om bidrag")["pl.ind.nom"]
    ('skriftliga ansökningar om bidrag',)
    """
    words = phrase.split(" ")
    if words[0] in _PRONOUNS:
        return {}
    head = _head(words)
    forms = noun_paradigm(words[head])
    return forms if len(words) == 1 else _around(forms, words, head)


def after_possessives(phrase: str) -> set[str]:
    """How the phrase looks after *vår, denna, nämndens*, for which a paradigm has no slot; none for a lone noun.

    >>> after_possessives("god man om bolag"), after_possessives("vite")
    ({'gode man om bolag'}, set())
    """
    if " " not in phrase:
        return set()
    words = phrase.split(" ")
    head = _head(words)
    before = _all_before_noun(words[:head], "si.def.nom", words[head])
    return {" ".join([*before, *words[head:]])} if before else set()


def gender_of(phrase: str) -> str | None:
    """The gender of a noun or of a noun phrase's head.

    >>> gender_of("beslut om bidrag"), gender_of("allmän handling")
    ('Neut', 'Com')
    """
    words = phrase.split(" ")
    return noun_gender(words[_head(words)])


def _head(words: list[str]) -> int:
    """Where the last noun before a preposition or clause stands.

    >>> _head(["allmän", "handling", "som"]), _head(["allmän", "handling"])
    (1, 1)
    """
    for index, word in enumerate(words[1:]):
        if word in PREPOSITIONS or word in CLAUSE_OPENERS:
            return index
    return len(words) - 1


def _around(forms: Paradigm, words: list[str], head: int) -> Paradigm:
    """The noun's forms with the other words; empty where one before it isn't known."""
    after = " ".join(["", *words[head + 1 :]])
    phrase: Paradigm = {}
    for slot, texts in forms.items():
        before = _all_before_noun(words[:head], slot, words[head])
        if before is None:
            return {}
        phrase |= wrap({slot: texts}, " ".join([*before, ""]), after)
    return phrase


def _all_before_noun(words: list[str], slot: ParadigmSlot, noun: str) -> list[str] | None:
    """The words as the noun's form wants them; None where one isn't known."""
    agreeing = []
    for word in words:
        form = _before_noun(word, slot, noun)
        if form is None:
            return None
        agreeing.append(form)
    return agreeing


def _before_noun(word: str, slot: ParadigmSlot, noun: str) -> str | None:
    """A word that stands before the noun in a phrase, as the noun's form wants it; None for an unknown word.

    >>> _before_noun("allmän", "pl.ind.nom", "handling"), _before_noun("barn-", "pl.ind.nom", "handling")
    ('allmänna', 'barn-')
    """
    if word == "och" or word.endswith("-"):
        return word
    adjective = dictionary_form(word)
    if adjective is None:
        return None
    forms = adjective_paradigm(adjective).get(_agreement(adjective, slot, noun), ())
    return next(iter(forms), None)


def _agreement(adjective: str, slot: ParadigmSlot, noun: str) -> ParadigmSlot:
    """The adjective's slot; *god man* is an office: *gode mannen, gode män*.

    >>> _agreement("skriftlig", "si.ind.nom", "svar"), _agreement("skriftlig", "si.def.nom", "svar")
    ('neut', 'def')
    >>> _agreement("god", "si.def.nom", "man")
    'masc'
    """
    singular = "neut" if noun_gender(noun) == "Neut" else "com"
    wanted = _AGREEMENTS.get(slot[:6], singular)
    is_office = adjective == "god" and noun == "man"
    return "masc" if is_office and wanted != singular else wanted
