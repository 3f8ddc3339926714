"""Pieces of a file, one after another, each read when somebody asks for it."""

from __future__ import annotations

import os
import weakref
from contextlib import suppress
from threading import Lock
from typing import BinaryIO, Self

_SIZES = 1 << 32
"""More than any piece's size, so that one number tells where it begins and how long it is."""
_MOVING = Lock()


class Pieces:
    """Those of one file, which are put together first and later lie in it from some place on.

    Read, not mapped: the system puts sixteen pages into the memory for each that is looked at, and so all of a few
    megabytes.  The file stays open, also where another takes its name.
    """

    def __init__(self) -> None:
        self.data = bytearray()
        """What is to be written."""

    def __deepcopy__(self, _: dict[int, object]) -> Self:
        """The same: what would be a copy were to read from a file that may be closed."""
        return self

    def add(self, piece: bytes) -> int:
        """Put it behind the others; its place is what it is asked for by."""
        place = len(self.data) * _SIZES + len(piece)
        self.data += piece
        return place

    def lie_in(self, file: BinaryIO) -> None:
        """The first one begins where the file is read next."""
        self._start = file.tell()
        self._file = os.dup(file.fileno())
        closing = weakref.finalize(self, _close, self._file)
        closing.atexit = False  # then the system does it, and all may still be read

    def at(self, place: int) -> bytes:
        """The piece of the file that was added with that place."""
        start, size = divmod(place, _SIZES)
        return _read(self._file, size, self._start + start)


def _close(file: int) -> None:
    with suppress(OSError):  # who goes on as a daemon may have closed all
        os.close(file)


def _read(file: int, size: int, start: int) -> bytes:
    """So many bytes from there on, for any number of threads at once."""
    if hasattr(os, "pread"):
        return os.pread(file, size, start)
    with _MOVING:  # Windows
        os.lseek(file, start, os.SEEK_SET)
        return os.read(file, size)
