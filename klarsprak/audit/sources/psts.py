"""Mailboxes of Outlook's (.pst, .ost): each message as it would be in an .eml.

Read by libpff (LGPL), which not everybody has: ``pip install './klarsprak[pst]'``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO

from klarsprak.letter import ReadError
from klarsprak.readers import LARGEST_FILE
from klarsprak.readers.outlook.item import text_charset
from klarsprak.readers.outlook.message import as_sent
from klarsprak.readers.outlook.storage import FAILURES

MISSING = "Outlooks brevlådor (.pst) kräver libpff. Skriv: pip install './klarsprak[pst]'"
BROKEN = "Brevlådan är trasig, eller så är den skyddad på ett sätt som programmet inte kan öppna."
_BROKEN_FOLDER = "Mappen i brevlådan är trasig. Det som står före felet är läst."
_LOST_MAILS = "Mappen i brevlådan är trasig: det finns fler mejl i den än de som gick att läsa."
_LOST_FILES = "Mejlet i brevlådan har bilagor som inte gick att läsa. De är inte granskade."
_BROKEN_MAIL = "Mejlet i brevlådan är trasigt."
_DEEPEST = 50
_DATA, _TEXT, _TEXT8, _BINARY, _TIME = 0x3701, 0x1F, 0x1E, 0x102, 0x40
_CLASS = 0x1A
_FLAGS, _WITH_FILES = 0x0E07, 0x10
"""What a mail says of itself: among other things, that something is attached."""
_COUNT = 0x3602
"""How many mails a folder says that it has."""
_NO_LETTERS = tuple(
    f"ipm.{kind}" for kind in "appointment contact distlist task stickynote activity configuration".split()
)
"""Kinds of items that a mailbox has beside mails: the calendar, addresses, tasks, notes.  An invitation is a mail."""
_NUMBERS = (0x2, 0x3, 0xB, 0x14)
_FAILURES = (*FAILURES, MemoryError)


class MissingLibraryError(Exception):
    """libpff isn't installed."""


def messages(stream: BinaryIO) -> Iterator[tuple[str, bytes | str]]:
    """Each message's name in the mailbox, *Skickat/17.eml*, and its content, or a Swedish sentence why it has none.

    Raises ``MissingLibraryError``, and ``OSError`` for what is no mailbox.
    """
    try:
        import pypff
    except ModuleNotFoundError:
        raise MissingLibraryError from None
    box = pypff.file()
    box.open_file_object(stream)
    try:
        yield from _in_folder(_root_of(box), "", 0)
    finally:
        box.close()


def _root_of(box: Any) -> Any:
    """The folder that all others lie in; raises ``OSError`` where it is broken."""
    try:
        root = box.get_root_folder()
    except _FAILURES as error:
        raise OSError from error
    if root is None:
        raise OSError
    return root


def _in_folder(folder: Any, path: str, depth: int) -> Iterator[tuple[str, bytes | str]]:
    """The messages of a folder and of those in it."""
    try:
        for number in range(folder.number_of_sub_messages):
            yield from _messages_of(folder, number, path)
        if folder.number_of_sub_messages < (_Item(folder).number(_COUNT) or 0):
            yield path.rstrip("/"), _LOST_MAILS
        for number in range(folder.number_of_sub_folders if depth < _DEEPEST else 0):
            inner = folder.get_sub_folder(number)
            name = (inner.name or f"{number + 1}").replace("/", "_")
            yield from _in_folder(inner, f"{path}{name}/", depth + 1)
    except _FAILURES:
        yield path.rstrip("/"), _BROKEN_FOLDER


def _messages_of(folder: Any, number: int, path: str) -> Iterator[tuple[str, bytes | str]]:
    """A message's name and content; nothing of what is no letter, such as a day in the calendar."""
    name = f"{path}{number + 1}.eml"
    try:
        message = folder.get_sub_message(number)
        name = f"{path}{message.identifier}.eml"
        item = _Item(message)
        if item.text(_CLASS).lower().startswith(_NO_LETTERS):
            return
        yield name, as_sent(item).as_bytes()
        if (item.number(_FLAGS) or 0) & _WITH_FILES and not item.attachments():
            yield f"{name}#bilagor", _LOST_FILES
    except ReadError as error:
        yield name, error.reason
    except _FAILURES:
        yield name, _BROKEN_MAIL


class _Item:
    """A message or an attachment of libpff's as an ``OutlookItem``."""

    def __init__(self, thing: Any) -> None:
        self._thing = thing
        self._entries: dict[int, Any] = {}
        for records in thing.record_sets:
            for entry in records.entries:
                if entry.entry_type is not None:
                    self._entries.setdefault(entry.entry_type, entry)

    def text(self, number: int) -> str:
        """A text, empty where there is none."""
        entry: Any = self._entries.get(number)
        data = self._data(entry)
        if not data or entry.value_type not in (_TEXT, _TEXT8):
            return ""
        if entry.value_type == _TEXT:
            return data.decode("utf-16-le", "replace").rstrip("\0")
        try:
            return data.decode(text_charset(self), "replace").rstrip("\0")
        except LookupError:
            return data.decode("cp1252", "replace").rstrip("\0")

    def binary(self, number: int) -> bytes:
        """Bytes, none where there are none."""
        if number == _DATA and hasattr(self._thing, "read_buffer"):
            return self._content()
        entry: Any = self._entries.get(number)
        return self._data(entry) if entry is not None and entry.value_type == _BINARY else b""

    def number(self, number: int) -> int | None:
        """A whole number, None where there is none."""
        entry: Any = self._entries.get(number)
        data = self._data(entry)
        return int.from_bytes(data, "little") if data and entry.value_type in _NUMBERS else None

    def moment(self, number: int) -> datetime | None:
        """A time, None where there is none or no calendar has it."""
        entry: Any = self._entries.get(number)
        if entry is None or entry.value_type != _TIME:
            return None
        try:
            moment: datetime = entry.get_data_as_datetime()
        except _FAILURES:
            return None
        return moment.replace(tzinfo=UTC)

    def attachments(self) -> Sequence[_Item]:
        """What is attached, in its order."""
        return [_Item(each) for each in getattr(self._thing, "attachments", ())]

    def embedded(self, number: int) -> _Item | None:
        """The mail that an attachment is."""
        if not getattr(self._thing, "number_of_sub_items", 0):
            return None
        return _Item(self._thing.get_sub_item(0))

    def _content(self) -> bytes:
        """What is attached; of what is too large, just too much."""
        size = min(self._thing.size or 0, LARGEST_FILE + 1)
        return bytes(self._thing.read_buffer(size)) if size else b""

    def _data(self, entry: Any) -> bytes:
        return b"" if entry is None else bytes(entry.data or b"")
