"""What a letter cites of law: numbers of acts, chapters and sections, and no words."""

from __future__ import annotations

from pathlib import Path

from klarsprak.analysis import Analysis
from klarsprak.laws import load_register
from klarsprak.laws.changes import Place
from klarsprak.laws.uses import places_in
from klarsprak.prose.letter_date import letter_date


def citations(analysis: Analysis, register: Path | None) -> tuple[Place, ...]:
    """The places of law that the letter cites, each once, as the register of the audit knows the acts.

    *4 kap. 1 § SoL* is *2025:400, 4, 1*.
    """
    texts = [block.block.text for block in analysis.blocks]
    places = places_in(texts, load_register(register), lambda: letter_date(analysis.letter))
    return tuple(sorted(places))
