"""The letters of an archive elsewhere: object stores and file servers, by the URLs that fsspec knows.

Names are those of the URL that the user gave, without its password.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter
from pathlib import PurePosixPath
from typing import Any

from klarsprak.audit.sources import maildir, mboxes, tars, zips
from klarsprak.audit.sources.entries import (
    RemoteFile,
    file_of,
    is_copy_beside,
    is_folder,
    may_be_letter,
    visible_entries,
)
from klarsprak.audit.sources.members import TOO_LARGE, BadMemberError, Member
from klarsprak.audit.sources.packages.contents import Contents, Item, add_package
from klarsprak.audit.sources.packages.files import Entry, Files, is_mets
from klarsprak.audit.sources.packages.folders import Marked
from klarsprak.audit.sources.packages.package import OUTGOING, Choice
from klarsprak.audit.sources.source import (
    NO_MAILS,
    ClosedError,
    Source,
    full_name,
    picked,
    raise_closed,
    sealed,
    unpack,
)
from klarsprak.audit.sources.stores import as_file_error, describe_error, info_of, open_store
from klarsprak.files.errors import FileError, reason
from klarsprak.readers import LARGEST_FILE

AHEAD = 32
"""Files that are fetched before they are asked for, from stores that answer slowly but many at a time."""
SMALL = 1024**2
"""Bytes; a larger file is fetched when it is asked for."""
MOST_FAILED = 20
"""So many files in a row that can't be fetched are no fault of the files."""


def check_there(url: str) -> None:
    """Raise ``FileError`` for a URL that leads nowhere."""
    system, path = open_store(url)
    if info_of(system, path, url) is None:
        raise FileError(f"{full_name(url)}: filen eller mappen finns inte.")


def read(url: str, choice: Choice = OUTGOING) -> Iterator[Source]:
    """Every file under the URL, one at a time; ``choice`` says what is read of packages.  Raises ``FileError``."""
    system, path = open_store(url)
    top = info_of(system, path, url)
    archive = _Archive(system, path.rstrip("/"), full_name(url).rstrip("/"), choice)
    if top is None:
        yield archive.closed(path, "Filen finns inte. Kontrollera namnet och mappen.")
        return
    found = False
    for source in archive.sources(top):
        found = True
        yield source
    if not found:
        yield archive.closed(path, "Det finns inga brev i mappen.")


@dataclass(slots=True)
class _Archive:
    """A file system's folder or file at ``path``, which is called ``name``."""

    system: Any
    path: str
    name: str
    choice: Choice = OUTGOING
    ahead: deque[RemoteFile] = field(default_factory=deque)
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AHEAD))
    failed: int = 0

    def sources(self, top: dict[str, Any]) -> Iterator[Source]:
        """The letters; ``top`` is what the file system says of the path."""
        try:
            files = [file_of(top)] if top["type"] == "file" else self._list_files(self.path)
            for file in self._with_those_ahead(files):
                yield from self._read_file(file) if isinstance(file, RemoteFile) else [file]
        finally:
            self.pool.shutdown(cancel_futures=True)

    def closed(self, path: str, why: str) -> Source:
        """What stands for a folder or file that gives no letter."""
        return self._source(self._name_of(path), partial(raise_closed, why), None)

    def _source(self, name: str, fetch: Callable[[], bytes], mark: str | None) -> Source:
        """A letter in the archive, whose own names begin with the last part of the URL."""
        root = len(self.name.rpartition("/")[0])
        return Source(name, fetch, root=root, mark=mark)

    def _name_of(self, path: str) -> str:
        """What a file is called in the ledger: by the URL that the user gave."""
        return self.name + path.strip("/").removeprefix(self.path.lstrip("/"))

    def _list_files(self, folder: str) -> Iterator[RemoteFile | Source]:
        """The files of a folder and its subfolders that may be letters, in order of name."""
        try:
            entries = sorted(self.system.ls(folder, detail=True), key=itemgetter("name"))
        except Exception as error:
            yield self.closed(folder, f"Mappen går inte att öppna ({describe_error(error)}).")
            return
        if any(is_mets(entry["name"]) for entry in entries):
            yield from self._list_package(folder)
            return
        files = {entry["name"] for entry in entries if not is_folder(entry)}
        for entry in visible_entries(entries, PurePosixPath(folder)):
            path = PurePosixPath(entry["name"])
            if is_folder(entry):
                yield from self._list_files(entry["name"])
            elif is_copy_beside(path, files):
                yield replace(self.closed(entry["name"], ""), passed_over=True)
            elif may_be_letter(path):
                yield file_of(entry)

    def _list_package(self, folder: str) -> Iterator[RemoteFile | Source]:
        """The letters of an archive package, and what is wrong with it."""
        try:
            found = self.system.find(folder, detail=True)
        except Exception as error:
            yield self.closed(folder, f"Mappen går inte att öppna ({describe_error(error)}).")
            return
        infos = {info["name"].removeprefix(folder).lstrip("/"): info for info in found.values()}
        entries = {path: Entry(info.get("size") or 0, bool(info.get("islink"))) for path, info in infos.items()}
        marked, contents = Marked(Files(entries, partial(self._read_described, folder))), Contents()
        add_package(marked.files, "", picked(), self.choice, contents)
        for path, fault in contents.faults.items():
            yield self.closed(f"{folder}/{path}", fault)
        for path in contents.passed_over:
            yield replace(self.closed(f"{folder}/{path}", ""), passed_over=True)
        for path, item in contents.letters.items():
            file = file_of(infos[path])
            file.item, file.mark = item, f"{file.mark}-{marked}" if file.mark else None
            yield file

    def _read_described(self, folder: str, path: str) -> bytes:
        """A file list or a register of a package; raises ``BadMemberError``."""
        try:
            return bytes(self.system.cat_file(f"{folder}/{path}"))
        except Exception as error:
            raise BadMemberError(f"Filen går inte att hämta ({describe_error(error)}).") from None

    def _with_those_ahead(self, files: Iterable[RemoteFile | Source]) -> Iterator[RemoteFile | Source]:
        """The same files, while the next ones are known already."""
        if not self.system.async_impl:
            yield from files
            return
        for file in files:
            if isinstance(file, Source):
                yield file
                continue
            self.ahead.append(file)
            if len(self.ahead) > AHEAD:
                yield self.ahead.popleft()
        while self.ahead:
            yield self.ahead.popleft()

    def _read_file(self, file: RemoteFile) -> Iterator[Source]:
        """The letters in a file, or one that can't be fetched for a file that can't be opened."""
        item = file.item or Item()
        try:
            for source in self._letters(file):
                yield replace(source, record=source.record or item.record)
        except Exception as error:  # each driver has errors of its own
            yield self.closed(file.path, f"Filen går inte att öppna ({describe_error(error)}).")

    def _letters(self, file: RemoteFile) -> Iterator[Source]:
        """The letters in a file: one, or as many as a zip file or a mailbox holds."""
        path = PurePosixPath(file.path)
        if maildir.is_mail(path):
            name = maildir.name_message(self._name_of(file.path), "/")
            yield self._source(name, partial(self._fetch, file), file.mark)
            return
        if tars.is_tar(path.name):
            yield from self._read_members(file, tars.members)
            return
        match path.suffix.lower():
            case ".zip":
                yield from self._read_members(file, zips.members)
            case ".mbox":
                yield from self._read_mailbox(file)
            case _:
                yield self._source(self._name_of(file.path), partial(self._fetch, file), file.mark)

    def _read_members(self, file: RemoteFile, members: Callable[..., Iterator[Member]]) -> Iterator[Source]:
        """The letters in an archive file, by their names in it."""
        name = self._name_of(file.path)
        with self.system.open(file.path, "rb") as stream:
            for member in members(name, stream, file.size, picked(), self.choice):
                source = self._source(member.name, partial(self._try, partial(unpack, member)), file.mark)
                yield replace(source, record=member.record, passed_over=member.passed_over)

    def _read_mailbox(self, file: RemoteFile) -> Iterator[Source]:
        """The messages of an mbox file, by number."""
        name, number = self._name_of(file.path), 0
        with self.system.open(file.path, "rb") as stream:
            for number, data in enumerate(mboxes.messages(stream), 1):
                yield self._source(f"{name}/{number}.eml", partial(bytes, data), file.mark)
        if not number:
            yield self.closed(file.path, NO_MAILS)

    def _fetch(self, file: RemoteFile) -> bytes:
        """The content of a file, while those of the next ones are on their way; raises ``ClosedError``."""
        if file.size > LARGEST_FILE:
            raise ClosedError(TOO_LARGE)
        data = self._begin_to_fetch(file)
        for each in self.ahead:
            if each.size <= SMALL:
                self._begin_to_fetch(each)
        return sealed(partial(self._try, data.result), file.item.seal if file.item else None)

    def _begin_to_fetch(self, file: RemoteFile) -> Future[bytes]:
        """The content to come; it is asked for but once."""
        if file.data is None:
            file.data = self.pool.submit(self.system.cat_file, file.path)
        return file.data

    def _try(self, fetch: Callable[[], bytes]) -> bytes:
        """What is fetched; raises ``ClosedError``, or ``FileError`` once it fails for file after file."""
        try:
            data = fetch()
        except (FileNotFoundError, PermissionError) as error:
            raise ClosedError(f"Filen går inte att öppna ({reason(error)}).") from None
        except ClosedError:
            raise
        except Exception as error:
            self.failed += 1
            if self.failed == MOST_FAILED:
                raise as_file_error(self.name, error) from None
            raise ClosedError(f"Filen går inte att hämta ({describe_error(error)}).") from None
        self.failed = 0
        return data
