"""Readers that other packages add, by entry points of the group ``klarsprak.readers``."""

from __future__ import annotations

from pathlib import PurePath
from typing import Protocol, runtime_checkable

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.plugins import FAILURES, Plugin, PluginError
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


def read_added(data: bytes, source: str) -> Letter | Unreadable | None:
    """What a plugin's reader makes of a file; None where the file is for none of them.

    Raises ``PluginError`` where the reader is none, or can't be told from another: that is so for all such files.
    """
    plugin = added_readers().get(PurePath(source).suffix.lower().removeprefix("."))
    if plugin is None or not data.strip():
        return None
    reader = _loaded(plugin)
    try:
        return _letter(plugin, reader, data, source)
    except ReadError as error:
        return Unreadable(source, plugin.name, error.reason)
    except PluginError as error:
        return Unreadable(source, plugin.name, str(error))


def _loaded(plugin: Plugin) -> Reader:
    """The plugin's reader; raises ``PluginError`` for what is none."""
    reader = plugin.load()
    if not isinstance(reader, Reader):
        raise plugin.fault(f"{plugin.called} saknar någon av funktionerna sniff(data) och read(data, source).")
    return reader


def _letter(plugin: Plugin, reader: Reader, data: bytes, source: str) -> Letter | None:
    """The letter in the file; None for a file of another format.  Raises ``ReadError`` and ``PluginError``.

    The letter's format is always the reader's name: a command that writes into letters goes by it, and must not take
    this one for one of the program's own.
    """
    try:
        letter: object = reader.read(data, source) if reader.sniff(data) else None
    except ReadError:
        raise
    except FAILURES as error:
        raise plugin.failed("klarade inte filen", error) from error
    if letter is None:
        return None
    if not isinstance(letter, Letter):
        raise plugin.fault(f"{plugin.called} gav inget brev (Letter).")
    _check_filled(letter)
    letter.source, letter.format = source, plugin.name
    return letter


def _check_filled(letter: Letter) -> None:
    """Raise ``ReadError`` for a letter without text, which would pass as clean."""
    if not any(block.text.strip() for block in letter.blocks):
        raise ReadError("Filen är tom.")
