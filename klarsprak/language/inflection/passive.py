"""Which verb phrases can stand in the passive with the object as its subject."""

from __future__ import annotations

from klarsprak.language.inflection.phrases import PARTICLE_VERBS
from klarsprak.language.inflection.verbs import has_passive, is_deponent

_RESTS = frozenset(
    (
        *(
            "in",
            "ut",
            "upp",
            "ner",
            "ned",
            "fram",
            "bort",
            "tillbaka",
            "igen",
            "undan",
            "samman",
            "ihop",
            "isär",
            "hem",
        ),
        *("i gång", "igång", "i ordning", "till vara", "i anspråk", "i uppdrag", "om hand", "hand om", "i verket"),
        *(
            "möjlighet",
            "tillfälle",
            "chansen",
            "rätt till",
            "kvar",
            "gällande",
            "fast",
            "till grund",
            "till förfogande",
        ),
        *("utan avseende", "utan åtgärd", "utan bifall", "till kännedom", "i beaktande"),
    )
)
"""What may follow a passive verb whose subject is the active's object."""


def takes_passive(phrase: str) -> bool:
    """Whether a verb or verb phrase may be suggested in the passive: *skickas in* but not *hänvisas till*."""
    verb, _, rest = phrase.partition(" ")
    if not has_passive(verb):
        return False
    return not rest or rest in _RESTS or phrase in PARTICLE_VERBS


def is_passive(phrase: str) -> bool:
    """Whether the dictionary form is itself the passive of a verb: *behövas*, but not *finnas*."""
    verb = phrase.partition(" ")[0]
    return verb.endswith("s") and not is_deponent(verb) and has_passive(verb[:-1])
