"""The letters of an archive: files, folders of any depth, members of zip and mbox files, lists of files."""

from __future__ import annotations

import glob
import io
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from mailbox import NoSuchMailboxError, mbox
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from klarsprak.letter import Unreadable
from klarsprak.readers import LARGEST_FILE, SUFFIXES, find_letters
from klarsprak.yamlfile import FileError, reason

DEEPEST_ZIP = 3
"""Zip files within zip files are opened to this depth."""
LARGEST_RATIO = 200
"""A zip file that would swell more than this is no archive but an attack."""
SMALL_ZIP = 1024**3
"""A zip file that holds fewer bytes than this unpacked is never too much."""

_TOO_LARGE = f"Filen är för stor. Den får vara högst {LARGEST_FILE // 1024**2} MB."
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the archive: its full name, and its content or the reason why there is none."""

    name: str
    data: bytes = b""
    error: str | None = None

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case, with its dot."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()


@dataclass(frozen=True, slots=True)
class Names:
    """Names of files and folders: those given, and those in lists of files, one a line; can be gone through twice.

    Going through them raises ``FileError`` for a list that can't be read.
    """

    given: Sequence[str] = ()
    lists: Sequence[Path] = ()

    def __iter__(self) -> Iterator[str]:
        yield from self.given
        for path in self.lists:
            yield from _lines(path)

    def folders(self) -> list[str]:
        """Full names of those given that hold files: folders and zip files."""
        return [_full(name).rstrip("/\\") for name in self.given]


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as lines:
            yield from (line.rstrip("\r\n") for line in lines if line.strip())
    except OSError as error:
        raise FileError(f"{path}: listan går inte att läsa ({reason(error)}).") from None


def check_there(names: Iterable[str]) -> None:
    """Raise ``FileError`` for a source on the command line that isn't there: most likely a slip."""
    for name in names:
        if not os.path.lexists(name) and not glob.glob(name):  # noqa: PTH207
            raise FileError(f"{name}: filen eller mappen finns inte.")


def count(names: Iterable[str]) -> int:
    """How many files there are, without reading them; a mailbox and a zip file within another count as one."""
    return sum(_members(path) for path in find_letters(names, _PICKED))


def read(names: Iterable[str]) -> Iterator[Source]:
    """Every file of the archive with its content, one at a time."""
    for path in find_letters(names, _PICKED):
        if isinstance(path, Unreadable):
            yield Source(_full(path.source), error=path.reason)
        elif path.suffix.lower() == ".zip":
            yield from _zip_file(path)
        elif path.suffix.lower() == ".mbox":
            yield from _mailbox(path)
        else:
            yield _file(path)


_PICKED = SUFFIXES | {".zip", ".mbox"}


def _full(name: str | Path) -> str:
    """The absolute name; bytes that are no UTF-8 are shown as escapes, which every file and console can hold."""
    return os.path.abspath(name).encode("utf-8", "backslashreplace").decode()  # noqa: PTH100  (keeps links)


def _file(path: Path) -> Source:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "namnet är inte giltigt"
        return Source(_full(path), error=f"Filen går inte att öppna ({why}).")
    return Source(_full(path), error=_TOO_LARGE) if len(data) > LARGEST_FILE else Source(_full(path), data)


def _zip_file(path: Path) -> Iterator[Source]:
    try:
        with path.open("rb") as stream:
            yield from _zip(_full(path), stream, path.stat().st_size, 1)
    except OSError as error:
        yield Source(_full(path), error=f"Filen går inte att öppna ({reason(error)}).")


def _zip(name: str, stream: BinaryIO, size: int, depth: int) -> Iterator[Source]:
    try:
        package = zipfile.ZipFile(stream)
        members = _letters_in(package)
    except _BROKEN_ZIP:
        yield Source(name, error="Zipfilen är trasig.")
        return
    # The sizes that the members state can be trusted: no more than that is ever unpacked.
    if sum(member.file_size for member in package.infolist()) > max(SMALL_ZIP, LARGEST_RATIO * size):
        yield Source(name, error="Zipfilen packar upp till orimligt mycket data och öppnas därför inte.")
        return
    for member in members:
        source = _member(package, member, name)
        if source.error is not None or source.suffix != ".zip":
            yield source
        elif depth < DEEPEST_ZIP:
            yield from _zip(source.name, io.BytesIO(source.data), len(source.data), depth + 1)
        else:
            yield Source(source.name, error=f"Zipfiler i zipfiler öppnas bara i {DEEPEST_ZIP} nivåer.")


def _letters_in(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Members that may be letters; as in folders, hidden files and Word's lock files are none."""
    return [
        member
        for member in package.infolist()
        if not member.is_dir()
        and PurePosixPath(member.filename).suffix.lower() in _PICKED
        and not PurePosixPath(member.filename).name.startswith((".", "~$"))
    ]


def _member(package: zipfile.ZipFile, member: zipfile.ZipInfo, within: str) -> Source:
    name = f"{within}/{member.filename}".encode("utf-8", "backslashreplace").decode()
    if member.flag_bits & 1:
        return Source(name, error="Filen i zipfilen är skyddad med lösenord.")
    if member.file_size > LARGEST_FILE:
        return Source(name, error=_TOO_LARGE)
    try:
        return Source(name, package.read(member))
    except _BROKEN_ZIP:
        return Source(name, error="Filen i zipfilen är trasig.")


def _mailbox(path: Path) -> Iterator[Source]:
    """The messages of an mbox file, by number."""
    name = _full(path)
    try:
        with closing(mbox(path, create=False)) as messages:
            if not len(messages):
                yield Source(name, error="Det finns inga brev i brevlådan.")
            for number, key in enumerate(messages.iterkeys(), 1):
                data = messages.get_bytes(key)
                message = f"{name}/{number}.eml"
                yield Source(message, error=_TOO_LARGE) if len(data) > LARGEST_FILE else Source(message, data)
    except (OSError, NoSuchMailboxError) as error:
        why = reason(error) if isinstance(error, OSError) else "den finns inte"
        yield Source(name, error=f"Filen går inte att öppna ({why}).")


def _members(path: Path | Unreadable) -> int:
    if isinstance(path, Unreadable) or path.suffix.lower() != ".zip":
        return 1
    try:
        with zipfile.ZipFile(path) as package:
            return len(_letters_in(package))
    except _BROKEN_ZIP:
        return 1
