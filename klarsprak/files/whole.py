"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO


@contextmanager
def written_whole(path: Path) -> Iterator[TextIO]:
    """A text stream in UTF-8 whose content takes the file's place when all is written; raises ``OSError``."""
    with bytes_written_whole(path) as binary, TextIOWrapper(binary, encoding="utf-8", newline="\n") as stream:
        yield stream


@contextmanager
def bytes_written_whole(path: Path) -> Iterator[BinaryIO]:
    """The same for bytes; a device or a pipe takes them as they come, for nothing may take its place."""
    if _is_device(path):
        with path.open("wb") as stream:
            yield stream
        return
    target = path.resolve()  # a link stays one
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123  (a descriptor)
            yield stream
        temporary.chmod(_rights(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _is_device(path: Path) -> bool:
    """Whether the path leads to a device or a pipe: */dev/stdout*."""
    if not path.exists():
        return False
    is_usual = path.is_file() or path.is_dir()
    return not is_usual


def _rights(path: Path) -> int:
    """The rights of a file that takes the path's place.

    They are those of the file that is there; a new one gets those of the user's other files, not of a temporary one.
    """
    if path.exists():
        return path.stat().st_mode & 0o777
    return 0o666 & ~_umask()


def _umask() -> int:
    """The rights that new files of this user don't get; the system tells them only to who sets them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
