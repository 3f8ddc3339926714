"""Letters whose language and signature are known before the clock starts."""

from __future__ import annotations

from klarsprak import signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter


def analysed(letter: Letter, need: Need) -> Analysis:
    """What the kinds of rules look at."""
    found = signature.find(letter)
    return analyse_letter(letter, need, lambda: found)
