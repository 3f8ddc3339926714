"""Which verb phrases can stand in the passive with the object as its subject."""

from __future__ import annotations

from klarsprak.language.inflection.verb_phrases import PARTICLE_VERBS
from klarsprak.language.inflection.verbs import has_passive, is_deponent
from klarsprak.language.inflection.wrapping import as_phrases

_RESTS = as_phrases(
    """bort, chansen, fast, fram, gällande, hand om, hem, i anspråk, i beaktande, i gång, i ordning, i uppdrag,
    i verket, igen, igenom, igång, ihop, in, isär, iväg, kvar, möjlighet, ned, ner, om hand, rätt till, samman,
    sönder, till förfogande, till grund, till kännedom, till vara, tillbaka, tillfälle, undan, upp, ut,
    utan avseende, utan bifall, utan åtgärd, vidare"""
)
"""What may follow a passive verb whose subject is the active's object."""

_STIFF = frozenset({"ge"})
"""Verbs whose passive is right and nobody says."""


def takes_passive(phrase: str) -> bool:
    """Whether a verb or verb phrase may be suggested in the passive.

    *Platsen som du ges* is worse than *som du tilldelas*: the sentence has to be turned, *platsen som du får*.

    >>> list(filter(takes_passive, ["skicka", "skicka in", "ta emot", "hänvisa till", "få", "ge", "ge möjlighet"]))
    ['skicka', 'skicka in', 'ta emot', 'ge möjlighet']
    """
    verb, _, rest = phrase.partition(" ")
    if phrase in _STIFF or not has_passive(verb):
        return False
    return not rest or rest in _RESTS or phrase in PARTICLE_VERBS


def must_be_active(phrase: str) -> bool:
    """Whether nobody says the verb in the passive, so that a sentence with it needs another subject.

    >>> must_be_active("få"), must_be_active("ge"), must_be_active("skicka")
    (True, True, False)
    """
    return phrase in _STIFF or not has_passive(phrase.partition(" ")[0])


def is_passive(phrase: str) -> bool:
    """Whether the dictionary form is itself the passive of a verb.

    >>> is_passive("behövas"), is_passive("finnas"), is_passive("behöva")
    (True, False, False)
    """
    verb = phrase.partition(" ")[0]
    if not verb.endswith("s") or is_deponent(verb):
        return False
    return has_passive(verb[:-1])
