"""The letters of an archive elsewhere: object stores and file servers, by the URLs that fsspec knows.

Names are those of the URL that the user gave, without its password.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from fsspec.core import url_to_fs

from klarsprak.audit.sources import maildir, mboxes, zips
from klarsprak.audit.sources.source import (
    NO_MAILS,
    PICKED,
    TOO_LARGE,
    ClosedError,
    Source,
    closed,
    full_name,
    unpacked,
)
from klarsprak.files.errors import FileError, reason
from klarsprak.readers import LARGEST_FILE

AHEAD = 32
"""Files that are fetched before they are asked for, from stores that answer slowly but many at a time."""
SMALL = 1024**2
"""Bytes; a larger file is fetched when it is asked for."""
MOST_FAILED = 20
"""So many files in a row that can't be fetched are no fault of the files."""
SETTLED = 60.0
"""Seconds after which a file's time tells it from any later version; clocks differ."""
_DRIVERS = {"s3": "s3fs", "s3a": "s3fs", "abfs": "adlfs", "abfss": "adlfs", "az": "adlfs", "smb": "smbprotocol"}


def check_there(url: str) -> None:
    """Raise ``FileError`` for a URL that leads nowhere."""
    system, path = _opened(url)
    if _info(system, path, url) is None:
        raise FileError(f"{full_name(url)}: filen eller mappen finns inte.")


def read(url: str) -> Iterator[Source]:
    """Every file under the URL, one at a time; raises ``FileError``."""
    system, path = _opened(url)
    top = _info(system, path, url)
    archive = _Archive(system, path.rstrip("/"), full_name(url).rstrip("/"))
    if top is None:
        yield archive.closed(path, "Filen finns inte. Kontrollera namnet och mappen.")
        return
    found = False
    for source in archive.sources(top):
        found = True
        yield source
    if not found:
        yield archive.closed(path, "Det finns inga brev i mappen.")


def _opened(url: str) -> tuple[Any, str]:
    protocol = url.partition(":")[0]
    try:
        system, path = url_to_fs(url, use_listings_cache=False)
    except ImportError as error:
        missing = getattr(error.__cause__, "name", None) or protocol
        package = _DRIVERS.get(protocol, missing)
        raise FileError(f"{full_name(url)}: {protocol}:// kräver {package}. Skriv: pip install {package}") from None
    except ValueError:
        raise FileError(
            f"{full_name(url)}: adressen går inte att tolka. Den kan börja med s3://, abfs:// eller smb://."
        ) from None
    except Exception as error:  # each driver has errors of its own
        raise _silent(url, error) from None
    return system, path


def _info(system: Any, path: str, url: str) -> dict[str, Any] | None:
    try:
        info: dict[str, Any] = system.info(path)
    except FileNotFoundError:
        return None
    except Exception as error:
        raise _silent(url, error) from None
    return info


def _silent(name: str, error: Exception) -> FileError:
    return FileError(
        f"{full_name(name)}: källan går inte att läsa ({_reason(error)}). Kontrollera adress, nät och inloggning."
    )


def _reason(error: Exception) -> str:
    return reason(error) if isinstance(error, PermissionError | FileNotFoundError) else type(error).__name__


@dataclass(slots=True, eq=False)
class _File:
    path: str
    size: int
    mark: str | None
    data: Future[bytes] | None = None


@dataclass(slots=True)
class _Archive:
    """A file system's folder or file at ``path``, which is called ``name``."""

    system: Any
    path: str
    name: str
    ahead: deque[_File] = field(default_factory=deque)
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AHEAD))
    failed: int = 0

    def sources(self, top: dict[str, Any]) -> Iterator[Source]:
        """The letters; ``top`` is what the file system says of the path."""
        try:
            files = [_file(top)] if top["type"] == "file" else self._listed(self.path)
            for file in self._with_those_ahead(files):
                yield from self._letters(file) if isinstance(file, _File) else [file]
        finally:
            self.pool.shutdown(cancel_futures=True)

    def closed(self, path: str, why: str) -> Source:
        """What stands for a folder or file that gives no letter."""
        return self._source(self._named(path), partial(closed, why), None)

    def _source(self, name: str, fetch: Callable[[], bytes], mark: str | None) -> Source:
        return Source(name, fetch, root=len(self.name.rpartition("/")[0]), mark=mark)

    def _named(self, path: str) -> str:
        return self.name + path.strip("/").removeprefix(self.path.lstrip("/"))

    def _listed(self, folder: str) -> Iterator[_File | Source]:
        """The files of a folder and its subfolders, in order of name."""
        try:
            entries = sorted(self.system.ls(folder, detail=True), key=lambda entry: str(entry["name"]))
        except Exception as error:
            yield self.closed(folder, f"Mappen går inte att öppna ({_reason(error)}).")
            return
        parts = {PurePosixPath(entry["name"]).name for entry in entries if entry["type"] == "directory"}
        for entry in entries:
            path, is_folder = PurePosixPath(entry["name"]), entry["type"] == "directory"
            if path == PurePosixPath(folder):  # the folder's own entry in S3
                continue
            if path.name.startswith((".", "~$")) and not (is_folder and maildir.has_parts(parts)):
                continue
            if is_folder:
                yield from self._listed(entry["name"])
            elif maildir.is_mail(path) or path.suffix.lower() in PICKED:
                yield _file(entry)

    def _with_those_ahead(self, files: Iterable[_File | Source]) -> Iterator[_File | Source]:
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

    def _letters(self, file: _File) -> Iterator[Source]:
        path = PurePosixPath(file.path)
        if maildir.is_mail(path):
            name = maildir.renamed(self._named(file.path), "/")
            yield self._source(name, partial(self._content, file), file.mark)
            return
        match path.suffix.lower():
            case ".zip":
                yield from self._zip_file(file)
            case ".mbox":
                yield from self._mailbox(file)
            case _:
                yield self._source(self._named(file.path), partial(self._content, file), file.mark)

    def _zip_file(self, file: _File) -> Iterator[Source]:
        try:
            with self.system.open(file.path, "rb") as stream:
                for member in zips.members(self._named(file.path), stream, file.size, PICKED):
                    yield self._source(member.name, partial(self._fetched, partial(unpacked, member)), file.mark)
        except Exception as error:
            yield self.closed(file.path, f"Filen går inte att öppna ({_reason(error)}).")

    def _mailbox(self, file: _File) -> Iterator[Source]:
        number = 0
        try:
            with self.system.open(file.path, "rb") as stream:
                for number, data in enumerate(mboxes.messages(stream), 1):
                    yield self._source(f"{self._named(file.path)}/{number}.eml", partial(bytes, data), file.mark)
            if not number:
                yield self.closed(file.path, NO_MAILS)
        except Exception as error:
            yield self.closed(file.path, f"Filen går inte att öppna ({_reason(error)}).")

    def _content(self, file: _File) -> bytes:
        if file.size > LARGEST_FILE:
            raise ClosedError(TOO_LARGE)
        for each in (file, *self.ahead):
            if each.data is None and (each is file or each.size <= SMALL):
                each.data = self.pool.submit(self.system.cat_file, each.path)
        assert file.data is not None
        return self._fetched(file.data.result)

    def _fetched(self, fetch: Callable[[], bytes]) -> bytes:
        try:
            data = fetch()
        except (FileNotFoundError, PermissionError) as error:
            raise ClosedError(f"Filen går inte att öppna ({reason(error)}).") from None
        except ClosedError:
            raise
        except Exception as error:
            self.failed += 1
            if self.failed == MOST_FAILED:
                raise _silent(self.name, error) from None
            raise ClosedError(f"Filen går inte att hämta ({_reason(error)}).") from None
        self.failed = 0
        return data


def _file(entry: dict[str, Any]) -> _File:
    return _File(entry["name"], entry.get("size") or 0, _mark(entry))


def _mark(entry: dict[str, Any]) -> str | None:
    """What tells this version of the file from every other one, None where nothing does for sure."""
    tag = entry.get("ETag") or entry.get("etag")
    moment = next(
        (entry[key] for key in ("LastModified", "last_modified", "updated", "mtime") if entry.get(key)), None
    )
    seconds = moment.timestamp() if isinstance(moment, datetime) else moment
    if tag or (isinstance(seconds, int | float) and seconds + SETTLED < time.time()):
        return f"{entry.get('size')}-{tag or ''}-{seconds}"
    return None
