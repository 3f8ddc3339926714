"""Files that are moved and written so that no other is overwritten and none is seen half done."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1024 * 1024
_LONGEST_NAME = 255
"""Bytes of a file's name on the file systems in use."""
_LONGEST_ENDING = 10
"""Signs; what follows the last full stop and is longer is no ending but part of the name."""
_AT_FDCWD = -100
_NO_REPLACE = 1


def rename_new(source: Path, target: Path) -> None:
    """Rename within a file system in one step; raises ``FileExistsError`` rather than replace a file."""
    if sys.platform == "win32":
        source.rename(target)
    elif not _renamed_in_one_step(source, target):
        # For a moment the file has two names there: a gate that is killed then leaves both.
        os.link(source, target, follow_symlinks=False)
        source.unlink()


def _renamed_in_one_step(source: Path, target: Path) -> bool:
    """Whether Linux's ``renameat2`` did it; other systems, and some network file systems, have no such call."""
    if _renameat2 is None:
        return False
    if _renameat2(_AT_FDCWD, os.fsencode(source), _AT_FDCWD, os.fsencode(target), _NO_REPLACE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(code, os.strerror(code), str(target))


def _find_renameat2() -> Callable[..., int] | None:
    """Linux's call that renames in one step and replaces nothing, where the C library has it."""
    if not sys.platform.startswith("linux"):
        return None
    function: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return function


_renameat2 = _find_renameat2()


def copy_whole(source: Path, target: Path) -> bytes:
    """Copy a file with its rights and times, down to the disk; returns the SHA-256 of what was written."""
    digest = sha256()
    with source.open("rb") as old:
        status = os.fstat(old.fileno())
        with _written_whole(target, status.st_mode) as new:
            while chunk := old.read(_CHUNK):
                digest.update(chunk)
                new.write(chunk)
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    return digest.digest()


def write_whole(target: Path, data: bytes, mode: int) -> None:
    """Write a new file with these rights, down to the disk."""
    with _written_whole(target, mode) as stream:
        stream.write(data)


@contextmanager
def _written_whole(target: Path, mode: int) -> Iterator[BinaryIO]:
    """A new file that nobody else may read before it has its rights; on Windows those are the folder's."""
    with open(target, "xb", opener=partial(os.open, mode=0o600)) as stream:
        if sys.platform != "win32":
            os.fchmod(stream.fileno(), mode & 0o777)
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder down to the disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems can't
            raise
    finally:
        os.close(descriptor)


def split_name(name: str) -> tuple[str, str]:
    """A file's name without its ending, and the ending: ``("brev", ".docx")``."""
    path = Path(name)
    if len(path.suffix) > _LONGEST_ENDING:
        return name, ""
    return path.stem, path.suffix


def numbered(name: str, number: int, ending: str) -> str:
    """``brev.docx`` for 1, ``brev (2).docx`` for 2, with ``ending`` in place of the name's own.

    The name is cut where it would be longer than file systems allow.
    """
    stem, _ = split_name(name)
    end = (f" ({number})" if number > 1 else "") + ending
    while len(os.fsencode(stem + end)) > _LONGEST_NAME:
        stem = stem[:-1]
    return stem + end
