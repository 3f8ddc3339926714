"""Decision lists: tables whose rows are tried from the top, each with an example that a test runs.

The order of the rows is what is decided; a new layout of signatures is a new row at its place, with its example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

Given = TypeVar("Given")
Answer = TypeVar("Answer")


class Trait(NamedTuple, Generic[Given]):
    """A row that says yes: it is one of several, any of which is enough.

    ``example`` is a text for which this row is the first one that holds.
    """

    name: str
    holds: Callable[[Given], object]
    example: str


class DecisionRow(NamedTuple, Generic[Given, Answer]):
    """A row that says what is answered where it holds."""

    name: str
    holds: Callable[[Given], object]
    answer: Answer
    example: str


class Reading(NamedTuple, Generic[Given, Answer]):
    """A row that works the answer out: ``read`` gives None where the row doesn't apply.

    ``capital`` tells that it never applies to a text without a capital letter.
    """

    name: str
    read: Callable[[Given], Answer | None]
    example: str
    capital: bool = False


def any_holds(traits: Iterable[Trait[Given]], given: Given) -> bool:
    """Whether a row holds.

    For lists of reasons, any of which is enough: ``NO_NAME``.
    """
    for trait in traits:  # noqa: SIM110 - asked hundreds of times a letter, and ``any`` takes twice as long
        if trait.holds(given):
            return True
    return False


def decide(decisions: Iterable[DecisionRow[Given, Answer]], given: Given, otherwise: Answer) -> Answer:
    """The answer of the first row that holds, or ``otherwise``.

    For lists that tell one of several things: ``NUMBERS``.
    """
    for decision in decisions:
        if decision.holds(given):
            return decision.answer
    return otherwise


def read_first(readings: Iterable[Reading[Given, Answer]], given: Given) -> Answer | None:
    """The answer of the first row that has one.

    For lists that find something out: ``LINES``.
    """
    for reading in readings:
        answer = reading.read(given)
        if answer is not None:
            return answer
    return None
