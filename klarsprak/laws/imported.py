"""The register that ``klarsprak laws import`` writes: where it lies, and its format.

A text file in gzip.  The first line is ``# klarsprak-lagregister/1 DATE``; then one act a line, with tabs between:
its number, definite name, ``u`` if it is repealed, the number of the act in its place, the day from which it no
longer applies, its chapters (*1:12 2:9*, *-:49* for an act without chapters, 0 where the last section isn't sure),
and the last amendment.  What isn't known is empty.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from klarsprak.files.errors import FileError, reason
from klarsprak.files.whole import bytes_written_whole
from klarsprak.laws.shipped import REPEALED, as_chapters, as_day, spell_day

FILE_NAME = "lagregister.tsv.gz"
_HEAD = "# klarsprak-lagregister/1 "


@dataclass(frozen=True, slots=True)
class ImportedAct:
    """An act as the register holds it.

    ``chapters`` are the last sections by chapter, ``NO_CHAPTERS`` the only one of an act without.
    """

    sfs: str
    name: str
    repealed: bool = False
    successor: str = ""
    since: date | None = None
    chapters: dict[str, int] = field(default_factory=dict)
    amended: str = ""


@dataclass(frozen=True, slots=True)
class ImportedRegister:
    """A register that has been imported: the day whose law it shows, and its acts by number."""

    day: date
    acts: dict[str, ImportedAct]


def user_register() -> Path:
    """Where the user's own register lies on this system, whether it is there or not."""
    from platformdirs import user_data_path  # most of what is imported from here needs no folder

    return user_data_path("klarsprak", appauthor=False) / FILE_NAME


def choose_register(configured: Path | None) -> Path | None:
    """The register to use: the configured one, else the user's own if it is there, else None: the one that ships."""
    if configured is not None:
        return configured
    own = user_register()
    if not own.exists():
        return None
    return own


def write_register(path: Path, register: ImportedRegister) -> None:
    """Write the register, whole or not at all; raises ``FileError``."""
    lines = [f"{_HEAD}{register.day}", *map(_as_line, register.acts.values())]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with bytes_written_whole(path) as stream:
            stream.write(gzip.compress("\n".join(lines).encode(), mtime=0))
    except OSError as error:
        raise FileError(f"{path}: registret går inte att skriva ({reason(error)}).") from None


def read_register(path: Path) -> ImportedRegister:
    """The register in a file; raises ``FileError`` for one that isn't whole."""
    try:
        return _parse(gzip.decompress(path.read_bytes()).decode())
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError, TypeError):
        raise FileError(f"{path}: filen är inget lagregister. Gör ett nytt med klarsprak laws import.") from None
    except OSError as error:
        raise FileError(f"{path}: lagregistret går inte att läsa ({reason(error)}).") from None


def _parse(text: str) -> ImportedRegister:
    """The register that a file's text holds; raises ``ValueError`` for another text."""
    head, *lines = text.split("\n")
    day = date.fromisoformat(head.removeprefix(_HEAD))
    acts = map(_from_line, lines)
    return ImportedRegister(day, {act.sfs: act for act in acts})


def _as_line(act: ImportedAct) -> str:
    """The act as the file has it."""
    chapters = (f"{chapter}:{last}" for chapter, last in act.chapters.items())
    columns = (
        act.sfs,
        act.name,
        REPEALED if act.repealed else "",
        act.successor,
        spell_day(act.since),
        " ".join(chapters),
        act.amended,
    )
    return "\t".join(columns)


def _from_line(line: str) -> ImportedAct:
    """The act in a line; raises ``ValueError`` where it has too few or too many columns."""
    sfs, name, repealed, successor, since, chapters, amended = line.split("\t")
    return ImportedAct(sfs, name, repealed == REPEALED, successor, as_day(since), as_chapters(chapters), amended)
