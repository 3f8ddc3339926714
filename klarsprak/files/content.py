"""What is in a file that somebody names, or why nothing of it can be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from klarsprak.files.odd import ODD, is_odd
from klarsprak.letter import Unreadable

LARGEST_FILE = 100 * 1024 * 1024
"""Most bytes of a file that is read at all; a letter with photographs stays far below."""


def content_of(path: Path) -> bytes | Unreadable:
    """The bytes of a file, or why there are none: it isn't there, is no file, is larger than ``LARGEST_FILE``."""
    name = str(path)
    if is_odd(path):
        return Unreadable(name, None, ODD)
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            data = b"" if size > LARGEST_FILE else stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        return Unreadable(name, None, _why_not_opened(error))
    return _if_bounded(data, max(size, len(data)), name)


def content_in(stream: BinaryIO, source: str) -> bytes | Unreadable:
    """The bytes of an open stream, or why there are too many."""
    data = stream.read(LARGEST_FILE + 1)
    return _if_bounded(data, len(data), source)


def _if_bounded(data: bytes, size: int, source: str) -> bytes | Unreadable:
    """A file's content, unless the file, of ``size`` bytes, is too large."""
    if size <= LARGEST_FILE:
        return data
    return Unreadable(source, None, f"Filen är för stor. Den får vara högst {LARGEST_FILE // (1024 * 1024)} MB.")


def _why_not_opened(error: OSError | ValueError) -> str:
    """What is wrong with a file that can't be opened, and what to do."""
    match error:
        case FileNotFoundError():
            return "Filen finns inte. Kontrollera namnet och mappen."
        case IsADirectoryError():
            return "Det är en mapp, inte en fil."
        case PermissionError():
            return "Du får inte läsa filen. Den kan vara öppen i ett annat program, eller så saknar du behörighet."
        case OSError():
            return f"Filen går inte att öppna ({error.strerror or type(error).__name__})."
    return "Filnamnet är inte giltigt."
