"""The properties of a mail, and of what is attached to it, as Outlook keeps them in a compound file."""

from __future__ import annotations

import struct
from datetime import datetime
from io import BytesIO

from olefile import OleFileIO
from olefile.olefile import STGTY_STORAGE, STGTY_STREAM, OleDirectoryEntry
from oxmsg.domain.model import ATTACH_HDR_OFFSET, MSG_HDR_OFFSET
from oxmsg.properties import Properties
from oxmsg.storage import Storage, Stream

from klarsprak.letter import ReadError
from klarsprak.readers.outlook.item import text_charset
from klarsprak.readers.text.charset import decode_as

BROKEN = "Mejlet är skadat eller avkortat. Öppna det i Outlook, spara det på nytt och kör igen."
_TOO_LARGE = "Mejlet har delar som blir orimligt stora när de läses. Kontrollera varifrån det kommer."
_EMBEDDED_HDR_OFFSET = 24
"""Bytes before the properties of a mail in another one; the library knows those of the outermost."""
_TEXT, _TEXT8, _BINARY, _OBJECT = 0x001F, 0x001E, 0x0102, 0x000D
_PROPERTIES = "__properties_version1.0"
_UNREAD = ("__recip_version1.0_", "__nameid_version1.0")
_SLACK = 2**20
_ATTACHED_AT = 20
"""Where in the list of a mail's properties the number of what is attached stands."""
_ROW = struct.Struct("<HH4xI4x")
"""A property: its type, its number, and the size of its stream."""
_TEXTS = (0x1000, 0x1009, 0x1013)
"""The properties that a mail's own text is kept in: plain, as RTF, as a page."""
_UNKNOWN = 0xFFFFFFFF

FAILURES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError,
    struct.error,
)  # fmt: skip
"""What the libraries raise for files that are no whole mails."""


class Item:
    """A mail or an attachment: its properties by their numbers (MS-OXPROPS)."""

    def __init__(self, storage: Storage, offset: int) -> None:
        self._storage = storage
        self._offset = offset
        self._streams = {stream.name: stream.bytes_ for stream in storage.streams}
        self._properties = Properties(storage, offset)

    def text(self, number: int) -> str:
        """A text, empty where there is none; one that is no Unicode is of the mail's code page."""
        wide = self._stream(number, _TEXT)
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(number, _TEXT8)
        return decode_as(narrow, text_charset(self))[0].rstrip("\0") if narrow else ""

    def binary(self, number: int) -> bytes:
        """Bytes, none where there are none."""
        return self._stream(number, _BINARY) or b""

    def number(self, number: int) -> int | None:
        """A whole number, None where there is none."""
        try:
            return self._properties.int_prop_value(number)
        except FAILURES:
            return None

    def moment(self, number: int) -> datetime | None:
        """A time, None where there is none or no calendar has it."""
        try:
            return self._properties.date_prop_value(number)
        except FAILURES:
            return None

    def attachments(self) -> list[Item]:
        """What is attached, in its order."""
        storages = sorted(self._storage.iter_attachment_storages(), key=_name)
        return [Item(storage, ATTACH_HDR_OFFSET) for storage in storages]

    def embedded(self, number: int) -> Item | None:
        """A mail that is kept under a property, as one is that is attached; raises ``ReadError`` for a broken one."""
        name = f"__substg1.0_{number:04X}{_OBJECT:04X}"
        found = next((each for each in self._storage.storages if each.name == name), None)
        return None if found is None or not _is_mail(found) else Item(found, _EMBEDDED_HDR_OFFSET).as_whole()

    def as_whole(self) -> Item:
        """The same mail; raises ``ReadError`` where a text or a file isn't there that the mail says it has."""
        listed = self._streams.get(_PROPERTIES, b"")
        if len(listed) < self._offset:
            raise ReadError(BROKEN)
        (attached,) = struct.unpack_from("<I", listed, _ATTACHED_AT)
        if attached > len(self.attachments()) or any(
            map(self._lacks, _ROW.iter_unpack(_whole_rows(listed, self._offset)))
        ):
            raise ReadError(BROKEN)
        return self

    def _lacks(self, row: tuple[int, int, int]) -> bool:
        """Whether a text is shorter than the list of properties says, or gone; its last zero isn't kept."""
        kind, number, size = row
        ends = {_TEXT: 2, _TEXT8: 1, _BINARY: 0}.get(kind)
        if number not in _TEXTS or ends is None or size == _UNKNOWN:
            return False
        return len(self._stream(number, kind) or b"") + ends < size

    def _stream(self, number: int, kind: int) -> bytes | None:
        return self._streams.get(f"__substg1.0_{number:04X}{kind:04X}")


def open_mail(data: bytes) -> Item:
    """The mail in a compound file; raises ``ReadError``."""
    try:
        with OleFileIO(BytesIO(data)) as file:
            _refuse_bombs(file, len(data))
            return Item(_loaded(file, file.root, ""), MSG_HDR_OFFSET).as_whole()
    except FAILURES:
        raise ReadError(BROKEN) from None


def has_properties(data: bytes) -> bool:
    """Whether the compound file itself is a mail, and not only something that lies in it."""
    try:
        with OleFileIO(BytesIO(data)) as file:
            return bool(file.exists(_PROPERTIES))
    except FAILURES:
        return False


def _refuse_bombs(file: OleFileIO, size: int) -> None:
    """Raises ``ReadError`` for streams that claim more bytes than the file has: many may share the same ones."""
    claimed = sum(entry.size for entry in file.direntries if entry is not None and entry.entry_type == STGTY_STREAM)
    if claimed > size + _SLACK:
        raise ReadError(_TOO_LARGE)


def _loaded(file: OleFileIO, node: OleDirectoryEntry, path: str) -> Storage:
    """What stands below a folder of the compound file, but for lists of addresses and names, which are half of it."""
    streams, storages = [], []
    for child in node.kids:
        inner = f"{path}/{child.name}" if path else child.name
        if child.entry_type == STGTY_STREAM:
            with file.openstream(inner) as stream:
                streams.append(Stream(inner, _content(stream.read(), child)))
        elif child.entry_type == STGTY_STORAGE and not child.name.startswith(_UNREAD):
            storages.append(_loaded(file, child, inner))
    return Storage(path, tuple(streams), tuple(storages))


def _content(data: bytes, entry: OleDirectoryEntry) -> bytes:
    """What was read of a stream; raises ``ReadError`` where it holds more, which the library lets pass."""
    if len(data) < entry.size:
        raise ReadError(BROKEN)
    return data


def _whole_rows(listed: bytes, start: int) -> bytes:
    """The rows of a list of properties that are whole."""
    return listed[start : len(listed) - (len(listed) - start) % _ROW.size]


def _is_mail(storage: Storage) -> bool:
    """Whether what is attached is a mail of Outlook's, and no object of another program."""
    return any(stream.name == _PROPERTIES for stream in storage.streams)


def _name(storage: Storage) -> str:
    return str(storage.name)
