"""Reads a folder of statutes for the register; the handbook's page *lagar.md* describes which files.

They are Regeringskansliet's and Riksdagen's answers, as JSON or text, and texts that were written for the register.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from klarsprak.files.errors import FileError, reason, why_no_folder
from klarsprak.files.there import is_existing_file, is_folder
from klarsprak.laws.imported import ImportedAct
from klarsprak.laws.sources import NotAnActError, Statute, is_parliament_text, read_json, read_parliament_text
from klarsprak.laws.statute_head import read_head
from klarsprak.laws.statute_text import lines_of_markdown, read_chapters, read_sections
from klarsprak.laws.titles import as_name
from klarsprak.laws.wording import Wording, read_marks

SUFFIXES = (".json", ".md", ".text", ".txt")
PACKED = ".gz"
LARGEST = 64 * 1024**2
"""Bytes of a file, unpacked too: no act is nearly as large."""


class Folder(NamedTuple):
    """What a folder holds: its acts by number, and a line for each file that can't be used."""

    statutes: dict[str, Statute]
    faults: list[str]


def read_folder(folder: Path, day: date) -> Folder:
    """The acts of every file in the folder and its subfolders, or in one file, as they apply on that day.

    Raises ``FileError`` where there are no files, or none can be used: then it has a line for each.
    """
    found: dict[str, Statute] = {}
    read_from: dict[str, Path] = {}
    faults: list[str] = []
    for path in _statute_files(folder):
        try:
            statutes = read_statutes(path, day)
        except FileError as error:
            faults += error.faults
            continue
        for statute in statutes:
            sfs = statute.act.sfs
            if sfs in read_from and statute != found[sfs]:
                faults.append(f"{path}: {sfs} finns också i {read_from[sfs]}. Ta bort den ena.")
                continue
            read_from[sfs], found[sfs] = path, statute
    if not found:
        raise FileError(*faults)
    return Folder(found, faults)


def _statute_files(folder: Path) -> list[Path]:
    """The files with statutes, in order, or the one that is named; raises ``FileError`` where there are none."""
    if _is_statute(folder):
        return [folder]
    if not is_folder(folder):
        raise FileError(f"{folder}: {why_no_folder(folder)}")
    paths = sorted(filter(_is_statute, folder.rglob("*")))
    if not paths:
        ends = ", ".join(SUFFIXES)
        raise FileError(
            f"{folder}: mappen har inga lagtexter. De ska sluta på {ends}, eller ett av dem och {PACKED}."
        )
    return paths


def _is_statute(path: Path) -> bool:
    """Whether it is a file whose name ends as those with statutes do: *lekparker.md*, *sfs-2017-900.json.gz*."""
    return _suffix(path) in SUFFIXES and not path.name.startswith(".") and is_existing_file(path)


def _suffix(path: Path) -> str:
    """The suffix, without the one of a packed file."""
    name = path.name.lower().removesuffix(PACKED)
    return Path(name).suffix


def read_statutes(path: Path, day: date) -> list[Statute]:
    """The acts in a file; raises ``FileError`` that says why it can't be used, with the line where that is known."""
    text = _read(path)
    try:
        if _suffix(path) == ".json":
            return read_json(text, day)
        if is_parliament_text(text):
            return [read_parliament_text(text, day)]
    except NotAnActError as error:
        raise FileError(f"{path}: {error}") from None
    return [_read_markdown(path, text, day)]


def _read_markdown(path: Path, text: str, day: date) -> Statute:
    """The act in a text that was written for the register; raises ``FileError``."""
    head, body = read_head(path, text.splitlines())
    lines = lines_of_markdown("\n".join(body))
    act = ImportedAct(
        head.number,
        as_name(head.title),
        head.repealed is not None,
        head.replaced_by or "",
        head.repealed,
        read_chapters(lines),
        head.last_amendment,
    )
    return Statute(act, Wording(read_marks(read_sections(lines), day)))


def _read(path: Path) -> str:
    """The file's text, unpacked; raises ``FileError``."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if path.name.lower().endswith(PACKED):
            data = b"".join(_unpacked(data))
        if len(data) > LARGEST:
            raise FileError(f"{path}: filen är större än {LARGEST // 1024**2} MB. Ingen lag är så stor.")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(f"{path}: filen är inte sparad i UTF-8. Spara om den.") from None
    except (EOFError, zlib.error):
        raise FileError(f"{path}: filen är ingen hel gzip-fil. Hämta den på nytt.") from None
    except OSError as error:
        raise FileError(f"{path}: filen går inte att läsa ({reason(error)}).") from None


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The content of a packed file, as far as it may be large; raises ``EOFError`` for half a one."""
    left = LARGEST + 1
    while data and left > 0:
        unpacker = zlib.decompressobj(wbits=31)
        part = unpacker.decompress(data, left)
        yield part
        left -= len(part)
        data = unpacker.unused_data
        if left > 0 and not unpacker.eof:
            raise EOFError
