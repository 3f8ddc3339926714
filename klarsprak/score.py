"""One number a letter, from 0 to 100, that says how easy it is likely to be to read and to act on.

The points of what was found, per 1,000 words, bring it down from 100.  So do long words and sentences, a long text,
and each thing that the letter as a whole must have and lacks.  The weights are those that best agreed with how two
people ordered thirty letters; ``docs/handbok/granskning.md`` says how well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import sqrt

from klarsprak.finding import Finding, Level, Score

BEST = 100.0
POINTS: Mapping[Level, float] = {Level.ERROR: 3.0, Level.WARNING: 2.0, Level.INFO: 0.5}
"""Points of a finding at a place in the letter."""
HALF = 150.0
"""Points at which half of the score is left."""
LIX_POINTS, EASY_LIX = 8.0, 30.0
"""Points of each step of LIX above what is easy."""
WORD_POINTS, SHORT = 0.2, 100.0
"""Points of each word of a letter above what is short."""
MUST = 1.0
"""What each thing that must be in the letter, and isn't, takes from the score."""
LEAST_WORDS = 40
"""Of a shorter letter no score is told: one finding more would change it too much."""
PER = 1_000.0
Z = 1.96
"""Standard errors on either side of a number that hold it in 95 cases of 100."""


def score(words: int, found: Mapping[Level, int], musts: int = 0, lix: float | None = None) -> Score | None:
    """The score of a letter; ``found`` counts findings at a place, ``musts`` errors of the letter as a whole.

    None for a letter that is too short.  Findings come as chance would have it (Poisson): in a short letter one more
    or less makes a great difference, and one is always added, since a letter without any may have had luck.
    """
    if words < LEAST_WORDS:
        return None
    burden = LIX_POINTS * max(0.0, (lix or EASY_LIX) - EASY_LIX) + WORD_POINTS * max(0.0, words - SHORT)
    points = sum(POINTS[level] * count for level, count in found.items())
    variance = sum(POINTS[level] ** 2 * count for level, count in found.items()) + POINTS[Level.INFO] ** 2
    by = Z * sqrt(variance)
    return Score(
        *(_value(PER * max(0.0, each) / words + burden, musts) for each in (points, points + by, points - by))
    )


def _value(points: float, musts: int) -> float:
    return max(0.0, BEST * HALF / (HALF + points) - MUST * musts)


def score_of(findings: Iterable[Finding], words: int, lix: float | None) -> Score | None:
    """The score of a letter by all that was found in it."""
    found = list(findings)
    placed = Counter(finding.level for finding in found if finding.place is not None)
    musts = sum(finding.place is None and finding.level is Level.ERROR for finding in found)
    return score(words, placed, musts, lix)
