"""The letters of an archive: files, folders of any depth, members of zip, mbox and Maildir, lists of files."""

from __future__ import annotations

import glob
import os
import stat
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType

from klarsprak.audit.sources import maildir, mboxes, zips
from klarsprak.audit.sources.source import (
    NO_MAILS,
    ClosedError,
    Source,
    full_name,
    is_url,
    local_path,
    picked,
    raise_closed,
    unpack,
)
from klarsprak.files.errors import FileError, reason
from klarsprak.letter import Unreadable
from klarsprak.readers import LARGEST_FILE, find_letters


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
            yield from _names_in(path)

    def folders(self) -> list[str]:
        """Full names of those given that hold files: folders and zip files."""
        return [full_name(name).rstrip("/\\") for name in self.given]


def _names_in(path: Path) -> Iterator[str]:
    """The names in a list of files, one a line."""
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as lines:
            for line in filter(str.strip, lines):
                yield local_path(line.rstrip("\r\n"))
    except OSError as error:
        raise FileError(f"{path}: listan går inte att läsa ({reason(error)}).") from None


def check_there(names: Iterable[str]) -> None:
    """Raise ``FileError`` for a source on the command line that isn't there: most likely a slip."""
    for name in names:
        if is_url(name):
            _remote().check_there(name)
        elif not _is_there(name):
            raise FileError(f"{name}: filen eller mappen finns inte.")


def _is_there(name: str) -> bool:
    """Whether a name, or a pattern that the shell has left alone (*arkiv/*.docx*), leads to something."""
    if os.path.lexists(name):
        return True
    return bool(glob.glob(name))  # noqa: PTH207  (a path's own ``glob`` takes no absolute pattern)


def count_letters(names: Names | Sequence[str]) -> int | None:
    """How many files there are, without reading them; a mailbox and a zip file within another count as one.

    None where it would take too long to find out.
    """
    if any(map(is_url, names)):
        return None
    return sum(map(_count_members, find_letters(names, picked(), maildir.is_part)))


def read_archive(names: Iterable[str]) -> Iterator[Source]:
    """Every file of the archive, one at a time."""
    for name in names:
        if is_url(name):
            yield from _remote().read(name)
        else:
            yield from _read_local(name)


def _read_local(name: str) -> Iterator[Source]:
    """Every file under a name of this machine's file system."""
    root = len(full_name(name).rstrip("/\\").rpartition(os.sep)[0])
    for path in find_letters([name], picked(), maildir.is_part):
        if isinstance(path, Unreadable):
            yield Source(full_name(path.source), partial(raise_closed, path.reason))
        else:
            yield from _read_file(path, root)


def _read_file(path: Path, root: int) -> Iterator[Source]:
    """The letters in a file, or one that can't be fetched for a file that can't be opened.

    ``root`` is the length of what in their names is no part of the archive.
    """
    try:
        yield from _letters(path, root)
    except OSError as error:
        yield Source(full_name(path), partial(raise_closed, f"Filen går inte att öppna ({reason(error)})."))


def _letters(path: Path, root: int) -> Iterator[Source]:
    """The letters in a file: one, or as many as a zip file or a mailbox holds; raises ``OSError``."""
    match path.suffix.lower():
        case ".zip":
            yield from _read_zip(path, root)
        case ".mbox":
            yield from _read_mailbox(path, root)
        case _:
            yield Source(maildir.name_mail(full_name(path)), partial(_fetch, path), path, root)


def _remote() -> ModuleType:
    """The module for sources elsewhere, which needs a library that not everybody has."""
    try:
        from klarsprak.audit.sources import remote
    except ModuleNotFoundError as error:
        if error.name != "fsspec":
            raise
        raise FileError("Källor med :// kräver fsspec. Skriv: pip install 'klarsprak[cluster]'") from None
    return remote


def _fetch(path: Path) -> bytes:
    """The content of a plain file, or as much as tells that it is too large; raises ``ClosedError``."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            raise ClosedError("Det är ingen vanlig fil.")
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ClosedError(f"Filen går inte att öppna ({reason(error)}).") from None
    except ValueError:
        raise ClosedError("Filen går inte att öppna (namnet är inte giltigt).") from None


def _read_zip(path: Path, root: int) -> Iterator[Source]:
    """The letters in a zip file, by their names in it: *arkiv.zip/2019/brev.docx*."""
    name = full_name(path)
    with path.open("rb") as stream:
        for member in zips.members(name, stream, path.stat().st_size, picked()):
            yield Source(member.name, partial(unpack, member), path, root)


def _read_mailbox(path: Path, root: int) -> Iterator[Source]:
    """The messages of an mbox file, by number: *post.mbox/1.eml*."""
    name, number = full_name(path), 0
    with path.open("rb") as stream:
        for number, data in enumerate(mboxes.messages(stream), 1):
            yield Source(f"{name}/{number}.eml", partial(bytes, data), path, root)
    if not number:
        yield Source(name, partial(raise_closed, NO_MAILS))


def _count_members(path: Path | Unreadable) -> int:
    """How many letters stand behind a path, as far as its name and a zip file's own list of members tell."""
    if isinstance(path, Unreadable) or path.suffix.lower() != ".zip":
        return 1
    try:
        with zipfile.ZipFile(path) as package:
            return len(zips.pick_members(package, picked()))
    except zips.BROKEN:
        return 1
