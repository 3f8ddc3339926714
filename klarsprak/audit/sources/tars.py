"""The letters in a tar file, packed or not, read from its beginning to its end: it has no list of what it holds.

It is gone through twice: once to see what there is, and to keep the file lists and registers of archive packages,
and once to read the letters, in the order in which they lie there.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from klarsprak.audit.sources import zips
from klarsprak.audit.sources.members import TOO_LARGE, BadMemberError, Member, raise_bad, shown
from klarsprak.audit.sources.packages.contents import Contents, sort_out
from klarsprak.audit.sources.packages.files import Entry, Files, suffix_of, within
from klarsprak.audit.sources.packages.package import Choice
from klarsprak.readers import LARGEST_FILE

ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
MOST_FILES = 2_000_000
"""A tar file that holds more is no archive but an attack."""
_MOST_XML = 256 * 1024**2
"""Bytes of XML, at most, that are kept of the first way through, so that file lists and registers are at hand."""
_LARGEST_HEAD = 1024**2
"""Bytes, at most, of a member's long name and the like."""

_END = b"\0" * 512
"""A tar file ends with blocks of zeros."""
_BROKEN = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_FALSE = "Tarfilen är trasig eller avkortad. Det som står före felet är läst."
_TOO_MUCH = "Tarfilen packar upp till orimligt mycket data och läses inte till slutet."


def is_tar(name: str) -> bool:
    """Whether a file is a tar file, by its name: *arkiv.tar.gz*."""
    return name.lower().endswith(ENDINGS)


def picks(path: Path) -> bool:
    """Whether a file of a folder is a tar file that isn't hidden."""
    return is_tar(path.name) and not path.name.startswith(".")


class _TooMuchError(Exception):
    """The file unpacks to more than a sane size."""


class _Bounded:
    """What is unpacked, as a stream that ends in ``_TooMuchError`` beyond a limit."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._left = limit
        self._last = b""

    def is_at_its_end(self) -> bool:
        """Whether the stream ends as tar files do, with empty blocks; else its end is missing."""
        while self.read(1024**2):
            pass
        return self._last == _END

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self._left -= len(data)
        self._last = (self._last + data)[-len(_END) :]
        if self._left < 0:
            raise _TooMuchError
        return data


class _Info(tarfile.TarInfo):
    """A member whose name and the like may not fill the memory."""

    def _proc_member(self, tarfile_: tarfile.TarFile) -> tarfile.TarInfo:
        """Read what the member's type asks for; raises ``tarfile.HeaderError`` for a name of megabytes."""
        if self.type in _LONG and self.size > _LARGEST_HEAD:
            raise tarfile.ReadError("too large")
        return cast("tarfile.TarInfo", super()._proc_member(tarfile_))  # type: ignore[misc]


_LONG = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip


def members(name: str, stream: BinaryIO, size: int, suffixes: frozenset[str], choice: Choice) -> Iterator[Member]:
    """The letters in the tar file of that name and size; what can't be opened is a member that can't be fetched."""
    index = _Index(stream, max(zips.SMALL, zips.LARGEST_RATIO * size))
    found = sort_out(Files(index.entries, index.xml), suffixes, choice)
    if index.fault:
        yield Member(name, partial(raise_bad, index.fault))
    yield from found.beside(name)
    yield from _letters(name, index, found, suffixes, choice, zips.Place(zips.Whole(size)))


def _letters(
    name: str, index: _Index, found: Contents, suffixes: frozenset[str], choice: Choice, place: zips.Place
) -> Iterator[Member]:
    """The letters in their order; zip files among them are opened."""
    left = dict(found.letters)
    for path, fetch in index.each():
        item = left.pop(path, None)
        if item is None:
            continue
        member = Member(shown(name, path), partial(item.content, fetch), item.record)
        if index.entries[path].is_link:
            yield member._replace(fetch=partial(raise_bad, "Filen är en länk. Länkar i tarfiler följs inte."))
        else:
            yield from zips.opened(member, suffixes, choice, place)


class _Index:
    """What a tar file holds, its XML kept; ``fault`` says what is wrong with it, in Swedish."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._kept = 0
        self._xml: dict[str, bytes] = {}
        self.entries: dict[str, Entry] = {}
        self.fault = ""
        for path, info, package in self._walk():
            self.entries[path] = Entry(info.size, not info.isreg() or info.issparse())
            if suffix_of(path) == ".xml" and info.isreg():
                self._keep(path, info, package)

    def xml(self, path: str) -> bytes:
        """The content of an XML file; raises ``BadMemberError``."""
        try:
            return self._xml[path]
        except KeyError:
            raise BadMemberError("Filen är för stor eller trasig och kunde inte läsas.") from None

    def each(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """The files, each with what reads it as long as the next one isn't asked for."""
        for path, info, package in self._walk():
            yield path, partial(_content, package, info)

    def _keep(self, path: str, info: tarfile.TarInfo, package: tarfile.TarFile) -> None:
        """Keep the content of an XML file, if that isn't too much."""
        if info.size > LARGEST_FILE or self._kept + info.size > _MOST_XML:
            return
        try:
            self._xml[path] = _content(package, info)
        except BadMemberError:
            return
        self._kept += info.size

    def _walk(self) -> Iterator[tuple[str, tarfile.TarInfo, tarfile.TarFile]]:
        """The members that are no folders, in order; what ends the walk before its time is the fault."""
        self._stream.seek(0)
        number = 0
        try:
            unpacked = _Bounded(_unpacked(self._stream), self._limit)
            # Unpacked as it is read.
            with tarfile.open(fileobj=cast("BinaryIO", unpacked), mode="r|", tarinfo=_Info, errorlevel=1) as package:
                for info in package:
                    package.members = []  # type: ignore[attr-defined]  # else all are kept
                    number += 1
                    if number > MOST_FILES:
                        raise _TooMuchError
                    if not info.isdir():
                        yield within("", info.name) or info.name, info, package
            self.fault = "" if unpacked.is_at_its_end() else _FALSE
        except _TooMuchError:
            self.fault = _TOO_MUCH
        except _BROKEN:
            self.fault = _FALSE


def _unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream without its packing, told by its first bytes."""
    start = stream.read(6)
    stream.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    if start.startswith(b"BZh"):
        return cast("BinaryIO", bz2.BZ2File(stream))
    if start.startswith(b"\xfd7zXZ\0"):
        return cast("BinaryIO", lzma.LZMAFile(stream))
    return stream


def _content(package: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    """A member's content; raises ``BadMemberError``."""
    if info.size > LARGEST_FILE:
        raise BadMemberError(TOO_LARGE)
    try:
        stream = package.extractfile(info)
        data = stream.read() if stream else b""
    except (_TooMuchError, *_BROKEN):
        raise BadMemberError("Filen i tarfilen är trasig.") from None
    if len(data) != info.size:
        raise BadMemberError("Filen i tarfilen är avkortad.")
    return data
