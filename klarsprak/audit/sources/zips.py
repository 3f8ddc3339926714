"""The letters in a zip file, and in those within it, as long as they can be opened without harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from klarsprak.readers import LARGEST_FILE

DEEPEST = 3
"""Zip files within zip files are opened to this depth."""
LARGEST_RATIO = 200
"""A zip file that would swell more than this is no archive but an attack."""
SMALL = 1024**3
"""A zip file that holds fewer bytes than this unpacked is never too much."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class BadMemberError(Exception):
    """What can't be unpacked; the text is a Swedish sentence."""


class Member(NamedTuple):
    """A letter in a zip file; ``fetch`` raises ``BadMemberError``."""

    name: str
    fetch: Callable[[], bytes]


def members(name: str, stream: BinaryIO, size: int, suffixes: frozenset[str], depth: int = 1) -> Iterator[Member]:
    """The letters in the zip file of that name and size; what can't be opened is a member that can't be fetched."""
    try:
        package = zipfile.ZipFile(stream)
        letters = picked(package, suffixes)
    except BROKEN:
        yield Member(name, partial(_bad, "Zipfilen är trasig."))
        return
    # The sizes that the members state can be trusted: no more than that is ever unpacked.
    if sum(member.file_size for member in package.infolist()) > max(SMALL, LARGEST_RATIO * size):
        why = "Zipfilen packar upp till orimligt mycket data och öppnas därför inte."
        yield Member(name, partial(_bad, why))
        return
    for member in letters:
        inner = Member(_named(name, member), partial(_unpacked, package, member))
        if PurePosixPath(member.filename).suffix.lower() == ".zip":
            yield from _within(inner, suffixes, depth)
        else:
            yield inner


def picked(package: zipfile.ZipFile, suffixes: frozenset[str]) -> list[zipfile.ZipInfo]:
    """Members that may be letters; as in folders, hidden files and Word's lock files are none."""
    return [
        member
        for member in package.infolist()
        if not member.is_dir()
        and PurePosixPath(member.filename).suffix.lower() in suffixes
        and not PurePosixPath(member.filename).name.startswith((".", "~$"))
    ]


def _within(inner: Member, suffixes: frozenset[str], depth: int) -> Iterator[Member]:
    if depth == DEEPEST:
        yield Member(inner.name, partial(_bad, f"Zipfiler i zipfiler öppnas bara i {DEEPEST} nivåer."))
        return
    try:
        data = inner.fetch()
    except BadMemberError as error:
        yield Member(inner.name, partial(_bad, str(error)))
        return
    yield from members(inner.name, io.BytesIO(data), len(data), suffixes, depth + 1)


def _named(within: str, member: zipfile.ZipInfo) -> str:
    return f"{within}/{member.filename}".encode("utf-8", "backslashreplace").decode()


def _unpacked(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & 1:
        raise BadMemberError("Filen i zipfilen är skyddad med lösenord.")
    if member.file_size > LARGEST_FILE:
        raise BadMemberError(f"Filen är för stor. Den får vara högst {LARGEST_FILE // 1024**2} MB.")
    try:
        return package.read(member)
    except BROKEN:
        raise BadMemberError("Filen i zipfilen är trasig.") from None


def _bad(why: str) -> bytes:
    raise BadMemberError(why)
