"""Finds references to law in Swedish text.

Several places can share a law (*4 kap. 1 § och 11 kap. 2 § SoL*); each becomes a reference of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from klarsprak.laws.finnish import cites_finnish_law
from klarsprak.laws.memory import LawMemory
from klarsprak.laws.model import Reference
from klarsprak.laws.parser import ReferenceParser
from klarsprak.laws.prefilter import find_promising
from klarsprak.laws.register import Register


def find_references(text: str, register: Register) -> list[Reference]:
    """All references to law in ``text``, in order; they don't overlap."""
    return references_in([text], register).get(0, [])


def _unknown_day() -> date | None:
    """The day of a letter that bears none."""
    return None


def references_in(
    texts: Sequence[str], register: Register, day: Callable[[], date | None] = _unknown_day
) -> dict[int, list[Reference]]:
    """The references of a letter's texts, by the number of the text; texts without any are left out.

    A law named in one text is remembered in the next.  ``day`` tells when the letter was written, where
    that is known: a name without number means the act of that day.
    """
    memory = LawMemory(day, partial(cites_finnish_law, texts))
    found: dict[int, list[Reference]] = {}
    for number, stretches in find_promising(texts, register).items():
        parser = ReferenceParser(texts[number], stretches, memory, register)
        if references := list(parser.references()):
            found[number] = references
    return found
