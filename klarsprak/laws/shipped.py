"""The facts about Swedish acts that ship with the program."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from klarsprak.language.mapped import damaged
from klarsprak.laws.acts import NO_CHAPTERS, Act
from klarsprak.laws.title_rows import Titles
from klarsprak.startup import trimmed

DATA = Path(__file__).parent / "data"
REPEALED = "u"
"""What the tables say of an act that is repealed."""
UNSURE = "?"
"""What they say of one of which the sources disagree, or don't tell, whether it is."""
_COLUMNS = 7


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a table with a header line, which is left out."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])


def read_acts() -> Iterator[Act]:
    """The acts that municipal letters cite, and those that they used to cite.

    An act is in force if none has taken its place.
    """
    for row in (*read_rows("acts.tsv"), *read_rows("former.tsv")):
        sfs, short, name, successor, repealed, everyday, covers = row
        in_force = not successor
        yield Act(sfs, name, short, in_force, successor or None, as_day(repealed), everyday, covers)


def read_other_names() -> Iterator[tuple[str, str]]:
    """Other names and short forms of acts, *anställningsskyddslagen*, each with the act's number."""
    return ((name, sfs) for name, sfs in read_rows("names.tsv"))


def as_day(text: str) -> date | None:
    """A day as the tables write it, None for ""."""
    return date.fromisoformat(text) if text else None


def spell_day(day: date | None) -> str:
    """The day as the tables write it."""
    return "" if day is None else day.isoformat()


def read_titles() -> Titles:
    """The day whose law the register shows, and for each act's number its definite name and what else is known.

    The text goes on, after a tab each, as far as anything is known: ``u`` if the act is repealed or ``?`` where the
    sources disagree, since when it is, by which day it was gone where that isn't known, the number of the act that
    repealed it, and of the act that took its place where that is sure, and the day of what is told, where it isn't
    that of the register.
    """
    titles = Titles(_text(DATA / "register.tsv.gz"))
    trimmed()  # the text was bytes before it was one
    return titles


def _text(path: Path) -> str:
    """The text of a packed file; raises ``FileError`` for one that is damaged."""
    try:
        return gzip.decompress(path.read_bytes()).decode()
    except (OSError, EOFError, zlib.error):
        raise damaged(path) from None


def columns_of(row: str) -> list[str]:
    """The name and the six columns after it of a row that ``read_titles`` gives."""
    columns = row.split("\t")
    return columns + [""] * (_COLUMNS - len(columns))


def read_wordings() -> dict[str, list[str]]:
    """For acts whose text is known: the act that amended it last, and the columns of ``klarsprak.laws.wording``."""
    return {sfs: columns for sfs, *columns in read_rows("wordings.tsv")}


def read_chapters() -> dict[str, dict[str, int]]:
    """For acts whose sections are known: the last section of each chapter, 0 where that is not certain."""
    chapters: dict[str, dict[str, int]] = {}
    for sfs, known in read_rows("known-chapters.tsv"):
        chapters[sfs] = _chapters_up_to(known)
    for line in (DATA / "chapters.tsv").read_text(encoding="utf-8").splitlines():
        sfs, spelt = line.split("\t")
        chapters[sfs] = as_chapters(spelt)
    return chapters


def as_chapters(spelt: str) -> dict[str, int]:
    """The last section of each chapter, spelt *1:12 2:9*, or *-:49* for an act without chapters."""
    chapters = {}
    for part in spelt.split():
        chapter, last = part.rsplit(":", 1)
        chapters[chapter] = int(last)
    return chapters


def _chapters_up_to(known: str) -> dict[str, int]:
    """All chapters of an act of which only the last one's number is known: *12*, or *-:49* without chapters."""
    last_chapter, _, last_section = known.partition(":")
    section = int(last_section or 0)
    if last_chapter == NO_CHAPTERS:
        return {NO_CHAPTERS: section}
    chapters = map(str, range(1, int(last_chapter) + 1))
    return dict.fromkeys(chapters, section)
