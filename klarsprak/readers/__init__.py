"""File → letter.

Every module here that reads a format has one function, ``read(data: bytes, source: str) -> Letter``, which raises
``ReadError`` for what can't be read.  ``read_file``, ``read_bytes`` and ``read_stream`` find the format and never
raise for a file that is missing, broken or of another kind: they yield an ``Unreadable`` in the letter's stead.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from klarsprak.files.given import as_path
from klarsprak.files.odd import ODD, is_odd
from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.plugins import PluginError
from klarsprak.readers import outlook
from klarsprak.readers.find import SUFFIXES, find_letters, known_suffixes
from klarsprak.readers.holders import holder_of
from klarsprak.readers.misnamed import describe_misnamed
from klarsprak.readers.plugin import read_added
from klarsprak.readers.sniff import Format, sniff
from klarsprak.readers.zipped_letters import Room
from klarsprak.swedish import harmless

__all__ = [
    "LARGEST_FILE",
    "SUFFIXES",
    "content_in",
    "content_of",
    "find_letters",
    "known_suffixes",
    "load_all",
    "read_bytes",
    "read_file",
    "read_stream",
]

LARGEST_FILE = 100 * 1024 * 1024
"""Most bytes of a file that is read at all; a letter with photographs stays far below."""

_MODULES = {
    Format.DOCX: "docx",
    Format.TEXT: "text.text",
    Format.HTML: "html.page",
    Format.DOC: "office",
    Format.ODT: "odt",
    Format.RTF: "office",
}
_WITH_ATTACHED = {Format.EMAIL: "email", Format.PDF: "pdf.embedded"}
"""Those that may hold other letters; each is imported where there is one to read."""


def read_file(path: str | os.PathLike[str], source: str | None = None) -> Iterator[Letter | Unreadable]:
    """The letter in a file, and those attached to it; ``source`` is the name to show, the path if None.

    Raises ``TypeError`` at once for what is no path.
    """
    file = as_path(path, "path")
    return _read_file(file, str(file) if source is None else source)


def _read_file(path: Path, name: str) -> Iterator[Letter | Unreadable]:
    """The same, once somebody asks for the first letter."""
    data = content_of(path)
    if isinstance(data, bytes):
        yield from read_bytes(data, name)
    else:
        yield replace(data, source=name)


def content_of(path: Path) -> bytes | Unreadable:
    """The bytes of a file, or why there are none: it isn't there, is no file, is larger than ``LARGEST_FILE``."""
    name = str(path)
    if is_odd(path):
        return Unreadable(name, None, ODD)
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            data = b"" if size > LARGEST_FILE else stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        return Unreadable(name, None, _why_not_opened(error))
    return _if_bounded(data, max(size, len(data)), name)


def read_stream(stream: BinaryIO, source: str) -> Iterator[Letter | Unreadable]:
    """The letter in an open stream, such as standard input; reads no more than ``LARGEST_FILE``."""
    data = content_in(stream, source)
    if isinstance(data, bytes):
        yield from read_bytes(data, source)
    else:
        yield data


def content_in(stream: BinaryIO, source: str) -> bytes | Unreadable:
    """The bytes of an open stream, or why there are too many."""
    data = stream.read(LARGEST_FILE + 1)
    return _if_bounded(data, len(data), source)


def read_bytes(data: bytes, source: str, room: Room | None = None) -> Iterator[Letter | Unreadable]:
    """The letter in a file's content, and those attached to it.

    The format is found by content; the suffix of ``source`` tips the scales only between text, HTML and e-mail, and
    leads to the readers that plugins add.  A name that says another one is noted: who gets the letter can't open it.
    ``room`` is what a file that this one lies in has left for zip files.
    """
    for letter in _by_content(data, source, room or Room()):
        if isinstance(letter, Letter):
            for block in letter.blocks:
                block.text = harmless(block.text)
        if isinstance(letter, Letter) and letter.source == source:
            found = "msg" if outlook.is_message(data) else letter.format
            letter.notes[:0] = filter(None, [describe_misnamed(found, source)])
        yield letter


def _by_content(data: bytes, source: str, room: Room) -> Iterator[Letter | Unreadable]:
    """The letter in a file's content, and those attached to it."""
    kind: Format | None = None
    try:
        added = read_added(data, source)
        if added is not None:
            yield added
            return
        read_within = partial(read_bytes, room=room)
        holder = holder_of(data, source, room)
        if holder is not None:
            yield from holder(data, source, read_within)
            return
        kind = sniff(data, source)
        if kind in _WITH_ATTACHED:
            yield from import_module(f"klarsprak.readers.{_WITH_ATTACHED[kind]}").read_all(data, source, read_within)
        else:
            yield import_module(f"klarsprak.readers.{_MODULES[kind]}").read(data, source)
    except ReadError as error:
        yield Unreadable(source, kind, error.reason)
    except PluginError as error:
        yield Unreadable(source, kind, str(error))


def load_all() -> None:
    """Import what each format needs: else the first letter in it has to wait."""
    for module in (*_MODULES.values(), *_WITH_ATTACHED.values(), "outlook.message", "pdf.document"):
        import_module(f"klarsprak.readers.{module}")


def _if_bounded(data: bytes, size: int, source: str) -> bytes | Unreadable:
    """A file's content, unless the file, of ``size`` bytes, is too large."""
    if size <= LARGEST_FILE:
        return data
    return Unreadable(source, None, f"Filen är för stor. Den får vara högst {LARGEST_FILE // (1024 * 1024)} MB.")


def _why_not_opened(error: OSError | ValueError) -> str:
    """What is wrong with a file that can't be opened, and what to do."""
    match error:
        case FileNotFoundError():
            return "Filen finns inte. Kontrollera namnet och mappen."
        case IsADirectoryError():
            return "Det är en mapp, inte en fil."
        case PermissionError():
            return "Du får inte läsa filen. Den kan vara öppen i ett annat program, eller så saknar du behörighet."
        case OSError():
            return f"Filen går inte att öppna ({error.strerror or type(error).__name__})."
    return "Filnamnet är inte giltigt."
