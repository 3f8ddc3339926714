"""The score of a letter as a database reckons it, by what the ledger has counted."""

from __future__ import annotations

from klarsprak.score import BEST, EASY_LIX, HALF, LEAST_WORDS, LIX_POINTS, MUST, PER, POINTS, SHORT, WORD_POINTS

SQL_POINTS = " ".join(
    ["CASE level", *(f"WHEN {int(level)} THEN {points}" for level, points in POINTS.items()), "END"]
)
"""Points of a row of the table ``rule``."""
SQL_SCORE = (
    f"CASE WHEN words >= {LEAST_WORDS} THEN max(0.0, {BEST * HALF} / ({HALF} + {PER} * points / words"
    f" + {LIX_POINTS} * max(0.0, coalesce(lix, 0.0) - {EASY_LIX}) + {WORD_POINTS} * max(0.0, words - {SHORT}))"
    f" - {MUST} * musts) END"
)
"""The score by the columns ``words``, ``points``, ``lix`` and ``musts``."""
