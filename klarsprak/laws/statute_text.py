"""The chapters and sections of a statute's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.laws.acts import NO_CHAPTERS
from klarsprak.laws.titles import last_section

_LEAD = r"^\s*(?:#+\s*|\*\*\s*)?"
# *# 2 a kap. Tillsyn*, *2 kap.*; a line that begins *7 kap. 23 §* only goes on from the one before.
_CHAPTER = re.compile(rf"{_LEAD}(\d+)\s?([a-z])?\s?kap\.?(?=[\s*]|$)(?!\s*\d+\s?[a-z]?\s?§)", re.IGNORECASE)
# ***1 a §** Lagen gäller …*; a line that begins *2 § i lagen …* only went on from the one before.
_SECTION = re.compile(rf"{_LEAD}(\d+)\s?([a-z]{{1,2}})?\s?§(?!§)(?!\s*(?:i|och|gäller)\b)")
# What stands after the last section: *Övergångsbestämmelser*, *Bilaga 2*.
_END = re.compile(r"\s*(?:Övergångsbestämmelser|Ikraftträdande- och övergångsbestämmelser|Bilaga(?:\s\d+)?)\s*$")
# */Kapitlet upphör att gälla U:2026-07-01 genom lag 2025:729/*
_CHAPTER_NOTE = re.compile(r"/(?:Kapitlet )?(?:upphör att gälla|träder i kraft)\s[^/\n]*/", re.IGNORECASE)


class Line(NamedTuple):
    """A line of a statute; ``begins`` tells that a chapter or section may begin with it."""

    text: str
    begins: bool = True


class Section(NamedTuple):
    """A section as the text has it: *4*, *1a*, and its words; ``NO_CHAPTERS`` is the chapter of an act without."""

    chapter: str
    number: str
    words: str


def lines_of_markdown(text: str) -> list[Line]:
    """The lines of a text that was written for the register: each may begin a section."""
    return [Line(line) for line in text.splitlines()]


def lines_of_fulltext(text: str) -> list[Line]:
    """The lines of an act as the databases of law have it, to its last section.

    A line that only goes on from the one before, *11 kap. 1 § eller …*, begins no section: an empty line stands
    before one that does, or a note of the day on which it begins or ceases to hold,
    */Träder i kraft I:2026-07-01/*.
    """
    lines = []
    may_begin = True
    for line in text.splitlines():
        if may_begin and _END.match(line):
            break
        lines.append(Line(line, may_begin))
        may_begin = not line.strip() or (may_begin and line.startswith("/"))
    return lines


def read_chapters(lines: list[Line]) -> dict[str, int]:
    """The last section of each chapter, 0 where that is not sure; ``NO_CHAPTERS`` is that of an act without.

    In an act with chapters, sections before the first one count for nothing.
    """
    numbers: dict[str, list[int]] = {}
    for chapter, section, _ in _parts(lines):
        known = numbers.setdefault(chapter, [])
        if section:
            known.append(int(re.sub(r"\D", "", section)))
    if len(numbers) > 1:
        numbers.pop(NO_CHAPTERS, None)
    return {chapter: last_section(known) for chapter, known in numbers.items()}


def read_sections(lines: list[Line]) -> list[Section]:
    """The sections in the order of the text; one that changes on a day to come stands there twice.

    Before a section's words stand the notes of its chapter, which are of all its sections.
    """
    parts = list(_parts(lines))
    has_chapters = any(part.chapter != NO_CHAPTERS for part in parts)
    sections = []
    notes = ""
    for part in parts:
        is_outside = has_chapters and part.chapter == NO_CHAPTERS
        if not part.number:
            heading, _, _ = part.words.partition("\n\n")
            notes = "".join(_CHAPTER_NOTE.findall(heading))
        elif not is_outside:
            sections.append(part._replace(words=notes + part.words))
    return sections


def _parts(lines: list[Line]) -> Iterator[Section]:
    """The sections, and each chapter as one without a number: a chapter without sections is one all the same."""
    chapter, number = NO_CHAPTERS, ""
    words: list[str] = []
    for line in lines:
        begins = _beginning(line, chapter)
        if begins is None:
            words.append(line.text)
            continue
        if number or chapter != NO_CHAPTERS:
            yield Section(chapter, number, "\n".join(words))
        chapter, number, rest = begins
        words = [rest]
    if number or chapter != NO_CHAPTERS:
        yield Section(chapter, number, "\n".join(words))


def _beginning(line: Line, chapter: str) -> Section | None:
    """The chapter or the section of ``chapter`` that begins with the line, and the rest of the line."""
    if not line.begins:
        return None
    heading = _CHAPTER.match(line.text)
    if heading is not None:
        return Section(heading[1] + (heading[2] or "").lower(), "", line.text[heading.end() :])
    section = _SECTION.match(line.text)
    if section is not None:
        return Section(chapter, section[1] + (section[2] or ""), line.text[section.end() :])
    return None
