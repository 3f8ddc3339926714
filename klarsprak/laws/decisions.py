"""A chain of decisions as a table: the first row that applies gives the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Case = TypeVar("Case")


@dataclass(frozen=True, slots=True)
class Decision(Generic[Case]):
    """A row: what it is called, when it applies, what the answer is then, and words of a letter where it decides.

    The tests run each row's ``example``.
    """

    name: str
    applies: Callable[[Case], bool]
    answer: bool
    example: str


def decide(table: Sequence[Decision[Case]], case: Case) -> Decision[Case]:
    """The first row that applies.

    The last one must always do (``otherwise``); raises ``ValueError`` where none does.
    """
    for row in table:
        if row.applies(case):
            return row
    raise ValueError(f"no decision on {case!r}")


def otherwise(case: object) -> bool:
    """Whether a table's last row applies: always."""
    return True
