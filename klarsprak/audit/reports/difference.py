"""When two groups of letters differ so much that a report may say so."""

from __future__ import annotations

from math import hypot, sqrt

from klarsprak.audit.reports.groups import LEAST_LETTERS, PER_WORDS, Sums
from klarsprak.swedish import percent

LEAST_COMPARED = 20
"""Letters that there must be on either side, copies counted once."""
LEAST_SHARE = 0.2
"""A difference of less than this share of the lower rate is too small to do anything about."""
LEAST_ERRORS = 3.0
"""Standard errors that the difference must exceed: chance alone does that in one comparison of 370.

Two would be the habit, but a report compares dozens of units and types: one in twenty would stand out for nothing.
"""
RULE = (
    f"Rapporten visar siffror för grupper med minst {LEAST_LETTERS} brev. Den säger att två grupper skiljer sig bara "
    f"om båda har minst {LEAST_COMPARED} olika brev, om den ena har minst {percent(LEAST_SHARE)} fler anmärkningar "
    f"{PER_WORDS} än den andra, och om skillnaden är för stor för att bero på slumpen (större än tre medelfel)."
)


def comparable(one: Sums, other: Sums) -> bool:
    """Whether both have letters enough to be compared."""
    return min(one.contents, other.contents) >= LEAST_COMPARED


def clear_difference(one: Sums, other: Sums) -> float:
    """How many more findings per 1,000 words the first has, less than 0 for fewer; 0 where that is not clear."""
    by = one.rate - other.rate
    is_large = abs(by) >= LEAST_SHARE * min(one.rate, other.rate)
    is_sure = abs(by) > LEAST_ERRORS * hypot(one.error, other.error)
    return by if is_large and is_sure and comparable(one, other) else 0.0


def clear_share_difference(one: float, of: Sums, other: float, of_others: Sums) -> bool:
    """Whether two shares of letters, from 0 to 1, differ for sure."""
    if not comparable(of, of_others):
        return False
    return abs(one - other) > LEAST_ERRORS * hypot(_share_error(one, of), _share_error(other, of_others))


def _share_error(share: float, of: Sums) -> float:
    """Standard error of a share of the letters, copies counted once."""
    return sqrt(share * (1 - share) / of.contents)
