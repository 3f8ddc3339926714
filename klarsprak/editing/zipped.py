"""Writing a document of several parts again: what isn't changed stays as it was, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from io import BytesIO
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  (its name says nothing alone)

from klarsprak.readers.zipped import part_key

ZIP_ERRORS = (BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError)
"""What goes wrong where a part that nobody has read is damaged."""
NEVER = (1980, 1, 1, 0, 0, 0)
"""The time of a new part: the same document gives the same bytes."""


def rewrite(data: bytes, changed: Mapping[str, bytes], out: BinaryIO) -> None:
    """Write the package ``data`` with other content in some parts, and with new parts last; raises ``ZIP_ERRORS``.

    The parts keep their order and their way of packing.  Of members with the same name, which a program leaves that
    appends to a package, the last one is written: it is the one that was read.
    """
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        contents = {part_key(part): content for part, content in changed.items()}
        read = {part_key(info.filename): info for info in old.infolist()}
        for info in {info.filename: info for info in old.infolist()}.values():
            key = part_key(info.filename)
            content = contents.get(key) if info is read[key] else None
            with new.open(_copied(info), "w", force_zip64=False) as target:
                if content is None:
                    _copy(old, info, target)
                else:
                    target.write(content)
        for part, content in changed.items():
            if part_key(part) not in read:
                new.writestr(_copied(ZipInfo(part, NEVER)), content, ZIP_DEFLATED)


def _copy(old: ZipFile, info: ZipInfo, target: IO[bytes]) -> None:
    """Write an entry as it stands."""
    with old.open(info) as source:
        shutil.copyfileobj(source, target)


def _copied(info: ZipInfo) -> ZipInfo:
    """The entry's name, time and way of packing, without its sizes and its place in the old file."""
    copy = ZipInfo(info.filename, info.date_time)
    copy.compress_type = info.compress_type
    copy.external_attr, copy.create_system = info.external_attr, info.create_system
    return copy
