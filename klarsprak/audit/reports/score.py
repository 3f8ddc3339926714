"""The mean score of some letters, and how sure it is."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from klarsprak.finding import Score
from klarsprak.score import BEST, Z
from klarsprak.swedish import number

_PRIOR = 4
"""A group's letters are taken to differ as those of the archive do, as if so many of its own had shown it."""
_LEAST_SPREAD = 5.0
"""Standard deviation that letters are taken to have at least: a program doesn't see all in which they differ."""
SCORE_SAYS = (
    "Poängen går från 0 till 100. Ju högre den är, desto lättare är brevet troligen att läsa. Den räknas ut av "
    "anmärkningarna, längden på ord, meningar och brev, och det som saknas i brevet. Inom parentes står mellan vilka "
    "tal medelvärdet ligger i 95 fall av 100. Ju färre brev, desto längre är det mellan dem."
)


class ScoreSums(NamedTuple):
    """Sums over the letters that have a score: ``contents`` of them, in ``letters`` copies; the rest are by copies.

    ``scores`` is Σns, ``squares`` Σn², ``by_squares`` Σn²s and ``scores_squared`` Σn²s².
    """

    contents: int
    letters: float
    scores: float
    squares: float
    by_squares: float
    scores_squared: float

    @property
    def mean(self) -> float:
        """Of all copies."""
        return self.scores / self.letters if self.letters else 0.0

    @property
    def variance(self) -> float:
        """Of the letters' scores, those that there are more copies of weighing more; 0 for one letter."""
        if self.contents <= 1:
            return 0.0
        deviations = self.scores_squared - 2 * self.mean * self.by_squares + self.mean**2 * self.squares
        return max(0.0, deviations) / self.squares * self.contents / (self.contents - 1)


def mean_score(of: ScoreSums, whole: ScoreSums) -> Score | None:
    """The mean of some letters' scores, of those of the ``whole`` archive, with an interval of 95 %.

    The interval is Wilson's (1927) for a share, in which the number of letters is that which would vary as these do:
    it never passes 0 or 100.  Few letters tell little of how they vary, so the archive's variance weighs in.
    """
    if not of.contents:
        return None
    own = max(1, of.contents) - 1
    spread = max(_LEAST_SPREAD**2, (own * of.variance + _PRIOR * whole.variance) / (own + _PRIOR))
    share = of.mean / BEST
    # The variance of the mean, where some letters count as many.
    variance = spread / BEST**2 * of.squares / of.letters**2
    # Near 0 and 100 a share can vary but little; it is taken to be a point away from there.
    possible = max(share * (1 - share), _LEAST_POSSIBLE)
    low, high = _wilson(share, possible / variance)
    return Score(of.mean, BEST * low, BEST * high)


_LEAST_POSSIBLE = 0.01 * 0.99


def _wilson(share: float, letters: float) -> tuple[float, float]:
    """Wilson's interval for a share among so many."""
    middle = share + Z**2 / (2 * letters)
    by = Z * sqrt(share * (1 - share) / letters + Z**2 / (4 * letters**2))
    scale = 1 + Z**2 / letters
    return max(0.0, (middle - by) / scale), min(1.0, (middle + by) / scale)


def written_score(score: Score | None) -> str:
    """*71 (64–77)*; a dash where there is none."""
    if score is None:
        return "–"
    return f"{number(score.value)} ({number(score.low)}–{number(score.high)})"
