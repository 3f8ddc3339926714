"""What a store elsewhere says of the files in a folder: which may be letters, and what tells their versions apart."""

from __future__ import annotations

import time
from collections.abc import Container, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from klarsprak.audit.sources import maildir, tars
from klarsprak.audit.sources.packages.contents import Item
from klarsprak.audit.sources.packages.files import is_hidden
from klarsprak.audit.sources.source import picked
from klarsprak.readers.own_copy import originals

SETTLED = 60.0
"""Seconds after which a file's time tells it from any later version; clocks differ."""


@dataclass(slots=True, eq=False)
class RemoteFile:
    """A file in a store: its size in bytes, what tells its version, and its content once that is on its way."""

    path: str
    size: int
    mark: str | None
    data: Future[bytes] | None = None
    item: Item | None = None
    """What an archive package says of the file."""


def visible_entries(entries: Sequence[dict[str, Any]], folder: PurePosixPath) -> Iterator[dict[str, Any]]:
    """The entries of a folder but for its own, which S3 has, and those that are hidden.

    A Maildir hides its folders: *.Skickat* is one of the mailbox's, if that has *cur* and *new*.
    """
    own = [entry for entry in entries if PurePosixPath(entry["name"]) != folder]
    subfolders = map(_name, filter(is_folder, own))
    is_maildir = maildir.has_parts(list(subfolders))
    for entry in own:
        is_mail_folder = is_maildir and is_folder(entry)
        if is_mail_folder or not is_hidden(_name(entry)):
            yield entry


def is_folder(entry: dict[str, Any]) -> bool:
    """Whether the entry tells of a folder."""
    return bool(entry["type"] == "directory")


def _name(entry: dict[str, Any]) -> str:
    """The last part of an entry's path."""
    return PurePosixPath(entry["name"]).name


def may_be_letter(path: PurePosixPath) -> bool:
    """Whether a file is picked, by its name."""
    return maildir.is_mail(path) or tars.is_tar(path.name) or path.suffix.lower() in picked()


def is_copy_beside(path: PurePosixPath, files: Container[str]) -> bool:
    """Whether a letter's copy by this program has the letter among the ``files`` beside it, all by their names.

    Whether there are remarks in the copy isn't looked up: that would be to fetch it.
    """
    return may_be_letter(path) and any(str(path.with_name(name)) in files for name in originals(path))


def file_of(entry: dict[str, Any]) -> RemoteFile:
    """The file that an entry tells of."""
    size = entry.get("size") or 0
    return RemoteFile(entry["name"], size, mark_of(entry))


def mark_of(entry: dict[str, Any]) -> str | None:
    """What tells this version of the file from every other one, None where nothing does for sure."""
    tag = _first_value(entry, ("ETag", "etag"))
    seconds = _seconds(_first_value(entry, ("LastModified", "last_modified", "updated", "mtime")))
    if tag or _is_settled(seconds):
        return f"{entry.get('size')}-{tag or ''}-{seconds}"
    return None


def _first_value(entry: dict[str, Any], keys: Sequence[str]) -> Any:
    """What stands under the first of the keys that the store uses, None if it uses none."""
    values = map(entry.get, keys)
    return next(filter(None, values), None)


def _seconds(moment: Any) -> Any:
    """A store's time as seconds since 1970, where it is of a kind that we know."""
    if isinstance(moment, datetime):
        return moment.timestamp()
    return moment


def _is_settled(seconds: Any) -> bool:
    """Whether a time is so long past that no later version of the file can have it."""
    return isinstance(seconds, int | float) and seconds + SETTLED < time.time()
