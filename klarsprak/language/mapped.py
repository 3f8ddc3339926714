"""The program's own word lists: mapped into memory, or packed; one that is damaged is told, and never looked into.

Of a file that is mapped nothing stays in memory before it is looked at, and processes share what they look at.  Its
last four bytes are a checksum of the others: what a failing disk changes would make words unknown, and nobody would
know.
"""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from klarsprak.files.errors import FileError

_SUM = struct.Struct("<I")
_PIECE = 1 << 16


def sealed(data: bytes) -> bytes:
    """What a file is to hold that ``mapped`` reads: the bytes, and their checksum.

    >>> sealed(b"ord").hex()
    '6f72643aeb1ceb'
    """
    return data + _SUM.pack(zlib.crc32(data))


def mapped(path: Path) -> memoryview:
    """The file's bytes but for its checksum, read by the page when they are looked at.

    Raises ``FileError`` where they aren't those that somebody wrote: to add them up takes a thousandth of a second.
    """
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            found = _added_up(file, len(view) - _SUM.size)
    except (OSError, ValueError):  # an empty file can't be mapped
        raise damaged(path) from None
    if len(view) < _SUM.size or _SUM.pack(found) != bytes(view[-_SUM.size :]):
        raise damaged(path)
    return view[: -_SUM.size]


def _added_up(file: BinaryIO, size: int) -> int:
    """The checksum of so many bytes, read by the piece: at once they would leave a gap in the memory."""
    found = 0
    while size > 0 and (piece := file.read(min(size, _PIECE))):
        found = zlib.crc32(piece, found)
        size -= len(piece)
    return found


def unpacked(path: Path) -> str:
    """The text of a packed file; raises ``FileError`` for one that is damaged, which its own checksum tells."""
    try:
        return zlib.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, zlib.error):
        raise damaged(path) from None


def damaged(path: Path) -> FileError:
    """The program can't be used without the file."""
    return FileError(f"{path}: filen hör till klarsprak och är skadad eller saknas. Installera klarsprak på nytt.")


def numbers(view: memoryview) -> Sequence[int]:
    """The numbers of 32 bits that the bytes are, the least significant first.

    They are copied only where the machine writes them the other way.
    """
    if sys.byteorder == "little":
        return view.cast("I")
    copied = array("I", bytes(view))
    copied.byteswap()
    return copied
