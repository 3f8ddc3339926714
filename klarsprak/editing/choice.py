"""Which findings stand as comments of their own, and which are only listed: a person takes in so many and no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from klarsprak.finding import Finding, Level

MOST_COMMENTS = 20
"""Comments in a letter where nobody has said from which level on.

The margin of a page in Word shows about ten of them opened, and most letters have one page or two.
"""


class Choice(NamedTuple):
    """The findings that point at words, each once, in the order of the text."""

    shown: list[Finding]
    """Those that get a comment at their words."""
    listed: list[Finding]
    """Those that are only listed, in one comment for all."""


def choose(findings: Sequence[Finding], lowest: Level | None = None) -> Choice:
    """Comments for those of the level ``lowest`` or above.

    With None that is what must or should be changed, and no more than ``MOST_COMMENTS``: the gravest, and of equals
    the first of each rule before those that say the same again.  What must be changed is never left out.
    """
    placed = [finding for finding in findings if finding.place is not None]
    wanted = [number for number, finding in enumerate(placed) if finding.level >= (lowest or Level.WARNING)]
    if lowest is None:
        wanted = _most_important(wanted, placed)
    shown = set(wanted)
    return Choice(
        [finding for number, finding in enumerate(placed) if number in shown],
        [finding for number, finding in enumerate(placed) if number not in shown],
    )


def _most_important(numbers: Sequence[int], placed: Sequence[Finding]) -> list[int]:
    """The numbers of as many as a person takes in; all that must be changed are among them."""
    errors = sum(placed[number].level is Level.ERROR for number in numbers)
    again = _times_told_before(placed[number].rule for number in numbers)
    weights = dict(zip(numbers, again, strict=True))
    by_weight = sorted(numbers, key=lambda number: (-placed[number].level, weights[number]))
    return by_weight[: max(MOST_COMMENTS, errors)]


def _times_told_before(rules: Iterable[str]) -> list[int]:
    """For each finding how many of its rule stand before it.

    >>> _times_told_before(["ton.hot", "ton.ropar", "ton.hot"])
    [0, 0, 1]
    """
    counters: dict[str, count[int]] = {}
    return [next(counters.setdefault(rule, count())) for rule in rules]
