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
    PICKED,
    ClosedError,
    Source,
    closed,
    full_name,
    is_url,
    local,
    unpacked,
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
            yield from _lines(path)

    def folders(self) -> list[str]:
        """Full names of those given that hold files: folders and zip files."""
        return [full_name(name).rstrip("/\\") for name in self.given]


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as lines:
            yield from (local(line.rstrip("\r\n")) for line in lines if line.strip())
    except OSError as error:
        raise FileError(f"{path}: listan går inte att läsa ({reason(error)}).") from None


def check_there(names: Iterable[str]) -> None:
    """Raise ``FileError`` for a source on the command line that isn't there: most likely a slip."""
    for name in names:
        if is_url(name):
            _remote().check_there(name)
        elif not os.path.lexists(name) and not glob.glob(name):  # noqa: PTH207
            raise FileError(f"{name}: filen eller mappen finns inte.")


def count_letters(names: Names | Sequence[str]) -> int | None:
    """How many files there are, without reading them; a mailbox and a zip file within another count as one.

    None where it would take too long to find out.
    """
    if any(map(is_url, names)):
        return None
    return sum(_members(path) for path in find_letters(names, PICKED, maildir.is_part))


def read_archive(names: Iterable[str]) -> Iterator[Source]:
    """Every file of the archive, one at a time."""
    for name in names:
        if is_url(name):
            yield from _remote().read(name)
            continue
        root = len(full_name(name).rstrip("/\\").rpartition(os.sep)[0])
        for path in find_letters([name], PICKED, maildir.is_part):
            if isinstance(path, Unreadable):
                yield Source(full_name(path.source), partial(closed, path.reason))
            elif path.suffix.lower() == ".zip":
                yield from _zip_file(path, root)
            elif path.suffix.lower() == ".mbox":
                yield from _mailbox(path, root)
            else:
                yield Source(maildir.named(full_name(path)), partial(_content, path), path, root)


def _remote() -> ModuleType:
    try:
        from klarsprak.audit.sources import remote
    except ModuleNotFoundError as error:
        if error.name != "fsspec":
            raise
        raise FileError("Källor med :// kräver fsspec. Skriv: pip install 'klarsprak[cluster]'") from None
    return remote


def _content(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            raise ClosedError("Det är ingen vanlig fil.")
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ClosedError(f"Filen går inte att öppna ({reason(error)}).") from None
    except ValueError:
        raise ClosedError("Filen går inte att öppna (namnet är inte giltigt).") from None


def _zip_file(path: Path, root: int) -> Iterator[Source]:
    name = full_name(path)
    try:
        with path.open("rb") as stream:
            for member in zips.members(name, stream, path.stat().st_size, PICKED):
                yield Source(member.name, partial(unpacked, member), path, root)
    except OSError as error:
        yield Source(name, partial(closed, f"Filen går inte att öppna ({reason(error)})."))


def _mailbox(path: Path, root: int) -> Iterator[Source]:
    """The messages of an mbox file, by number."""
    name, number = full_name(path), 0
    try:
        with path.open("rb") as stream:
            for number, data in enumerate(mboxes.messages(stream), 1):
                yield Source(f"{name}/{number}.eml", partial(bytes, data), path, root)
        if not number:
            yield Source(name, partial(closed, NO_MAILS))
    except OSError as error:
        yield Source(name, partial(closed, f"Filen går inte att öppna ({reason(error)})."))


def _members(path: Path | Unreadable) -> int:
    if isinstance(path, Unreadable) or path.suffix.lower() != ".zip":
        return 1
    try:
        with zipfile.ZipFile(path) as package:
            return len(zips.picked(package, PICKED))
    except zips.BROKEN:
        return 1
