"""Packages that lie as folders in the file system: which folders are some, and the files in them."""

from __future__ import annotations

import os
from functools import partial
from hashlib import blake2b
from pathlib import Path

from klarsprak.audit.sources.members import TOO_LARGE, BadMemberError
from klarsprak.audit.sources.packages.files import LINK, Entry, Files, is_mets
from klarsprak.files.errors import reason
from klarsprak.readers import LARGEST_FILE

_START = 16_384
_MARK = b"http://www.loc.gov/METS"


def picks(path: Path) -> bool:
    """Whether a file of a folder is a package's file list, by its name."""
    return is_mets(path.name)


class Packages:
    """The folders that are packages, no further out than ``top``; each is looked into but once."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._known: dict[Path, Path | None] = {}

    def around(self, path: Path) -> Path | None:
        """The outermost folder that is a package and holds the file, None where none does."""
        folder = path.parent
        if folder not in self._known:
            self._known[folder] = self._outermost(folder)
        return self._known[folder]

    def _outermost(self, folder: Path) -> Path | None:
        """The outermost package among a folder and those around it; other files may be called METS.xml too."""
        further_out = None if folder in (self._top, folder.parent) else self.around(folder)
        if further_out is not None:
            return further_out
        return folder if any(map(_is_list, _lists_in(folder))) else None


def _lists_in(folder: Path) -> list[Path]:
    """The files that are called METS.xml, in any case."""
    try:
        return [folder / name for name in filter(is_mets, os.listdir(folder))]  # noqa: PTH208  (names are enough)
    except OSError:
        return []


def _is_list(path: Path) -> bool:
    """Whether a file called METS.xml is a file list or could have been one; one that can't be read is told of."""
    try:
        with path.open("rb") as stream:
            start = stream.read(_START)
    except OSError:
        return True
    return _MARK in start or b"\0" in start or not start.lstrip().startswith(b"<")


def files_of(folder: Path) -> Files:
    """The files of a package in a folder; links are told, and not followed."""
    entries: dict[str, Entry] = {}
    for here, folders, names in os.walk(folder):
        start = Path(here).relative_to(folder).as_posix()
        links = [name for name in folders if Path(here, name).is_symlink()]
        for name in (*names, *links):
            path = name if start == "." else f"{start}/{name}"
            entries[path] = _entry(Path(here, name))
    return Files(dict(sorted(entries.items())), partial(_read, folder))


def _entry(path: Path) -> Entry:
    """What the file system says of a file."""
    try:
        status = path.lstat()
    except OSError:
        return Entry(0)
    return Entry(status.st_size, path.is_symlink())


def _read(folder: Path, path: str) -> bytes:
    """The content of a file list or a register; raises ``BadMemberError``."""
    file = folder / path
    if file.is_symlink():
        raise BadMemberError(LINK)
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadMemberError(f"Filen går inte att öppna ({reason(error)}).") from None
    if len(data) > LARGEST_FILE:
        raise BadMemberError(TOO_LARGE)
    return data


class Marked:
    """Files whose content, as far as it is asked for, tells this state of the package from every other.

    What a register says of a letter may change while the letter's own file stays as it is.
    """

    def __init__(self, files: Files) -> None:
        self._digest = blake2b(digest_size=8)
        self._read = files.read
        self.files = Files(files.entries, self._read_and_mark)

    def _read_and_mark(self, path: str) -> bytes:
        data = self._read(path)
        self._digest.update(blake2b(data, digest_size=8).digest())
        return data

    def __str__(self) -> str:
        return self._digest.hexdigest()
