"""What a letter cites of law, which rules and audits both ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from klarsprak.analysis import Analysis
from klarsprak.laws import load_register
from klarsprak.laws.model import Reference
from klarsprak.laws.references import references_in
from klarsprak.prose.letter_date import letter_date

References = dict[int, list[Reference]]
"""References by the number of the block among the writer's own."""


@cache
def references_by(register: Path | None) -> Callable[[Analysis], References]:
    """The question what a letter cites, as a register knows the acts: to be asked by ``Analysis.once``.

    *4 kap. 1 § SoL* in the third block is *{2: [4 kap. 1 § of 2025:400]}*.
    """

    def references(analysis: Analysis) -> References:
        texts = [block.block.text for block in analysis.blocks]
        # Few references ask for the letter's day.
        return references_in(texts, load_register(register), partial(letter_date, analysis.letter))

    return references
