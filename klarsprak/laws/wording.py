"""How an act's sections are worded, so that it can be told which of them have changed: no words, only digests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from klarsprak.laws.statute_text import Section

_BYTES = 4
"""Of a digest: two wordings of one section are as good as never told to be one."""
_GONE = "x"
_NEVER = "9999-12-31"
"""The day of what begins when the government says."""
# */Upphör att gälla U:2025-07-01 genom lag (2024:1072)./*, */Träder i kraft I:2026-07-01/*
_NOTE = re.compile(
    r"\s*/(?:Kapitlet )?(?P<what>Upphör att gälla|Träder i kraft)\s+[UI]:\s*(?P<day>[^/\s]+)(?P<more>[^/]*)/", re.I
)
_REPEALED = re.compile(r"\s*+\*{0,2}\s*+[Hh]ar (?:upphävts|upphört att gälla)\b[^(]*(?:\((?P<by>\d{4}:\d+)\))?")
_AMENDED = re.compile(r"(?:Lag|Förordning|Kungörelse)\s+\((\d{4}:\d+)\)\s*\.?\s*$")
_NUMBER = re.compile(r"\d{4}:\d+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")
_ENDS_SENTENCE = re.compile(r"[.:;,!?)”\"\d/*-]\s*$")


class Mark(NamedTuple):
    """What is known of a section's wording: a digest of its words, "x" where it is repealed, and by which act.

    ``amended`` is the number of the act that gave it its wording, or repealed it; "" where none has.
    """

    digest: str
    amended: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether the section has been repealed."""
        return self.digest == _GONE

    def __str__(self) -> str:
        return f"{self.digest}@{self.amended}" if self.amended else self.digest


class Key(NamedTuple):
    """A section of an act: its chapter, ``NO_CHAPTERS`` in an act without, and its number."""

    chapter: str
    section: str

    def __str__(self) -> str:
        return f"{self.chapter}:{self.section}"


@dataclass(frozen=True, slots=True)
class Wording:
    """The marks of an act's sections, and of acts that amended it the day from which they hold, in ISO 8601."""

    sections: Mapping[Key, Mark] = field(default_factory=dict)
    amendments: Mapping[str, str] = field(default_factory=dict)

    def spell(self) -> tuple[str, str]:
        """The two columns in which registers keep it.

        *1:1=0a1b2c3d@2025:1299 1:2=x@2024:12* and *2025:1299=2026-01-01*
        """
        sections = " ".join(f"{key}={mark}" for key, mark in self.sections.items())
        return sections, " ".join(f"{number}={day}" for number, day in self.amendments.items())


def parse_wording(sections: str, amendments: str) -> Wording:
    """The wording that those columns spell; raises ``ValueError``."""
    marks = {}
    for part in sections.split():
        place, mark = part.split("=")
        chapter, section = place.split(":")
        marks[Key(chapter, section)] = Mark(*mark.split("@"))
    return Wording(marks, dict(part.split("=") for part in amendments.split()))


def read_marks(sections: Iterable[Section], day: date) -> dict[Key, Mark]:
    """The mark of each section, by the wording that holds on that day.

    A section of which only a wording to come is there isn't yet one; one whose last wording has ceased is repealed.
    """
    marks: dict[Key, Mark] = {}
    words: dict[Key, str] = {}
    for section in sections:
        key = Key(section.chapter, section.number)
        mark = _mark_of(section.words, day.isoformat())
        if mark is None:
            continue
        if mark.is_gone:
            marks.setdefault(key, mark)
            continue
        # What stands twice with no day between is read as one.
        words[key] = words.get(key, "") + _bare(_text_of(section.words))
        marks[key] = Mark(_digest(words[key]), mark.amended)
    return marks


def _mark_of(text: str, day: str) -> Mark | None:
    """The mark of one wording, None of one that doesn't hold yet; the digest is filled in later."""
    begins, ends, by = _days_of(text)
    if begins > day:
        return None
    if ends <= day:
        return Mark(_GONE, by)
    text = _text_of(text)
    repealed = _REPEALED.match(text)
    if repealed is not None:
        return Mark(_GONE, repealed["by"] or "")
    amended = _AMENDED.search(text)
    return Mark("", amended[1] if amended else "")


def _days_of(text: str) -> tuple[str, str, str]:
    """The days from which a wording holds and on which it ceases, and the act that ends it."""
    begins, ends, by = "", _NEVER, ""
    for note in _notes(text):
        day = note["day"] if _ISO.match(note["day"]) else _NEVER
        if note["what"].lower().startswith("upphör"):
            number = _NUMBER.search(note["more"])
            if day < ends:
                ends, by = day, number[0] if number else ""
        else:
            begins = max(begins, day)
    return begins, ends, by


def _notes(text: str) -> Iterator[re.Match[str]]:
    """The notes that stand before a section's words."""
    note = _NOTE.match(text)
    while note is not None:
        yield note
        note = _NOTE.match(text, note.end())


def _text_of(text: str) -> str:
    """A section's words without the notes before them and the headings of the section that follows."""
    start = 0
    for note in _notes(text):
        start = note.end()
    paragraphs = re.split(r"\n\s*\n", text[start:].strip())
    while len(paragraphs) > 1 and _is_heading(paragraphs[-1]):
        paragraphs.pop()
    return "\n\n".join(paragraphs)


def _is_heading(paragraph: str) -> bool:
    """Whether it is a heading of what follows, or a note of one: */Rubriken träder i kraft I:2026-07-01/*."""
    return paragraph.startswith("/") or not _ENDS_SENTENCE.search(paragraph)


def _bare(text: str) -> str:
    """Letters and digits alone: where lines are broken, and which act worded it, changes nothing."""
    return re.sub(r"\W", "", _AMENDED.sub("", text).lower())


def _digest(words: str) -> str:
    return blake2b(words.encode(), digest_size=_BYTES).hexdigest()
