"""Finds references to law in Swedish text.

Several places can share a law (*4 kap. 1 § och 11 kap. 2 § SoL*); each becomes a reference of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from klarsprak.laws.memory import Memory
from klarsprak.laws.parser import Parser, Reference
from klarsprak.laws.prefilter import promising

__all__ = ["Reference", "find_references", "references_in"]


def find_references(text: str) -> list[Reference]:
    """All references to law in ``text``, in order; they don't overlap."""
    return references_in([text]).get(0, [])


def references_in(texts: Sequence[str], day: Callable[[], date | None] = lambda: None) -> dict[int, list[Reference]]:
    """The references of a letter's texts, by the number of the text; texts without any are left out.

    A law named in one text is remembered in the next.  ``day`` tells when the letter was written, where
    that is known: a name without number means the act of that day.
    """
    memory = Memory(day)
    stretches = promising(texts).items()
    found = ((number, list(Parser(texts[number], where, memory).references())) for number, where in stretches)
    return {number: references for number, references in found if references}
