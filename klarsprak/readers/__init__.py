"""File → letter.

Every module here that reads a format has one function, ``read(data: bytes, source: str) -> Letter``, which raises
``ReadError`` for what can't be read.  ``read_file``, ``read_bytes`` and ``read_stream`` find the format and never
raise for a file that is missing, broken or of another kind: they yield an ``Unreadable`` in the letter's stead.
What looks into a file is imported where there is one: who only wants its bytes, or its name, does without.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from klarsprak.files.content import LARGEST_FILE, content_in, content_of
from klarsprak.files.given import as_path
from klarsprak.letter import Letter, Unreadable
from klarsprak.readers.find import SUFFIXES, find_letters, known_suffixes

if TYPE_CHECKING:
    from klarsprak.readers.zipped_letters import Room

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


def read_stream(stream: BinaryIO, source: str) -> Iterator[Letter | Unreadable]:
    """The letter in an open stream, such as standard input; reads no more than ``LARGEST_FILE``."""
    data = content_in(stream, source)
    if isinstance(data, bytes):
        yield from read_bytes(data, source)
    else:
        yield data


def read_bytes(data: bytes, source: str, room: Room | None = None) -> Iterator[Letter | Unreadable]:
    """The letter in a file's content, and those attached to it.

    The format is found by content; the suffix of ``source`` tips the scales only between text, HTML and e-mail, and
    leads to the readers that plugins add.  A name that says another one is noted: who gets the letter can't open it.
    ``room`` is what a file that this one lies in has left for zip files.
    """
    from klarsprak.readers.by_content import read_all

    return read_all(data, source, room)


def load_all() -> None:
    """Import what each format needs: else the first letter in it has to wait."""
    from klarsprak.readers import by_content

    by_content.load_all()
