"""Decision lists: tables whose rows are tried from the top, each with an example that a test runs.

The order of the rows is what is decided; a new layout of signatures is a new row at its place, with its example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

Given = TypeVar("Given")
Answer = TypeVar("Answer")


class Decision(NamedTuple, Generic[Given, Answer]):
    """A row: what is answered where its test holds.

    ``example`` is a text for which this row is the first one that holds.
    """

    name: str
    holds: Callable[[Given], object]
    answer: Answer
    example: str


def decide(decisions: Iterable[Decision[Given, Answer]], given: Given) -> Decision[Given, Answer] | None:
    """The first row whose test holds, None where none does."""
    for decision in decisions:
        if decision.holds(given):
            return decision
    return None


class Reading(NamedTuple, Generic[Given, Answer]):
    """A row that answers itself: ``read`` gives None where it doesn't apply."""

    name: str
    read: Callable[[Given], Answer | None]
    example: str


def read_first(readings: Iterable[Reading[Given, Answer]], given: Given) -> Answer | None:
    """The answer of the first row that has one."""
    for reading in readings:
        answer = reading.read(given)
        if answer is not None:
            return answer
    return None
