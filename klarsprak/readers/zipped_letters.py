"""A zip file of letters, as it is attached to a mail: those in it, to a limit of nesting, number and size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from zipfile import ZipFile, ZipInfo

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers.attached import AttachmentReader
from klarsprak.readers.find import known_suffixes
from klarsprak.readers.zipped import ENCRYPTED, END, ZIP_ERRORS, is_folder, lacks_members, part_key

DEEPEST = 4
"""So many files may lie in each other: a mail, a zip file in it, a mail in that, a letter attached to it."""
MOST_LETTERS = 500
"""Letters and zip files in all zip files that lie in a file, and in each other."""
MOST_BYTES = 64 * 2**20
"""Bytes of them all, unpacked."""

_MOST_NOTES = 10
_OF_WINDOWS = ("thumbs.db", "desktop.ini")

_ZIP = b"PK\x03\x04"
_DOCUMENTS = frozenset((
    "[content_types].xml", "mimetype", "content.xml", "_rels/.rels", "word/document.xml", "xl/workbook.xml",
    "ppt/presentation.xml",
))  # fmt: skip
"""Parts that tell an office document, one of which comes first in most; a folder *word* may hold letters."""
_TOO_MUCH = f"Zipfilen packar upp till mer än {MOST_BYTES // 2**20} MB. Resten av den är inte granskad."
_TOO_MANY = f"Zipfilen har fler än {MOST_LETTERS} brev. Resten är inte granskade."
LACKING = "Zipfilen är trasig: den har fler filer än de som gick att läsa."
_TOO_DEEP = f"Filer i filer öppnas bara i {DEEPEST} nivåer."


@dataclass(slots=True)
class Room:
    """What is left of the limits for a file: zip files in zip files share it, else each could hold as much again."""

    letters: int = field(default_factory=lambda: MOST_LETTERS)
    bytes: int = field(default_factory=lambda: MOST_BYTES)


def holds_letters(data: bytes) -> bool:
    """Whether a file is a zip file of letters, and no document that is packed as one."""
    if not data.startswith(_ZIP) or part_key(_name_of_first(data)) in _DOCUMENTS:
        return False
    try:
        with ZipFile(BytesIO(data)) as package:
            names = package.namelist()
    except ZIP_ERRORS:  # truncated, most often; the docx reader says what is wrong
        return False
    if not _DOCUMENTS.isdisjoint(map(part_key, names)):
        return False
    return any(map(_may_be_letter, names))


def _name_of_first(data: bytes) -> str:
    """The name of the zip file's first member, which stands at its very beginning."""
    length = int.from_bytes(data[26:28], "little")
    return data[30 : 30 + length].decode("utf-8", "replace")


def _may_be_letter(name: str) -> bool:
    """Whether a member may be a letter or hold some, by its name; hidden ones are none."""
    path = PurePath(name)
    if path.name.startswith((".", "~$")):
        return False
    return path.suffix.lower() in known_suffixes() | {".zip"}


def read_all(
    data: bytes, source: str, read_bytes: AttachmentReader, room: Room | None = None
) -> Iterator[Letter | Unreadable]:
    """The letters in a zip file, named ``brev.zip#mapp/beslut.docx``; what can't be read is told one by one.

    What is no letter is told of in the first one's notes.  Raises ``ReadError`` for one that lies too deep in others.
    """
    if source.count("#") >= DEEPEST:
        raise ReadError(_TOO_DEEP)
    with ZipFile(BytesIO(data)) as package:
        notes = _notes(package)
        for each in _letters(package, source, read_bytes, room or Room()):
            if isinstance(each, Letter):
                each.notes += notes
                notes = []
            yield each
        if lacks_members(package, data[-END:]):
            yield Unreadable(source, None, LACKING)


def _notes(package: ZipFile) -> list[str]:
    """That nobody looks at the other files: *Filen sida.tif i zipfilen är inte granskad.*"""
    others = [_shown(info) for info in package.infolist() if _is_other(info)]
    told = [f"Filen {name or 'utan namn'} i zipfilen är inte granskad." for name in others[:_MOST_NOTES]]
    left = len(others) - len(told)
    return [*told, f"{left} filer till i zipfilen är inte granskade."] if left > 0 else told


def _is_other(info: ZipInfo) -> bool:
    """Whether a member is a file that is no letter, and that somebody put there: none of *.DS_Store*, *__MACOSX*."""
    path = PurePath(info.filename)
    is_systems = path.name.startswith((".", "~$")) or path.parts[:1] == ("__MACOSX",)
    return not (is_folder(info) or is_systems or path.name.lower() in _OF_WINDOWS or _may_be_letter(info.filename))


def _letters(
    package: ZipFile, source: str, read_bytes: AttachmentReader, room: Room
) -> Iterator[Letter | Unreadable]:
    """The letters alone."""
    letters = [info for info in package.infolist() if not is_folder(info) and _may_be_letter(info.filename)]
    for info in letters:
        fault = _why_no_room(info, room)
        if fault:
            yield Unreadable(source, None, fault)
            return
        room.letters -= 1
        room.bytes -= info.file_size
        yield from _read_member(package, info, f"{source}#{_shown(info)}", read_bytes)


def _why_no_room(info: ZipInfo, room: Room) -> str:
    """Which limit the member goes beyond, empty for none."""
    if room.letters < 1:
        return _TOO_MANY
    return _TOO_MUCH if info.file_size > room.bytes else ""


def _read_member(
    package: ZipFile, info: ZipInfo, source: str, read_bytes: AttachmentReader
) -> Iterator[Letter | Unreadable]:
    """The letters in a member; no more of it is unpacked than it says."""
    if info.flag_bits & ENCRYPTED:
        yield Unreadable(source, None, "Filen i zipfilen är skyddad med lösenord.")
        return
    try:
        data = package.read(info)
    except ZIP_ERRORS:
        yield Unreadable(source, None, "Filen i zipfilen är trasig.")
        return
    if info.filename.lower().endswith(".zip") and not holds_letters(data):
        yield Unreadable(source, None, "Zipfilen har inga brev, eller så är den trasig.")
        return
    yield from read_bytes(data, source)


def _shown(info: ZipInfo) -> str:
    """The member's name; a ``#`` in it would be taken for one file in another."""
    return info.filename.replace("\\", "/").replace("#", "_").encode("utf-8", "backslashreplace").decode()
