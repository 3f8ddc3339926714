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
        letters = pick_members(package, suffixes)
    except BROKEN:
        yield Member(name, partial(_raise_bad, "Zipfilen är trasig."))
        return
    # The sizes that the members state can be trusted: no more than that is ever unpacked.
    if sum(member.file_size for member in package.infolist()) > max(SMALL, LARGEST_RATIO * size):
        why = "Zipfilen packar upp till orimligt mycket data och öppnas därför inte."
        yield Member(name, partial(_raise_bad, why))
        return
    for member in letters:
        inner = Member(_full_name(name, member), partial(_unpack, package, member))
        if _suffix(member) == ".zip":
            yield from _members_within(inner, suffixes, depth)
        else:
            yield inner


def pick_members(package: zipfile.ZipFile, suffixes: frozenset[str]) -> list[zipfile.ZipInfo]:
    """Members that may be letters."""
    return [member for member in package.infolist() if _may_be_letter(member, suffixes)]


def _may_be_letter(member: zipfile.ZipInfo, suffixes: frozenset[str]) -> bool:
    """As in folders, hidden files (*.dold.docx*) and Word's lock files (*~$brev.docx*) are none."""
    name = PurePosixPath(member.filename).name
    if member.is_dir() or name.startswith((".", "~$")):
        return False
    return _suffix(member) in suffixes


def _suffix(member: zipfile.ZipInfo) -> str:
    """The suffix in lower case, with its dot."""
    return PurePosixPath(member.filename).suffix.lower()


def _members_within(inner: Member, suffixes: frozenset[str], depth: int) -> Iterator[Member]:
    """The letters in a zip file that lies in another, which lies ``depth`` deep."""
    if depth == DEEPEST:
        yield Member(inner.name, partial(_raise_bad, f"Zipfiler i zipfiler öppnas bara i {DEEPEST} nivåer."))
        return
    try:
        data = inner.fetch()
    except BadMemberError as error:
        yield Member(inner.name, partial(_raise_bad, str(error)))
        return
    yield from members(inner.name, io.BytesIO(data), len(data), suffixes, depth + 1)


def _full_name(within: str, member: zipfile.ZipInfo) -> str:
    """The member's name after that of its zip file; what is no UTF-8 is shown as escapes."""
    return f"{within}/{member.filename}".encode("utf-8", "backslashreplace").decode()


def _unpack(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The member's content; raises ``BadMemberError``."""
    is_encrypted = member.flag_bits & 1
    if is_encrypted:
        raise BadMemberError("Filen i zipfilen är skyddad med lösenord.")
    if member.file_size > LARGEST_FILE:
        raise BadMemberError(f"Filen är för stor. Den får vara högst {LARGEST_FILE // 1024**2} MB.")
    try:
        return package.read(member)
    except BROKEN:
        raise BadMemberError("Filen i zipfilen är trasig.") from None


def _raise_bad(why: str) -> bytes:
    raise BadMemberError(why)
