"""The letters in a zip file, and in those within it, as long as they can be opened without harm."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from klarsprak.audit.sources.members import TOO_LARGE, BadMemberError, Member, raise_bad, shown
from klarsprak.audit.sources.packages.contents import sort_out
from klarsprak.audit.sources.packages.files import Entry, Files, is_hidden, suffix_of, within
from klarsprak.audit.sources.packages.package import Choice
from klarsprak.readers import LARGEST_FILE
from klarsprak.readers.zipped import END, ZIP_ERRORS, is_folder, lacks_members
from klarsprak.readers.zipped_letters import LACKING

DEEPEST = 3
"""Zip files within zip files are opened to this depth."""
LARGEST_RATIO = 200
"""An archive file that would swell more than this is no archive but an attack."""
SMALL = 1024**3
"""An archive file that holds fewer bytes than this unpacked is never too much."""


class Whole:
    """What an archive file may unpack to: the zip files within it and each other share it."""

    def __init__(self, size: int) -> None:
        self._left = max(SMALL, LARGEST_RATIO * size)

    def holds(self, package: zipfile.ZipFile) -> bool:
        """Whether there is room for all that is in a zip file, which is taken.

        The sizes that its members state can be trusted: no more than that is ever unpacked.
        """
        self._left -= sum(member.file_size for member in package.infolist())
        return self._left >= 0


class Place(NamedTuple):
    """How deep a zip file lies in others, and what they all may unpack to."""

    whole: Whole
    depth: int = 1

    def within(self) -> Place:
        """The place of a zip file in this one."""
        return Place(self.whole, self.depth + 1)


BROKEN = ZIP_ERRORS
TOO_MUCH = "Zipfilen packar upp till orimligt mycket data och öppnas därför inte."


def members(
    name: str,
    stream: BinaryIO,
    size: int,
    suffixes: frozenset[str],
    choice: Choice,
    place: Place | None = None,
) -> Iterator[Member]:
    """The letters in the zip file of that name and size; what can't be opened is a member that can't be fetched.

    ``choice`` says what is read of archive packages.
    """
    try:
        package = zipfile.ZipFile(stream)
    except BROKEN:
        yield Member(name, partial(raise_bad, "Zipfilen är trasig."))
        return
    place = place or Place(Whole(size))
    if not place.whole.holds(package):
        yield Member(name, partial(raise_bad, TOO_MUCH))
        return
    stream.seek(max(0, size - END))
    if lacks_members(package, stream.read(END)):
        yield Member(name, partial(raise_bad, LACKING))
    yield from _sorted_out(name, package, suffixes, choice, place)


def _sorted_out(
    name: str, package: zipfile.ZipFile, suffixes: frozenset[str], choice: Choice, place: Place
) -> Iterator[Member]:
    """The members that are read or can't be, and those that are passed over."""
    infos = {path: info for info in package.infolist() if not is_folder(info) for path in [_path_of(info)]}
    entries = {path: Entry(info.file_size, _is_link(info)) for path, info in infos.items()}
    found = sort_out(Files(entries, lambda path: _unpack(package, infos[path])), suffixes, choice)
    yield from found.beside(name)
    for path, item in found.letters.items():
        fetch = partial(item.content, partial(_unpack, package, infos[path]))
        yield from opened(Member(shown(name, path), fetch, item.record), suffixes, choice, place)


def opened(member: Member, suffixes: frozenset[str], choice: Choice, place: Place) -> Iterator[Member]:
    """A letter itself, or the letters of a zip file within the archive file, which lies at that ``place``."""
    if suffix_of(member.name) == ".zip":
        yield from _within(member, suffixes, choice, place)
    else:
        yield member


def _path_of(info: zipfile.ZipInfo) -> str:
    """The member's path, as it is named but for backslashes and steps on the spot."""
    return within("", info.filename) or info.filename


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Whether the member is a symbolic link, by what Unix keeps of it."""
    return stat.S_ISLNK(info.external_attr >> 16)


def pick_members(package: zipfile.ZipFile, suffixes: frozenset[str]) -> list[zipfile.ZipInfo]:
    """Members that may be letters, as far as their names tell."""
    return [member for member in package.infolist() if _may_be_letter(member, suffixes)]


def _may_be_letter(member: zipfile.ZipInfo, suffixes: frozenset[str]) -> bool:
    """As in folders, hidden files (*.dold.docx*) and Word's lock files (*~$brev.docx*) are none."""
    if is_folder(member) or is_hidden(member.filename):
        return False
    return suffix_of(member.filename) in suffixes


def _within(inner: Member, suffixes: frozenset[str], choice: Choice, place: Place) -> Iterator[Member]:
    """The letters in a zip file that lies in another archive file, which lies at that ``place``."""
    if place.depth == DEEPEST:
        yield Member(inner.name, partial(raise_bad, f"Zipfiler i zipfiler öppnas bara i {DEEPEST} nivåer."))
        return
    try:
        data = inner.fetch()
    except BadMemberError as error:
        yield Member(inner.name, partial(raise_bad, str(error)))
        return
    for member in members(inner.name, io.BytesIO(data), len(data), suffixes, choice, place.within()):
        yield member if member.record else member._replace(record=inner.record)


def _unpack(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The member's content; raises ``BadMemberError``."""
    is_encrypted = member.flag_bits & 1
    if is_encrypted:
        raise BadMemberError("Filen i zipfilen är skyddad med lösenord.")
    if member.file_size > LARGEST_FILE:
        raise BadMemberError(TOO_LARGE)
    try:
        return package.read(member)
    except BROKEN:
        raise BadMemberError("Filen i zipfilen är trasig.") from None
