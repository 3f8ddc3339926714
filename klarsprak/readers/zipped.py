"""The zip around a document of several parts: only those that are asked for, never more than a sane size."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from klarsprak.letter import ReadError

PART_LIMIT = 32 * 2**20
"""Most bytes of one part that is read, unpacked; the text of a thousand pages needs about 20 MB."""
TOTAL_LIMIT = 64 * 2**20
"""Most bytes of all parts that are read."""
TAG_LIMIT = 2_000_000
"""Most tags of all parts that are read, each of which takes a hundred bytes; a thousand pages have 400,000."""
CLAIM_LIMIT = 2**30
"""No part, not even a picture, may say that it is larger unpacked."""

ZIP_ERRORS = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
END = 22 + 65_535
"""Bytes at the end of a zip file in which it says how many members it has, with the longest comment there may be."""
_MORE = 0xFFFF
"""Stands for a number of members that is told elsewhere."""
ENCRYPTED = 1  # bit of ZipInfo.flag_bits


class BrokenPartError(Exception):
    """A part of the package that is missing or damaged; ``args[0]`` is its name."""


class Reasons(NamedTuple):
    """What to tell a person, in Swedish, of a package that can't be read."""

    damaged: str
    too_large: str


class ZippedParts:
    """The parts of a document.

    Raises ``ReadError``, for one of the ``reasons``, for bytes that are no whole zip, or whose parts claim an absurd
    size.
    """

    def __init__(self, data: bytes, reasons: Reasons) -> None:
        self._reasons = reasons
        try:
            self._zip = ZipFile(BytesIO(data))
        except ZIP_ERRORS as error:
            raise ReadError(reasons.damaged) from error
        self._parts: dict[str, ZipInfo] = {}
        for info in self._zip.infolist():
            if info.file_size > CLAIM_LIMIT:
                raise ReadError(reasons.too_large)
            self._parts[part_key(info.filename)] = info
        self._left = TOTAL_LIMIT
        self._tags_left = TAG_LIMIT

    def __contains__(self, part: str) -> bool:
        return part_key(part) in self._parts

    def __iter__(self) -> Iterator[str]:
        """The names of the parts, as ``part_key`` writes them."""
        return iter(self._parts)

    def read(self, part: str) -> bytes:
        """A part's bytes; raises ``BrokenPartError`` where it is missing or damaged, ``ReadError`` beyond a limit.

        What the zip says of a part's size is checked first, and what it unpacks to afterwards.
        """
        info = self._parts.get(part_key(part))
        if info is None or not _is_readable(info):
            raise BrokenPartError(part)
        limit = min(PART_LIMIT, self._left)
        if info.file_size > limit:
            raise ReadError(self._reasons.too_large)
        try:
            with self._zip.open(info) as file:
                data = file.read(limit + 1)
        except ZIP_ERRORS as error:
            raise BrokenPartError(part) from error
        self._left -= len(data)
        self._tags_left -= data.count(b"<")
        if len(data) > limit or self._tags_left < 0:
            raise ReadError(self._reasons.too_large)
        return data


def _is_readable(info: ZipInfo) -> bool:
    """Whether a part is packed as office programs do it, and not locked."""
    if info.flag_bits & ENCRYPTED:
        return False
    return info.compress_type in (ZIP_STORED, ZIP_DEFLATED)


def lacks_members(package: ZipFile, end: bytes) -> bool:
    """Whether the list of a zip file's members is shorter than its end says, which the library lets pass.

    ``end`` are its last bytes, ``END`` of them at most.
    """
    at = end.rfind(b"PK\5\6")
    count = int.from_bytes(end[at + 10 : at + 12], "little") if at >= 0 else 0
    return count != _MORE and len(package.infolist()) < count


def is_folder(info: ZipInfo) -> bool:
    """Whether a member is a folder; the library's own way of asking fails for one without a name."""
    return info.filename.endswith("/")


def part_key(part: str) -> str:
    """Names of parts are compared without case; some programs write the backslashes of Windows.

    >>> part_key("/word\\\\Document.xml")
    'word/document.xml'
    """
    return part.replace("\\", "/").lstrip("/").lower()
