"""What the register knows of an act's chapters and sections, held against those that a letter refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klarsprak.laws.acts import NO_CHAPTERS
from klarsprak.laws.model import Reference

# New sections come last in a chapter, and new chapters last in an act: this many more than the register knows of
# prove nothing.
_SLACK_SECTIONS = 5
_SLACK_CHAPTERS = 1
_SLACK_NO_CHAPTERS = 1
_FEWEST_SECTIONS = 8
"""A chapter with fewer sections in the register may not have been read to its end."""
_COMPLETE = 0.8
"""An act with a smaller share of its chapters in the register may have more of them."""
_DIGITS = re.compile(r"\d+")


def describe_missing(chapters: dict[str, int], reference: Reference, well_known: bool) -> str:
    """What is wrong with the chapter and sections, in Swedish; "" where nothing is for certain.

    ``chapters`` holds the last section of each chapter, 0 where that is not certain; ``well_known`` tells that the
    act is one that letters often cite.
    """
    section = _highest(reference.sections)
    chapter = reference.chapter
    if NO_CHAPTERS in chapters:
        return _missing_without_chapters(chapters[NO_CHAPTERS], chapter, section)
    if chapter is None:
        return ""
    if well_known and _is_beyond_last(chapter, chapters):
        return f"lagen har {_highest(chapters)} kapitel"
    known = chapters.get(chapter, 0)
    return _missing_section(known, section, _SLACK_SECTIONS, f"{chapter} kap.")


def _missing_without_chapters(last: int, chapter: str | None, section: int) -> str:
    """*4 kap. 5 § LSS*, *99 § förvaltningslagen*."""
    if chapter is not None:
        return "lagen är inte indelad i kapitel"
    return _missing_section(last, section, _SLACK_NO_CHAPTERS, "lagen")


def _is_beyond_last(chapter: str, chapters: Iterable[str]) -> bool:
    """Whether the act has too few chapters for that one, and the register nearly all of them.

    *50 kap. 1 § miljöbalken*
    """
    numbers = {_last(known) for known in chapters}
    highest = max(numbers)
    is_complete = len(numbers) >= _COMPLETE * highest
    return is_complete and _last(chapter) > highest + _SLACK_CHAPTERS


def _missing_section(known: int, cited: int, slack: int, where: str) -> str:
    """*10 kap. har 35 paragrafer*, where the one cited stands well after the last.

    Nothing where the chapter has so few in the register that it may not have been read to its end.
    """
    if known < _FEWEST_SECTIONS or cited <= known + slack:
        return ""
    return f"{where} har {known} paragrafer"


def _highest(numbers: Iterable[str]) -> int:
    """The highest number of several, 0 of none."""
    return max(map(_last, numbers), default=0)


def _last(numbers: str) -> int:
    """The last number of a range: *1–3* → 3, *31b* → 31."""
    ends = map(int, _DIGITS.findall(numbers))
    return max(ends, default=0)
