"""The register of Swedish acts: names, numbers, what repealed what, chapters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from klarsprak.laws import shipped
from klarsprak.laws.acts import Act, by_rank, fold
from klarsprak.laws.imported import ImportedAct, read_register
from klarsprak.lazy_regex import LazyRegex

_SHORT = LazyRegex(r"\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ]", flags=0)
_NAME_ENDINGS = ("lagen", "förordningen", "direktivet")
_KEPT = 8
"""Registers kept at a time: one for each organisation whose letters are checked."""


class Register:
    """Looks up acts by number, name and short form.

    ``source`` is the file of an imported register, whose acts take the place of those that ship with the program, or
    None.  Raises ``FileError`` where that file can't be used.  A register doesn't change once it is made; its tables
    are built when they are first asked for.
    """

    def __init__(self, source: Path | None = None) -> None:
        self.source = source
        self._imported_day: date | None = None
        self._imported: dict[str, ImportedAct] = {}
        if source is not None:
            imported = read_register(source)
            self._imported_day, self._imported = imported.day, imported.acts

    @property
    def day(self) -> date:
        """The day whose law the register shows: the day of the import, where there was one."""
        return self._imported_day or self._shipped[0]

    @property
    def size(self) -> int:
        """The number of acts."""
        return len(self._titles.keys() | self.cited.keys())

    def find_imported(self, sfs: str) -> ImportedAct | None:
        """The act as it was imported, if it was."""
        return self._imported.get(sfs)

    def get(self, sfs: str) -> Act | None:
        """The act with that number, if the register has it; that it lacks a number proves nothing."""
        cited = self.cited.get(sfs)
        if cited is not None:
            return cited
        row = self._titles.get(sfs)
        if row is None:
            return None
        return _from_row(sfs, row)

    def find_by_name(self, name: str) -> tuple[Act, ...]:
        """All acts of that definite name, folded; the one in force or the latest comes first."""
        numbers = self.names.get(name)
        if numbers is None:
            return ()
        acts = filter(None, map(self.get, numbers))
        return by_rank(list(acts))

    def find_by_short(self, short: str) -> tuple[Act, ...]:
        """All acts with that short form (case counts), the one in force or the latest first."""
        numbers = self.shorts.get(short, ())
        return by_rank([self.cited[sfs] for sfs in numbers])

    @cached_property
    def cited(self) -> dict[str, Act]:
        """The acts that municipal letters cite, by number."""
        return {act.sfs: self._up_to_date(act) for act in shipped.read_acts()}

    def _up_to_date(self, act: Act) -> Act:
        """The act that ships, repealed where what was imported says so.

        Its short form and what it is about aren't imported.
        """
        imported = self._imported.get(act.sfs)
        if imported is None or not imported.repealed:
            return act
        successor = imported.successor or act.successor
        return replace(act, in_force=False, successor=successor, repealed=imported.since)

    @cached_property
    def shorts(self) -> dict[str, list[str]]:
        """Numbers by short form, as it is written: *SoL*, that of the acts of 2025, 2001 and 1980."""
        shorts: dict[str, list[str]] = {}
        for short, sfs in self._cited_shorts():
            if _SHORT.fits(short):
                shorts.setdefault(short, []).append(sfs)
        return shorts

    def _cited_shorts(self) -> Iterator[tuple[str, str]]:
        """The short forms of the acts that letters cite, names among them, each with the act's number."""
        for act in self.cited.values():
            yield act.short, act.sfs
        yield from shipped.read_other_names()

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Numbers by folded definite name, of the whole register.

        *skollagen* is the name of the acts of 2010, 1985 and 1962.
        """
        numbers: dict[str, list[str]] = {}
        for name, sfs in self._cited_names():
            numbers.setdefault(fold(name), []).append(sfs)
        for sfs, (title, *_) in self._titles.items():
            namesakes = numbers.setdefault(fold(title), [])
            if sfs not in namesakes:
                namesakes.append(sfs)
        return numbers

    def _cited_names(self) -> Iterator[tuple[str, str]]:
        """The names by which letters cite acts, each with the act's number.

        Some short forms are names too: *dataskyddsförordningen*.
        """
        for act in self.cited.values():
            yield act.name, act.sfs
            if _has_name_as_short_form(act):
                yield act.short, act.sfs
        yield from shipped.read_other_names()

    @cached_property
    def chapters(self) -> dict[str, dict[str, int]]:
        """For acts whose sections are known: the last section of each chapter, 0 where that is not certain.

        An act without chapters has the single chapter ``NO_CHAPTERS``.
        """
        chapters = shipped.read_chapters()
        for act in self._imported.values():
            if act.chapters:
                chapters[act.sfs] = act.chapters
        return chapters

    @cached_property
    def _shipped(self) -> tuple[date, dict[str, list[str]]]:
        """The day that the register shows which ships, and its rows."""
        return shipped.read_titles()

    @cached_property
    def _titles(self) -> dict[str, list[str]]:
        """What is known of each act, as ``shipped.read_titles`` tells it."""
        imported = {sfs: _as_row(act) for sfs, act in self._imported.items()}
        return self._shipped[1] | imported


def _has_name_as_short_form(act: Act) -> bool:
    """Whether the act's short form is one more name of it: *dataskyddsförordningen*."""
    if not act.short.endswith(_NAME_ENDINGS):
        return False
    return fold(act.short) != fold(act.name)


def _as_row(act: ImportedAct) -> list[str]:
    """The act as the register that ships has it."""
    status = shipped.REPEALED if act.repealed else ""
    return [act.name, status, shipped.spell_day(act.since), "", act.successor, act.successor]


def _from_row(sfs: str, row: list[str]) -> Act:
    """An act of which only the register knows."""
    name, status, since, gone_by, repealed_by, successor = row
    return Act(
        sfs,
        name,
        in_force=status != shipped.REPEALED,
        successor=successor or None,
        repealed=shipped.as_day(since),
        repealed_by=repealed_by or None,
        gone_by=shipped.as_day(gone_by),
    )


def load_register(path: Path | None) -> Register:
    """The register in the file, or where it is None the one that ships.

    Raises ``FileError`` where the file can't be used.  A file that has changed is read anew.
    """
    return _load(path, _stamp(path) if path is not None else None)


def _stamp(path: Path) -> tuple[int, int] | None:
    """When the file was last changed, in nanoseconds, and its size; None where there is no file."""
    if not path.exists():
        return None
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=_KEPT)
def _load(path: Path | None, stamp: tuple[int, int] | None) -> Register:
    """The register, kept as long as the file has the same stamp."""
    return Register(path)
