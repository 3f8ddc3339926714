"""What must, should or may be done."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from klarsprak.compare.statements import Statement


class Modality(StrEnum):
    """What is asked of somebody."""

    MUST = "ska"
    SHOULD = "bör"
    MAY = "får"


class Demand(NamedTuple):
    """A verb that must, should or may be done: *du ska lämna in*."""

    modality: Modality
    verb: str
    """In dictionary form."""
    text: str


_MODALS = {
    **dict.fromkeys("ska skall måste".split(), Modality.MUST),
    **dict.fromkeys("bör borde".split(), Modality.SHOULD),
    **dict.fromkeys("kan får kunna må".split(), Modality.MAY),
}
_CLAUSE = 7
"""So many words may stand between a modal verb and its infinitive: *ska du senast den 3 maj lämna*."""
_ENDS_CLAUSE = frozenset({",", ".", ";", *_MODALS})
_NOT = frozenset("inte ej icke aldrig".split())


def demands(statement: Statement) -> Iterator[Demand]:
    """The modal verbs with their infinitives; one with a no beside it is another matter and is left out."""
    for place, word in enumerate(statement.words):
        verb = _infinitive_after(statement, place) if word in _MODALS else None
        if verb is not None and _NOT.isdisjoint(statement.words[place:verb]):
            yield Demand(_MODALS[word], _active(statement.lemmas[verb]), f"{word} {statement.words[verb]}")


def _infinitive_after(statement: Statement, place: int) -> int | None:
    """The place of the infinitive that the modal verb there goes with; None where another verb comes between."""
    for verb in range(place + 1, min(place + 1 + _CLAUSE, len(statement.words))):
        if statement.words[verb] in _ENDS_CLAUSE:
            return None
        if statement.tags[verb] == "VERB" and "VerbForm=Inf" in statement.features[verb]:
            return verb
    return None


def _active(lemma: str) -> str:
    """*lämnas* is *lämna*."""
    return lemma.removesuffix("s") if lemma.endswith("as") else lemma
