"""Files that are written whole or not at all.

Whoever can read a file could read what it is made from: ``private`` files hold words from letters and are their
writer's alone, a copy ``like`` a letter is open to nobody that the letter is closed to.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from klarsprak.files.there import exists, is_existing_file, is_folder
from klarsprak.processes import ended_tidily

_OPEN, _PRIVATE = 0o666, 0o600
_PREFIX, _SUFFIX = ".klarsprak-", ".tmp"
"""Around the eight signs of a file that isn't whole yet."""
_STALE = 86_400.0
"""Seconds after which what isn't whole belongs to a run that was killed; a check of an archive may take hours."""


@contextmanager
def written_whole(path: Path, *, private: bool = False) -> Iterator[TextIO]:
    """A text stream in UTF-8 whose content takes the file's place when all is written; raises ``OSError``."""
    with (
        bytes_written_whole(path, private=private) as binary,
        TextIOWrapper(binary, encoding="utf-8", newline="\n") as stream,
    ):
        yield stream


@contextmanager
def bytes_written_whole(path: Path, *, private: bool = False, like: Path | None = None) -> Iterator[BinaryIO]:
    """The same for bytes; a device or a pipe takes them as they come, for nothing may take its place."""
    if _is_device(path):
        with path.open("wb") as stream:
            yield stream
        return
    target = path.resolve()  # a link stays one
    most = _most_rights(private, like)
    _sweep(target.parent)
    with ended_tidily():
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
        temporary = Path(name)
        try:
            with open(handle, "wb") as stream:  # noqa: PTH123  (a descriptor)
                yield stream
            temporary.chmod(_rights(target, most))
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _sweep(folder: Path) -> None:
    """Take away what runs have left which were killed before they could."""
    then = time.time() - _STALE
    for path in folder.glob(f"{_PREFIX}{'?' * 8}{_SUFFIX}"):
        with suppress(OSError):  # another's, or swept by another run
            if is_existing_file(path) and not path.is_symlink() and path.stat().st_mtime < then:
                path.unlink()


def _is_device(path: Path) -> bool:
    """Whether the path leads to a device or a pipe: */dev/stdout*."""
    if not exists(path):
        return False
    is_usual = is_existing_file(path) or is_folder(path)
    return not is_usual


def _most_rights(private: bool, like: Path | None) -> int:
    """The rights that a new file may have at most."""
    if private:
        return _PRIVATE
    return _OPEN if like is None else like.stat().st_mode & _OPEN


def _rights(target: Path, most: int) -> int:
    """The rights of a file that takes the target's place.

    They are those of the file that is there, whose owner has chosen them; a new one gets those of the user's other
    files, not of a temporary one, but no more than ``most``.
    """
    if exists(target):
        return target.stat().st_mode & 0o777
    return most & ~_umask()


def _umask() -> int:
    """The rights that new files of this user don't get; the system tells them only to who sets them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
