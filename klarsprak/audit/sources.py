"""The letters of an archive: files, folders of any depth, members of zip, mbox and Maildir, lists of files."""

from __future__ import annotations

import glob
import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from types import ModuleType
from urllib.request import url2pathname

from klarsprak.audit import maildir, mboxes, zips
from klarsprak.audit.dated import date_in_path
from klarsprak.audit.stamps import Stamp, stamp_of
from klarsprak.letter import Unreadable
from klarsprak.readers import LARGEST_FILE, SUFFIXES, find_letters
from klarsprak.yamlfile import FileError, reason

NO_MAILS = "Det finns inga brev i brevlådan."
TOO_LARGE = f"Filen är för stor. Den får vara högst {LARGEST_FILE // 1024**2} MB."


class ClosedError(Exception):
    """A file that can't be opened; the text is a Swedish sentence, without the file's name."""


@dataclass(frozen=True, slots=True)
class Source:
    """A letter of the archive: its full name and how to get its content.

    ``fetch`` raises ``ClosedError``, and works only until the next source is asked for.  ``file`` is the file that
    holds the letter, whose stamp tells whether the letter may have changed; ``root`` begins the part of the name
    that is the archive's own.
    """

    name: str
    fetch: Callable[[], bytes]
    file: Path | None = None
    root: int = 0
    mark: str | None = None

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case, with its dot."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()

    @property
    def date(self) -> str | None:
        """The day, month or year that the path within the archive tells."""
        return date_in_path(self.name[self.root :])

    def stamp(self) -> str | None:
        """The stamp of the file that holds the letter, None if it has none."""
        stamp = self._stamp()
        return str(stamp) if stamp else self.mark

    def read(self) -> tuple[bytes, str | None]:
        """The content, and the file's stamp if it is sure to belong to this content; raises ``ClosedError``."""
        before = self._stamp()
        data = self.fetch()
        if len(data) > LARGEST_FILE:
            raise ClosedError(TOO_LARGE)
        settled = before is not None and before.is_settled() and before == self._stamp()
        return data, str(before) if settled else self.mark

    def _stamp(self) -> Stamp | None:
        return stamp_of(self.file) if self.file else None


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


def count(names: Names | Sequence[str]) -> int | None:
    """How many files there are, without reading them; a mailbox and a zip file within another count as one.

    None where it would take too long to find out.
    """
    if any(map(is_url, names)):
        return None
    return sum(_members(path) for path in find_letters(names, PICKED, maildir.is_part))


def read(names: Iterable[str]) -> Iterator[Source]:
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


PICKED = SUFFIXES | {".zip", ".mbox"}
"""Suffixes of the files that are picked in a folder."""
_URL = re.compile(r"[a-z][a-z0-9+.-]+(::[a-z0-9+.-]+)?://", re.IGNORECASE)
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*(?=@)")


def is_url(name: str | Path) -> bool:
    """Whether the name leads to another place than this machine's file system."""
    return isinstance(name, str) and _URL.match(name) is not None


def local(name: str) -> str:
    """The path that a ``file://`` URL stands for; any other name as it is."""
    return url2pathname(name[len("file://") :]) if name.lower().startswith("file://") else name


def _remote() -> ModuleType:
    try:
        from klarsprak.audit import remote
    except ModuleNotFoundError as error:
        if error.name != "fsspec":
            raise
        raise FileError("Källor med :// kräver fsspec. Skriv: pip install 'klarsprak[cluster]'") from None
    return remote


def full_name(name: str | Path) -> str:
    """The absolute name; bytes that are no UTF-8 are shown as escapes, which every file and console can hold.

    A URL is shown without the password that it may hold.
    """
    if is_url(name):
        return _PASSWORD.sub(r"\1", str(name))
    return os.path.abspath(name).encode("utf-8", "backslashreplace").decode()  # noqa: PTH100  (keeps links)


def closed(why: str) -> bytes:
    """Raise ``ClosedError``: what stands for the content of a file that has none."""
    raise ClosedError(why)


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


def unpacked(member: zips.Member) -> bytes:
    """The content of a member of a zip file; raises ``ClosedError``."""
    try:
        return member.fetch()
    except zips.BadMemberError as error:
        raise ClosedError(str(error)) from None


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
