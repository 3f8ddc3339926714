"""Files that hold letters as files of their own: told before the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from klarsprak.letter import Letter, Unreadable
from klarsprak.readers import outlook, zipped_letters
from klarsprak.readers.attached import AttachmentReader
from klarsprak.readers.zipped_letters import Room

Holder = Callable[[bytes, str, AttachmentReader], Iterator[Letter | Unreadable]]
"""Reads a file's content, shown under the name that is given; the reader is for what lies in it."""

_PACKED = (".docx", ".docm", ".dotx", ".odt")
"""Endings of documents that are zip files themselves."""


def holder_of(data: bytes, source: str, room: Room) -> Holder | None:
    """What reads the file, as far as there is ``room`` in zip files; None for one that is a letter itself.

    A zip file that is called *brev.docx* is a document that is no longer whole.
    """
    if outlook.is_message(data):
        return outlook.read_all
    if not source.lower().endswith(_PACKED) and zipped_letters.holds_letters(data):
        return partial(zipped_letters.read_all, room=room)
    return None
