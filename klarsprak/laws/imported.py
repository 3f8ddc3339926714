"""The register that ``klarsprak laws import`` writes: where it lies, and its format.

A file of two parts in gzip.  The first line of the first is ``# klarsprak-lagregister/2 DATE``; then one act a line,
with tabs between: its number, definite name, ``u`` if it is repealed and ``?`` where the source doesn't tell, the
number of the act in its place, the day from which it no longer applies, its chapters (*1:12 2:9*, *-:49* for an act
without chapters, 0 where the last section isn't sure), the last amendment, the act that repealed it, and the day of
the text.  The second part, which is read when it is asked for, has a line for each act whose sections are known: its
number, and the columns of ``klarsprak.laws.wording``.  What isn't known is empty.  A register of the first version,
``…/1``, has seven columns and no second part.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.files.errors import FileError, reason
from klarsprak.files.there import exists
from klarsprak.files.whole import bytes_written_whole
from klarsprak.laws.shipped import REPEALED, UNSURE, as_chapters, as_day, spell_day

if TYPE_CHECKING:
    from klarsprak.laws.wording import Wording

FILE_NAME = "lagregister.tsv.gz"
_HEAD = "# klarsprak-lagregister/"
_COLUMNS = {1: 7, 2: 9}
"""How many columns an act has, by the format's version."""


@dataclass(frozen=True, slots=True)
class ImportedAct:
    """An act as the register holds it.

    ``chapters`` are the last sections by chapter, ``NO_CHAPTERS`` the only one of an act without.  ``repealed`` is
    None where the source doesn't tell; ``day`` is the day of the text, None for that of the register.
    """

    sfs: str
    name: str
    repealed: bool | None = False
    successor: str = ""
    since: date | None = None
    chapters: dict[str, int] = field(default_factory=dict)
    amended: str = ""
    repealed_by: str = ""
    day: date | None = None


@dataclass(frozen=True)
class ImportedRegister:
    """A register that has been imported: the day whose law it shows, and its acts by number.

    ``wordings`` holds how the sections of acts are worded, by the act's number.
    """

    day: date
    acts: Mapping[str, ImportedAct]
    wordings: Mapping[str, Wording] = field(default_factory=dict)


class _Acts(Mapping[str, ImportedAct]):
    """The acts of a register, each read from its line when it is asked for; raises ``FileError`` for a broken one."""

    def __init__(self, lines: list[str], width: int, broken: Callable[[], FileError]) -> None:
        self._rows = {}
        self._broken = broken
        for line in lines:
            sfs, _, row = line.partition("\t")
            if row.count("\t") != width - 2:
                raise ValueError(line)
            self._rows[sfs] = row

    def __getitem__(self, sfs: str) -> ImportedAct:
        row = self._rows[sfs]
        try:
            return _from_row(sfs, row)
        except ValueError:
            raise self._broken() from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def names(self) -> Iterator[tuple[str, str]]:
        """The number and the definite name of each act."""
        for sfs, row in self._rows.items():
            yield sfs, row[: row.index("\t")]


class _Wordings(Mapping[str, "Wording"]):
    """The second part of a register, read when it is asked for; raises ``FileError`` where it is broken."""

    def __init__(self, packed: bytes, broken: Callable[[], FileError]) -> None:
        self._packed = packed
        self._broken = broken

    @cached_property
    def _lines(self) -> dict[str, tuple[str, str]]:
        try:
            lines = gzip.decompress(self._packed).decode().split("\n")
            rows = (line.split("\t") for line in lines if line)
            return {sfs: (sections, amendments) for sfs, sections, amendments in rows}
        except (OSError, EOFError, zlib.error, ValueError):
            raise self._broken() from None

    def spelt(self, sfs: str) -> tuple[str, str] | None:
        """The columns that spell the wording."""
        return self._lines.get(sfs)

    def __getitem__(self, sfs: str) -> Wording:
        from klarsprak.laws.wording import parse_wording  # letters are checked without

        try:
            return parse_wording(*self._lines[sfs])
        except (TypeError, ValueError):
            raise self._broken() from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def user_register() -> Path:
    """Where the user's own register lies on this system, whether it is there or not."""
    from platformdirs import user_data_path  # most of what is imported from here needs no folder

    return user_data_path("klarsprak", appauthor=False) / FILE_NAME


def choose_register(configured: Path | None) -> Path | None:
    """The register to use: the configured one, else the user's own if it is there, else None: the one that ships."""
    if configured is not None:
        return configured
    own = user_register()
    if not exists(own):
        return None
    return own


def write_register(path: Path, register: ImportedRegister) -> None:
    """Write the register, whole or not at all; raises ``FileError``."""
    acts = [f"{_HEAD}2 {register.day}", *map(_as_line, register.acts.values())]
    wordings = ["\t".join((sfs, *wording.spell())) for sfs, wording in register.wordings.items()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with bytes_written_whole(path) as stream:
            for part in (acts, wordings):
                stream.write(gzip.compress("\n".join(part).encode(), mtime=0))
    except OSError as error:
        raise FileError(f"{path}: registret går inte att skriva ({reason(error)}).") from None


def read_register(path: Path) -> ImportedRegister:
    """The register in a file; raises ``FileError`` for one that isn't whole."""
    try:
        return _parse(path.read_bytes(), lambda: _broken(path))
    except (EOFError, zlib.error, ValueError, TypeError):
        raise _broken(path) from None
    except OSError as error:
        raise FileError(f"{path}: lagregistret går inte att läsa ({reason(error)}).") from None


def _broken(path: Path) -> FileError:
    return FileError(f"{path}: filen är inget lagregister. Gör ett nytt med klarsprak laws import.")


def _parse(data: bytes, broken: Callable[[], FileError]) -> ImportedRegister:
    """The register that a file holds; raises ``ValueError`` for another file, ``EOFError`` for half a one."""
    unpacker = zlib.decompressobj(wbits=31)
    text = unpacker.decompress(data)
    if not unpacker.eof:
        raise EOFError
    head, *lines = text.decode().split("\n")
    version, day = _parse_head(head)
    acts = _Acts(lines, _COLUMNS[version], broken)
    if version == 1:
        return ImportedRegister(day, acts)
    if not unpacker.unused_data:
        raise EOFError
    return ImportedRegister(day, acts, _Wordings(unpacker.unused_data, broken))


def _parse_head(head: str) -> tuple[int, date]:
    """The format's version and the register's day: *# klarsprak-lagregister/2 2026-11-25*."""
    version, day = head.removeprefix(_HEAD).split(" ")
    if int(version) not in _COLUMNS:
        raise ValueError(version)
    return int(version), date.fromisoformat(day)


_STATUS = {True: REPEALED, False: "", None: UNSURE}
_REPEALED = {spelt: repealed for repealed, spelt in _STATUS.items()}


def _as_line(act: ImportedAct) -> str:
    """The act as the file has it."""
    chapters = (f"{chapter}:{last}" for chapter, last in act.chapters.items())
    columns = (
        act.sfs,
        act.name,
        _STATUS[act.repealed],
        act.successor,
        spell_day(act.since),
        " ".join(chapters),
        act.amended,
        act.repealed_by,
        spell_day(act.day),
    )
    return "\t".join(columns)


def _from_row(sfs: str, row: str) -> ImportedAct:
    """The act in a line without its number; raises ``ValueError`` for a day or a chapter that is none."""
    name, status, successor, since, chapters, amended, *more = row.split("\t")
    by, day = more or ("", "")
    repealed = _REPEALED.get(status, False)
    return ImportedAct(sfs, name, repealed, successor, as_day(since), as_chapters(chapters), amended, by, as_day(day))


def names_in(acts: Mapping[str, ImportedAct]) -> Iterator[tuple[str, str]]:
    """The number and the definite name of each act, without more of it being read."""
    if isinstance(acts, _Acts):
        yield from acts.names()
    else:
        yield from ((sfs, act.name) for sfs, act in acts.items())


def spelt_in(wordings: Mapping[str, Wording], sfs: str) -> tuple[str, str] | None:
    """The columns that spell how an act is worded, without them being read."""
    if isinstance(wordings, _Wordings):
        return wordings.spelt(sfs)
    wording = wordings.get(sfs)
    return wording.spell() if wording is not None else None
