"""Sections explained further on without their numbers: *kan enligt nämnda paragraf ges till den som …*."""

from __future__ import annotations

import re
from bisect import bisect_left

from klarsprak.analysis import Analysis
from klarsprak.kinds.legal.cited import Cited, SectionKey

_SAYS_BY_IT = re.compile(
    r"\b(?:enligt|genom|av)\s+(?:(?:den|det)\s+)?"
    r"(?:ovan(?:stående|\s?(?:angivna|angivet|angiven|nämnda|nämnt|nämnd))?|nämnda|angivna|angivet|sagda|samma)\s+"
    r"(?:lagrum(?:met)?|paragraf(?:en)?|bestämmelse(?:n|r|rna)?|regel|regeln)\b"
    r"[^.!?]{0,80}\b(?:den som|dem som|personer som|om|att)\b[^.!?]{30,}",
    re.IGNORECASE,
)
"""What is so by the section, and for whom or when."""


def pointed_back_to(cited: list[Cited], analysis: Analysis) -> set[SectionKey]:
    """The sections that such a sentence means: the one named last before it."""
    sections = sorted((one for one in cited if one.reference.is_place), key=_place)
    places = list(map(_place, sections))
    keys: set[SectionKey] = set()
    for block in analysis.blocks if sections else ():
        for match in _SAYS_BY_IT.finditer(block.text):
            before = bisect_left(places, (block.index, match.start()))
            if before:
                keys |= sections[before - 1].keys
    return keys


def _place(one: Cited) -> tuple[int, int]:
    """Where in the letter the reference begins: its block, and its sign there."""
    return one.block.index, one.reference.start
