"""The chapters and sections of a statute's text."""

from __future__ import annotations

import re

from klarsprak.laws.acts import NO_CHAPTERS
from klarsprak.laws.titles import last_section

_LEAD = r"^\s*(?:#+\s*|\*\*\s*)?"
# *# 2 a kap. Tillsyn*, *2 kap.*; a line that begins *7 kap. 23 §* only goes on from the one before.
_CHAPTER = re.compile(rf"{_LEAD}(\d+)\s?([a-z])?\s?kap\.?(?=[\s*]|$)(?!\s*\d+\s?[a-z]?\s?§)", re.IGNORECASE)
# ***1 a §** Lagen gäller …*; a line that begins *2 § i lagen …* only went on from the one before.
_SECTION = re.compile(rf"{_LEAD}(\d+)\s?([a-z]{{1,2}})?\s?§(?!§)(?!\s*(?:i|och|gäller)\b)")


def read_chapters(lines: list[str]) -> dict[str, int]:
    """The last section of each chapter, 0 where that is not sure; ``NO_CHAPTERS`` is that of an act without.

    In an act with chapters, sections before the first one count for nothing.
    """
    sections = _sections_by_chapter(lines)
    if len(sections) > 1:
        sections.pop(NO_CHAPTERS, None)
    return {chapter: last_section(numbers) for chapter, numbers in sections.items()}


def _sections_by_chapter(lines: list[str]) -> dict[str, list[int]]:
    """The numbers of the sections of each chapter; before the first chapter, and without any, ``NO_CHAPTERS``.

    A chapter without sections that can be read is one all the same.
    """
    sections: dict[str, list[int]] = {}
    chapter = NO_CHAPTERS
    for line in lines:
        heading = _CHAPTER.match(line)
        section = _SECTION.match(line)
        if heading is not None:
            chapter = heading[1] + (heading[2] or "").lower()
            sections.setdefault(chapter, [])
        elif section is not None:
            sections.setdefault(chapter, []).append(int(section[1]))
    return sections
