"""The subject of an answer, *Ämne: SV: Snön på bryggan!!*, which whoever asked has written."""

from __future__ import annotations

import re
from functools import partial

from klarsprak.finding import Category
from klarsprak.language.analysed import AnalysedBlock

_OF_WRITER = frozenset({Category.TON, Category.SKRIVREGLER, Category.TILLTAL, Category.SPRAKFEL, Category.MALLREST})
"""What is told to the one who wrote the words; a short form may be spelt out by the one who answers, too."""
_SUBJECT = re.compile(
    r"(?im)^[ \t]*(?:ämne|subject)[ \t]?:[ \t]*(?:(?:sv|re|aw|antw|vb|vbf|fw|fwd|wg)[ \t]?:[ \t]*)+(?P<old>[^\n]*)"
)


def is_of_another(category: Category, block: AnalysedBlock, start: int) -> bool:
    """Whether what a rule of the category finds there stands in the subject of an answer, and is another's doing.

    *Snön på bryggan!!* of *Ämne: SV: Snön på bryggan!!*; not the marks of the answer itself, *SV:*.
    """
    if category not in _OF_WRITER or ":" not in block.text:
        return False
    subjects = block.once(_old_subjects, partial(_old_subjects, block.text))
    return any(first <= start < end for first, end in subjects)


def _old_subjects(text: str) -> list[tuple[int, int]]:
    """Where the subjects stand that are answered; looked for once a block, however much is found in it."""
    return [found.span("old") for found in _SUBJECT.finditer(text)]
