"""The subject of an answer, *Ämne: SV: Snön på bryggan!!*, which whoever asked has written."""

from __future__ import annotations

import re

from klarsprak.finding import Category

_OF_WRITER = frozenset({Category.TON, Category.SKRIVREGLER, Category.TILLTAL, Category.SPRAKFEL, Category.MALLREST})
"""What is told to the one who wrote the words; a short form may be spelt out by the one who answers, too."""
_SUBJECT = re.compile(
    r"(?im)^[ \t]*(?:ämne|subject)[ \t]?:[ \t]*(?:(?:sv|re|aw|antw|vb|vbf|fw|fwd|wg)[ \t]?:[ \t]*)+(?P<old>[^\n]*)"
)


def is_of_another(category: Category, text: str, start: int) -> bool:
    """Whether what a rule of the category finds there stands in the subject of an answer, and is another's doing.

    *Snön på bryggan!!* of *Ämne: SV: Snön på bryggan!!*; not the marks of the answer itself, *SV:*.
    """
    if category not in _OF_WRITER:
        return False
    return any(found.start("old") <= start < found.end("old") for found in _SUBJECT.finditer(text))
