"""Groups of letters and what is counted in each: by time, unit, type and template."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from math import inf, sqrt
from typing import NamedTuple

from klarsprak.audit.reports.score import ScoreSums, mean_score
from klarsprak.finding import Score

LEAST_LETTERS = 5
"""Of groups with fewer letters no figures are told: one letter more would change them too much."""
OTHERS = f"Övriga (färre än {LEAST_LETTERS} brev)"
"""What the groups are called together that are too small to stand alone."""
PER = 1_000
"""Findings are told per so many words: letters differ in length."""
PER_WORDS = "per 1\u00a0000\u00a0ord"


class Sums(NamedTuple):
    """Sums over some letters; the last three, over contents, tell how much letters differ among themselves.

    Copies are one content: a hundred of them say no more about how people write than one does.
    """

    letters: int
    contents: int
    words: float
    findings: float
    findings_squared: float
    findings_by_words: float
    words_squared: float

    def without(self, some: Sums) -> Sums:
        """The sums over the letters that are not among ``some``."""
        return Sums(*(all - part for all, part in zip(self, some, strict=True)))  # type: ignore[arg-type]

    @property
    def rate(self) -> float:
        """Findings per ``PER`` words; 0 where there are no words, in which nothing can be found."""
        return PER * self.findings / self.words if self.words else 0.0

    @property
    def per_letter(self) -> float:
        """Findings a letter."""
        return self.findings / self.letters if self.letters else 0.0

    @property
    def error(self) -> float:
        """Standard error of the rate, as that of a ratio of two means (Cochran 1977, 2.11).

        It is infinite for one content, which tells nothing of how contents differ.
        """
        if self.contents <= 1 or not self.words:
            return inf
        ratio = self.findings / self.words
        squares = self.findings_squared - 2 * ratio * self.findings_by_words + ratio**2 * self.words_squared
        return PER * sqrt(max(0.0, squares) * self.contents / (self.contents - 1)) / self.words


_NONE = Sums(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0)


class Group(NamedTuple):
    """Some of the letters; shares are from 0 to 1, ``lix`` is the mean of the letters."""

    name: str
    sums: Sums
    clean: float
    """Share without any finding."""
    faultless: float
    """Share without findings of the level ``error``."""
    lix: float | None
    score: Score | None = None
    """The mean of the letters' scores; None where none of them has one."""

    @property
    def letters(self) -> int:
        """How many there are, copies counted."""
        return self.sums.letters

    @property
    def is_large(self) -> bool:
        """Whether there are enough letters to tell figures of."""
        return self.letters >= LEAST_LETTERS

    @property
    def rate(self) -> float:
        """Findings per ``PER`` words."""
        return self.sums.rate


def overall(database: sqlite3.Connection) -> Group:
    """All letters of the table ``counted``."""
    every = groups(database, "''")
    return every[0] if every else Group("", _NONE, 0.0, 0.0, None)


def groups(database: sqlite3.Connection, by: str, rest: str = "") -> list[Group]:
    """The letters in ``counted`` by an expression, in its order."""
    whole = ScoreSums(*database.execute(f"SELECT {_SCORES} FROM counted").fetchone())
    rows = database.execute(
        f"SELECT {by}, {_SUMS}, {', '.join(_MEANS)}, {_SCORES} FROM counted {rest} GROUP BY 1 ORDER BY 1"
    )
    return [_group(name, row, whole) for name, *row in rows]


def _group(name: str, row: Sequence[float], whole: ScoreSums) -> Group:
    """A group by its columns: sums, means and sums of scores."""
    sums, end = len(_NONE), len(_NONE) + len(_MEANS)
    clean, faultless, lix = row[sums:end]
    return Group(name, Sums(*row[:sums]), clean, faultless, lix, mean_score(ScoreSums(*row[end:]), whole))  # type: ignore[arg-type]


_SUMS = """
sum(n), count(*), total(n * words), total(n * findings), total(1.0 * n * n * findings * findings),
total(1.0 * n * n * findings * words), total(1.0 * n * n * words * words)
"""
_MEANS = (
    "total(n * (findings = 0)) / sum(n)",
    "total(n * (errors = 0)) / sum(n)",
    "sum(1.0 * n * lix) / sum(n * (lix IS NOT NULL))",
)
_SCORES = """
count(score), total(n * (score IS NOT NULL)), total(n * score), total(1.0 * n * n * (score IS NOT NULL)),
total(1.0 * n * n * score), total(1.0 * n * n * score * score)
"""


def gathered(database: sqlite3.Connection, by: str, rest: str = "") -> list[Group]:
    """The same, the largest first; those that are too small stand last, gathered as ``OTHERS``.

    A letter that is in several of the small groups is counted once among them.
    """
    database.execute("DROP TABLE IF EXISTS temp.member")
    database.execute(f"CREATE TEMP TABLE member AS SELECT counted.rowid AS id, {by} AS label FROM counted {rest}")
    database.execute(_GATHER, (OTHERS, LEAST_LETTERS))
    members = "JOIN (SELECT DISTINCT id, label FROM member WHERE label IS NOT NULL) ON id = counted.rowid"
    return sorted(groups(database, "label", members), key=lambda group: (group.name == OTHERS, -group.letters))


_GATHER = """
UPDATE member SET label = ? WHERE label IN (
    SELECT label FROM member JOIN counted ON counted.rowid = id GROUP BY label HAVING sum(n) < ?
)
"""
