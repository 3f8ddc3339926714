"""What a letter cites of law: numbers of acts, chapters and sections, and no words."""

from __future__ import annotations

from pathlib import Path

from klarsprak.analysis import Analysis
from klarsprak.laws.changes import Place
from klarsprak.laws.uses import places_meant
from klarsprak.prose.cited_law import references_by


def citations(analysis: Analysis, register: Path | None) -> tuple[Place, ...]:
    """The places of law that the letter cites, each once, as the register of the audit knows the acts.

    *4 kap. 1 § SoL* is *2025:400, 4, 1*.
    """
    references = analysis.once(references_by(register))
    return tuple(sorted(places_meant(references.values())))
