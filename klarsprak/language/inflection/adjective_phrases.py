"""Paradigms of adjective phrases: the adjective inflects."""

from __future__ import annotations

from klarsprak.language.inflection.adjectives import adjective_paradigm
from klarsprak.language.inflection.dictionary_form import dictionary_form
from klarsprak.language.inflection.model import Paradigm
from klarsprak.language.inflection.wrapping import CLAUSE_OPENERS, PREPOSITIONS, wrap

_NO_ADJECTIVE_FIRST = PREPOSITIONS | CLAUSE_OPENERS | {"den", "det", "de", "inte"}
_COMPARED = ("cmp", "supl", "supl.def")


def adjective_phrase_paradigm(phrase: str) -> Paradigm:
    """All forms of an adjective or of an adjective phrase; empty where it can't be inflected.

    >>> [adjective_phrase_paradigm(phrase)["plur"] for phrase in ("ny", "skyldig till", "inte giltig", "mycket ny")]
    [('nya',), ('skyldiga till',), ('inte giltiga',), ('mycket nya',)]
    >>> adjective_phrase_paradigm("av ny")
    {}
    """
    first, *others = phrase.split(" ")
    if not others:
        return {} if phrase in PREPOSITIONS else adjective_paradigm(phrase)
    if first in _NO_ADJECTIVE_FIRST:
        return _negated(first, others)
    if others[0] in PREPOSITIONS:
        return wrap(adjective_paradigm(first), after=" " + " ".join(others))
    return _after_adverbs([first, *others])


def _negated(first: str, others: list[str]) -> Paradigm:
    """*inte giltig, inte giltigt*."""
    if first != "inte" or len(others) > 1:
        return {}
    return wrap(_positive(others[0]), "inte ")


def _after_adverbs(words: list[str]) -> Paradigm:
    """*särskilt viktig, särskilt viktiga*."""
    *adverbs, adjective = words
    if dictionary_form(adjective) != adjective:
        return {}
    return wrap(_positive(adjective), " ".join(adverbs) + " ")


def _positive(adjective: str) -> Paradigm:
    """Its forms but for those of comparison."""
    forms = adjective_paradigm(adjective)
    return {slot: texts for slot, texts in forms.items() if slot not in _COMPARED}
