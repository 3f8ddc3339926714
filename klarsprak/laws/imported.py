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

FILE_NAME = "lagregister.tsv.gz"
_HEAD = "# klarsprak-lagregister/1 "


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as the register holds it; ``chapters`` are the last sections by chapter, "" for an act without."""

    sfs: str
    name: str
    repealed: bool = False
    successor: str = ""
    since: date | None = None
    chapters: dict[str, int] = field(default_factory=dict)
    amended: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A register that has been imported: the day whose law it shows, and its acts by number."""

    day: date
    entries: dict[str, Entry]


def user_register() -> Path:
    """Where the user's own register lies on this system, whether it is there or not."""
    from platformdirs import user_data_path  # most of what is imported from here needs no folder

    return user_data_path("klarsprak", appauthor=False) / FILE_NAME


def chosen(configured: Path | None) -> Path | None:
    """The register to use: the configured one, else the user's own if it is there, else None: the one that ships."""
    own = user_register()
    return configured or (own if own.exists() else None)


def write(path: Path, imported: Imported) -> None:
    """Write the register, whole or not at all; raises ``FileError``."""
    lines = [f"{_HEAD}{imported.day}", *map(_line, imported.entries.values())]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with bytes_written_whole(path) as stream:
            stream.write(gzip.compress("\n".join(lines).encode(), mtime=0))
    except OSError as error:
        raise FileError(f"{path}: registret går inte att skriva ({reason(error)}).") from None


def read(path: Path) -> Imported:
    """The register in a file; raises ``FileError`` for one that isn't whole."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode().split("\n")
        day = date.fromisoformat(lines[0].removeprefix(_HEAD))
        entries = [_entry(line.split("\t")) for line in lines[1:]]
    except FileNotFoundError as error:
        raise FileError(f"{path}: lagregistret går inte att läsa ({reason(error)}).") from None
    except (OSError, EOFError, zlib.error, ValueError, TypeError):
        raise FileError(f"{path}: filen är inget lagregister. Gör ett nytt med klarsprak laws import.") from None
    return Imported(day, {entry.sfs: entry for entry in entries})


def _line(entry: Entry) -> str:
    chapters = " ".join(f"{chapter or '-'}:{last}" for chapter, last in entry.chapters.items())
    since = entry.since.isoformat() if entry.since else ""
    return "\t".join(
        [entry.sfs, entry.name, "u" if entry.repealed else "", entry.successor, since, chapters, entry.amended]
    )


def _entry(columns: list[str]) -> Entry:
    sfs, name, repealed, successor, since, chapters, amended = columns
    pairs = (chapter.rsplit(":", 1) for chapter in chapters.split())
    return Entry(
        sfs,
        name,
        repealed == "u",
        successor,
        date.fromisoformat(since) if since else None,
        {"" if chapter == "-" else chapter: int(last) for chapter, last in pairs},
        amended,
    )
