"""The chapters and sections of a statute's text."""

from __future__ import annotations

import re
from collections import defaultdict

from klarsprak.laws.acts import NO_CHAPTERS
from klarsprak.laws.titles import last_section

_LEAD = r"^\s*(?:#+\s*|\*\*\s*)?"
# *# 2 a kap. Tillsyn*, *2 kap.*
_CHAPTER = re.compile(rf"{_LEAD}(\d+)\s?([a-z])?\s?kap\.?(?=[\s*]|$)", re.IGNORECASE)
# ***1 a §** Lagen gäller …*; a line that begins *2 § i lagen …* only went on from the one before.
_SECTION = re.compile(rf"{_LEAD}(\d+)\s?([a-z]{{1,2}})?\s?§(?!§)(?!\s*(?:i|och|gäller)\b)")


def read_chapters(lines: list[str]) -> dict[str, int]:
    """The last section of each chapter, 0 where that is not sure; ``NO_CHAPTERS`` is that of an act without."""
    sections: dict[str, list[int]] = defaultdict(list)
    chapter = NO_CHAPTERS
    for line in lines:
        heading = _CHAPTER.match(line)
        section = _SECTION.match(line)
        if heading is not None:
            chapter = heading[1] + (heading[2] or "").lower()
            sections[chapter]  # a chapter without sections that can be read is one all the same
        elif section is not None:
            sections[chapter].append(int(section[1]))
    if len(sections) > 1:
        sections.pop(NO_CHAPTERS, None)
    return {chapter: last_section(numbers) for chapter, numbers in sections.items()}
