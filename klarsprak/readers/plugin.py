"""Readers that other packages add, by entry points of the group ``klarsprak.readers``."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Protocol, runtime_checkable

from klarsprak.letter import Letter, ReadError
from klarsprak.plugins import Plugin
from klarsprak.readers.find import added_readers


@runtime_checkable
class Reader(Protocol):
    """What the entry point leads to: a module or an object with these two functions.

    The entry point's name is the ending of the files that it reads, lower case and without its dot: *md*.  A reader
    of several endings has an entry point for each.  What the program reads itself can't be taken over.
    """

    def sniff(self, data: bytes) -> bool:
        """Whether the content of a file with that ending is of the reader's format.

        Asked first; if not, the program's own readers are tried.  ``data`` is the whole file and never empty.
        """

    def read(self, data: bytes, source: str) -> Letter:
        """The letter in the file's content, at most 100 MB; ``source`` is the name to show.

        Text is NFC.  Raises ``klarsprak.letter.ReadError`` with a Swedish reason for what can't be read: a letter
        without text, or one that lacks what could not be read, must not pass as clean.
        """


class AddedReader:
    """A plugin's reader; what goes wrong in it is a ``PluginError`` that names its package."""

    def __init__(self, plugin: Plugin) -> None:
        """Loads the plugin; raises ``PluginError``."""
        self._plugin = plugin
        self._reader: Reader = _as_reader(plugin)

    @property
    def name(self) -> str:
        """The format's name: the ending of its files."""
        return self._plugin.name

    def sniff(self, data: bytes) -> bool:
        """Whether the content is of the reader's format; raises ``PluginError``."""
        with self._plugin.blamed("klarade inte filen"):
            return bool(self._reader.sniff(data))

    def read(self, data: bytes, source: str) -> Letter:
        """The letter in a file's content; raises ``ReadError`` and ``PluginError``.

        Its format is always the reader's name: a command that writes into letters goes by it, and must not take this
        one for one of the program's own.
        """
        letter = self._read(data, source)
        if not isinstance(letter, Letter):
            raise self._plugin.fault(f"{self._plugin.called} gav inget brev (Letter).")
        if not any(block.text.strip() for block in letter.blocks):
            raise ReadError("Filen är tom.")
        letter.source, letter.format = source, self.name
        return letter

    def _read(self, data: bytes, source: str) -> Any:
        """What the plugin makes of the file; ``ReadError`` is its answer, anything else that it raises its fault."""
        refused: ReadError
        with self._plugin.blamed("klarade inte filen"):
            try:
                return self._reader.read(data, source)
            except ReadError as error:
                refused = error
        raise refused


def added_reader(data: bytes, source: str) -> AddedReader | None:
    """The plugin's reader for a file, by its name and content; None where it is not for a plugin.

    Raises ``PluginError``.
    """
    plugin = added_readers().get(PurePath(source).suffix.lower().removeprefix("."))
    if plugin is None or not data.strip():
        return None
    reader = AddedReader(plugin)
    return reader if reader.sniff(data) else None


def _as_reader(plugin: Plugin) -> Reader:
    """The plugin's reader, loaded; raises ``PluginError`` for what is none."""
    reader = plugin.load()
    if not isinstance(reader, Reader):
        raise plugin.fault(f"{plugin.called} saknar någon av funktionerna sniff(data) och read(data, source).")
    return reader
