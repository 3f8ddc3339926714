"""The register of Swedish acts: names, numbers, what repealed what, chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.files.there import exists
from klarsprak.laws import shipped
from klarsprak.laws.acts import Act, by_rank, fold
from klarsprak.laws.chapters import Chapters
from klarsprak.laws.imported import ImportedAct, names_in, read_register, spelt_in
from klarsprak.laws.title_rows import Titles
from klarsprak.lazy_regex import LazyRegex

if TYPE_CHECKING:
    from klarsprak.laws.wording import Wording

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
        self._imported: Mapping[str, ImportedAct] = {}
        self._imported_wordings: Mapping[str, Wording] = {}
        if source is not None:
            imported = read_register(source)
            self._imported_day, self._imported = imported.day, imported.acts
            self._imported_wordings = imported.wordings

    @property
    def day(self) -> date:
        """The day whose law the register shows: the day of the import, where there was one."""
        return self._imported_day or self._shipped.day

    @property
    def size(self) -> int:
        """The number of acts."""
        return len(self.numbers())

    @property
    def older(self) -> tuple[int, date | None]:
        """How many acts it shows as they were on an earlier day than its own, and the latest of those days."""
        days = [day for day in map(self.day_of, self.numbers()) if day < self.day]
        return len(days), max(days, default=None)

    @property
    def imported_numbers(self) -> list[str]:
        """The numbers of the acts that were imported."""
        return list(self._imported)

    def numbers(self) -> list[str]:
        """The numbers of all acts."""
        return list(dict.fromkeys([*self._shipped, *self._imported, *self.cited]))

    def day_of(self, sfs: str) -> date:
        """The day of what the register says of an act."""
        imported = self._imported.get(sfs)
        if imported is not None:
            return imported.day or self.day
        row = self._shipped.get(sfs)
        day = None if row is None else shipped.as_day(shipped.columns_of(row)[6])
        return day or self._shipped.day

    def amended(self, sfs: str) -> str:
        """The number of the act that amended it last, "" where that isn't known."""
        imported = self._imported.get(sfs)
        if imported is not None and imported.amended:
            return imported.amended
        row = self._shipped_wordings.get(sfs)
        return row[0] if row else ""

    def wording(self, sfs: str) -> Wording | None:
        """How the act's sections are worded, where its text was read."""
        if sfs in self._imported_wordings:
            return self._imported_wordings[sfs]
        row = self._shipped_wordings.get(sfs)
        if row is None:
            return None
        from klarsprak.laws.wording import parse_wording  # letters are checked without

        return parse_wording(row[1], row[2])

    def spelt_wording(self, sfs: str) -> tuple[str, str] | None:
        """The same as the register spells it: that two are alike is soon told."""
        spelt = spelt_in(self._imported_wordings, sfs)
        row = self._shipped_wordings.get(sfs)
        return spelt or ((row[1], row[2]) if row else None)

    @cached_property
    def _shipped_wordings(self) -> dict[str, list[str]]:
        return shipped.read_wordings()

    def get(self, sfs: str) -> Act | None:
        """The act with that number, if the register has it; that it lacks a number proves nothing."""
        cited = self.cited.get(sfs)
        if cited is not None:
            return cited
        row = self._row_of(sfs)
        if row is None:
            return None
        return _from_row(sfs, row)

    def find_by_name(self, name: str) -> tuple[Act, ...]:
        """All acts of that definite name, folded; the one in force or the latest comes first."""
        acts = filter(None, map(self.get, dict.fromkeys(self._numbers_of(name))))
        return by_rank(list(acts))

    def _numbers_of(self, name: str) -> Iterator[str]:
        """The numbers of the acts of a folded name: *skollagen* is the name of the acts of 2010, 1985 and 1962.

        An imported one's name takes the place of that which ships.
        """
        yield from self._cited_numbers.get(name, ())
        yield from (sfs for sfs in self._shipped.named(name) if sfs not in self._imported)
        yield from self._imported_numbers.get(name, ())

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
        by = imported.repealed_by or act.repealed_by
        return replace(act, in_force=False, successor=successor, repealed=imported.since, repealed_by=by)

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
    def _cited_numbers(self) -> dict[str, list[str]]:
        """Numbers by the folded names by which letters cite acts."""
        return _by_name((fold(name), sfs) for name, sfs in self._cited_names())

    @cached_property
    def _imported_numbers(self) -> dict[str, list[str]]:
        """Numbers by folded name of what was imported; it has single spaces already."""
        return _by_name((name.lower(), sfs) for sfs, name in names_in(self._imported))

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
    def chapters(self) -> Mapping[str, dict[str, int]]:
        """For acts whose sections are known: the last section of each chapter, 0 where that is not certain.

        An act without chapters has the single chapter ``NO_CHAPTERS``.
        """
        return Chapters(shipped.read_chapters(), self._imported)

    @cached_property
    def _shipped(self) -> Titles:
        """The day that the register shows which ships, and its rows."""
        return shipped.read_titles()

    def _row_of(self, sfs: str) -> str | None:
        """What is known of an act, as ``shipped.read_titles`` tells it; None of one that isn't."""
        known = self._shipped.get(sfs)
        imported = self._imported.get(sfs)
        return known if imported is None else self._as_row(imported, known)

    def _as_row(self, act: ImportedAct, shipped_row: str | None) -> str:
        """The act as the register that ships has it, with what that knows where the import doesn't tell."""
        if shipped_row is None:
            return _spell_row(act, [""] * 7)
        columns = shipped.columns_of(shipped_row)
        return shipped_row if self._is_outdone(act, columns) else _spell_row(act, columns)

    def _is_outdone(self, act: ImportedAct, columns: list[str]) -> bool:
        """Whether the register that ships knows better if the act applies.

        The import doesn't tell, or is of an earlier day than the one that ships and lacks that it was repealed.
        """
        if act.repealed is not False:
            return act.repealed is None
        _, status, *_, day = columns
        seen = act.day or self.day
        return status == shipped.REPEALED and seen < (shipped.as_day(day) or self._shipped.day)


def _by_name(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The numbers of acts by name; each pair is a name and a number."""
    numbers: dict[str, list[str]] = {}
    for name, sfs in named:
        numbers.setdefault(name, []).append(sfs)
    return numbers


def _has_name_as_short_form(act: Act) -> bool:
    """Whether the act's short form is one more name of it: *dataskyddsförordningen*."""
    if not act.short.endswith(_NAME_ENDINGS):
        return False
    return fold(act.short) != fold(act.name)


def _spell_row(act: ImportedAct, known: list[str]) -> str:
    """The row of an imported act; ``known`` are the columns of the one that ships."""
    if not act.repealed:
        return act.name
    _, _, since, gone_by, by, successor, _ = known
    by = act.repealed_by or act.successor or by
    since = shipped.spell_day(act.since) or since
    return "\t".join([act.name, shipped.REPEALED, since, gone_by, by, act.successor or successor])


def _from_row(sfs: str, row: str) -> Act:
    """An act of which only the register knows."""
    name, status, since, gone_by, repealed_by, successor, _ = shipped.columns_of(row)
    return Act(
        sfs,
        name,
        in_force=status != shipped.REPEALED,
        successor=successor or None,
        repealed=shipped.as_day(since),
        repealed_by=repealed_by or None,
        gone_by=shipped.as_day(gone_by),
        is_sure=status != shipped.UNSURE,
    )


def load_register(path: Path | None) -> Register:
    """The register in the file, or where it is None the one that ships.

    Raises ``FileError`` where the file can't be used.  A file that has changed is read anew.
    """
    return _load(path, _stamp(path) if path is not None else None)


def _stamp(path: Path) -> tuple[int, int] | None:
    """When the file was last changed, in nanoseconds, and its size; None where there is no file."""
    if not exists(path):
        return None
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=_KEPT)
def _load(path: Path | None, stamp: tuple[int, int] | None) -> Register:
    """The register, kept as long as the file has the same stamp."""
    return Register(path)
