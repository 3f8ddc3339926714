"""Whether a letter's head stands in what we were given: who writes, to whom, when."""

from __future__ import annotations

from klarsprak.analysis import Analysis
from klarsprak.letter import Role

_FEWEST_LINES = 3
"""Lines above the running text: *Ekeby kommun*, *Box 14*, *Dnr 2026/14*.  A title and a greeting are no head."""


def has_head(analysis: Analysis) -> bool:
    """Whether the letter has its head with it.

    A text that is pasted into a window begins with *Hej*: the day and the number stand in the template.
    """
    letter = analysis.letter
    if letter.format != "text" or any(block.role is Role.HEADER for block in letter.blocks):
        return True
    lines = 0
    for block in analysis.blocks:
        if block.is_prose:
            break
        lines += sum(map(bool, map(str.strip, block.block.text.splitlines())))
    return lines >= _FEWEST_LINES
