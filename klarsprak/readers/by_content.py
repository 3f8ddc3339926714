"""A file's content → letter: the format is found, and what reads it is imported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.plugins import PluginError
from klarsprak.readers import outlook
from klarsprak.readers.holders import holder_of
from klarsprak.readers.misnamed import describe_misnamed
from klarsprak.readers.plugin import read_added
from klarsprak.readers.sniff import Format, sniff
from klarsprak.readers.zipped_letters import Room
from klarsprak.swedish import harmless

_MODULES = {
    Format.DOCX: "docx",
    Format.TEXT: "text.text",
    Format.HTML: "html.page",
    Format.DOC: "office",
    Format.ODT: "odt",
    Format.RTF: "rtf",
}
_WITH_ATTACHED = {Format.EMAIL: "email", Format.PDF: "pdf.embedded"}
"""Those that may hold other letters; each is imported where there is one to read."""


def read_all(data: bytes, source: str, room: Room | None = None) -> Iterator[Letter | Unreadable]:
    """The letter in a file's content, and those attached to it, as ``readers.read_bytes`` says."""
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
        read_within = partial(read_all, room=room)
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
