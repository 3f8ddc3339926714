"""The register of Swedish acts: names, numbers, what repealed what, chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.lazy_regex import LazyRegex

if TYPE_CHECKING:
    from klarsprak.laws.imported import Entry, Imported

DATA = Path(__file__).parent / "data"
NO_CHAPTERS = "-"


@dataclass(frozen=True, slots=True)
class Act:
    """An act, or a legal act of the EU.

    ``sfs`` is its number (*2017:900*, *(EU) 2016/679*), ``name`` the definite name that running text uses
    (*förvaltningslagen*), ``short`` its short form or "".  ``successor`` is the number of the act that took its
    place, ``repealed`` the first day it no longer applied; both are None for an act in force, and ``repealed`` may
    be None where only the successor is known.
    """

    sfs: str
    name: str
    short: str = ""
    in_force: bool = True
    successor: str | None = None
    repealed: date | None = None
    everyday: str = ""
    covers: str = ""

    @property
    def is_eu(self) -> bool:
        """Whether the EU made it."""
        return "/" in self.sfs

    @property
    def year(self) -> int:
        """The year when it was made."""
        found = re.search(r"(?:19|20)\d\d|1[678]\d\d", self.sfs)
        return int(found.group()) if found else 0

    @property
    def full_name(self) -> str:
        """Name and number as a letter writes them the first time."""
        head, space, rest = self.name.partition(" ")
        if self.is_eu:
            return f"{self.name}, {self.sfs}"
        if head in ("lagen", "förordningen", "kungörelsen"):
            return f"{head} ({self.sfs}){space}{rest}"
        return f"{self.name} ({self.sfs})"

    def applied(self, day: date) -> bool:
        """Whether the act had not yet been repealed on that day; unknown days count as applied within a year."""
        if self.in_force:
            return True
        if self.repealed is not None:
            return day < self.repealed
        year = re.match(r"\d{4}", self.successor or "")
        return year is not None and day.year <= int(year.group()) + 1


def _lines(name: str) -> Iterator[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


_SHORT = LazyRegex(r"\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ]", flags=0)


def fold(name: str) -> str:
    """A name as the index spells it: lower case, single spaces."""
    return " ".join(name.lower().split())


class Register:
    """Looks up acts by number, name and short form.

    ``source`` is the file of an imported register, whose acts take the place of those that ship with the program, or
    None.  Raises ``FileError`` where that file can't be used.
    """

    def __init__(self, source: Path | None = None) -> None:
        self.source = source
        self.imported: Imported | None = None
        if source is not None:
            from klarsprak.laws.imported import read

            self.imported = read(source)

    @cached_property
    def date(self) -> date:
        """The day whose law the register shows."""
        if self.imported is not None:
            return self.imported.day
        return date.fromisoformat(self._text[0].removeprefix("# "))

    def entry(self, sfs: str) -> Entry | None:
        """The act as it was imported, if it was."""
        return self.imported.entries.get(sfs) if self.imported is not None else None

    @property
    def size(self) -> int:
        """The number of acts."""
        return len(self._titles.keys() | self.cited.keys())

    def get(self, sfs: str) -> Act | None:
        """The act with that number, if the register has it; that it lacks a number proves nothing."""
        found = self.cited.get(sfs)
        if found is not None or sfs not in self._titles:
            return found
        name, status, by, since = self._titles[sfs]
        return Act(sfs, name, "", status != "u", by or None, _day(since))

    def named(self, name: str) -> tuple[Act, ...]:
        """All acts of that definite name, folded; the one in force or the latest comes first."""
        numbers = self.names.get(name, ())
        acts = [act for act in map(self.get, numbers) if act is not None]
        return tuple(sorted(acts, key=lambda act: (act.in_force, act.year), reverse=True))

    def shortened(self, short: str) -> tuple[Act, ...]:
        """All acts with that short form (case counts), the one in force or the latest first."""
        acts = (self.cited[sfs] for sfs in self.shorts.get(short, ()))
        return tuple(sorted(acts, key=lambda act: (act.in_force, act.year), reverse=True))

    @cached_property
    def cited(self) -> dict[str, Act]:
        """The acts that municipal letters cite, by number."""
        acts = {}
        rows = [*_lines("acts.tsv"), *_lines("former.tsv")]
        for sfs, short, name, successor, repealed, everyday, covers in rows:
            acts[sfs] = Act(sfs, name, short, not successor, successor or None, _day(repealed), everyday, covers)
            entry = self.entry(sfs)
            if entry is not None and entry.repealed:
                acts[sfs] = replace(
                    acts[sfs], in_force=False, successor=entry.successor or successor or None, repealed=entry.since
                )
        return acts

    @cached_property
    def shorts(self) -> dict[str, list[str]]:
        """Numbers by short form, as it is written."""
        found: dict[str, list[str]] = {}
        for act in self.cited.values():
            found.setdefault(act.short, []).append(act.sfs)
        for name, sfs in _lines("names.tsv"):
            found.setdefault(name, []).append(sfs)
        return {short: numbers for short, numbers in found.items() if _SHORT.fits(short)}

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Numbers by folded definite name, of the whole register."""
        found: dict[str, list[str]] = {}
        for act in self.cited.values():
            found.setdefault(fold(act.name), []).append(act.sfs)
            if act.short.endswith(("lagen", "förordningen", "direktivet")) and fold(act.short) != fold(act.name):
                found.setdefault(fold(act.short), []).append(act.sfs)
        for name, sfs in _lines("names.tsv"):
            found.setdefault(fold(name), []).append(sfs)
        for sfs, (name, *_) in self._titles.items():
            numbers = found.setdefault(fold(name), [])
            if sfs not in numbers:
                numbers.append(sfs)
        return found

    @cached_property
    def chapters(self) -> dict[str, dict[str, int]]:
        """For acts whose sections are known: the last section of each chapter, 0 where that is not certain.

        An act without chapters has the single chapter ``NO_CHAPTERS``.
        """
        found: dict[str, dict[str, int]] = {}
        for line in (DATA / "chapters.tsv").read_text(encoding="utf-8").splitlines():
            sfs, chapters = line.split("\t")
            pairs = (chapter.rsplit(":", 1) for chapter in chapters.split(" "))
            found[sfs] = {chapter: int(last) for chapter, last in pairs}
        for sfs, known in _lines("known-chapters.tsv"):
            if sfs not in found:
                chapter, _, last = known.partition(":")
                numbers = [NO_CHAPTERS] if chapter == NO_CHAPTERS else map(str, range(1, int(chapter) + 1))
                found[sfs] = dict.fromkeys(numbers, int(last or 0))
        for entry in self.imported.entries.values() if self.imported is not None else ():
            if entry.chapters:
                found[entry.sfs] = {chapter or NO_CHAPTERS: last for chapter, last in entry.chapters.items()}
        return found

    @cached_property
    def _text(self) -> list[str]:
        import gzip

        return gzip.decompress((DATA / "register.tsv.gz").read_bytes()).decode().split("\n")

    @cached_property
    def _titles(self) -> dict[str, list[str]]:
        rows = (line.split("\t") for line in self._text[1:])
        found = {row[0]: row[1:] for row in rows}
        for entry in self.imported.entries.values() if self.imported is not None else ():
            since = entry.since.isoformat() if entry.since else ""
            found[entry.sfs] = [entry.name, "u" if entry.repealed else "", entry.successor, since]
        return found


_in_use: list[tuple[Path | None, int, Register]] = []


def use_register(path: Path | None) -> Register:
    """Make ``register`` answer with the one in the file, or where it is None with the one that ships.

    Raises ``FileError`` where the file can't be used.  A file that has changed is read anew.
    """
    changed = path.stat().st_mtime_ns if path is not None and path.exists() else 0
    if not _in_use or _in_use[0][:2] != (path, changed):
        _in_use[:] = [(path, changed, Register(path))]
    return _in_use[0][2]


def register() -> Register:
    """The register in use."""
    return _in_use[0][2] if _in_use else use_register(None)
