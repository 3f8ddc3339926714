"""Writes compound files and mails as Outlook saves them; no library that we have does."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

Tree = Mapping[str, "bytes | Tree"]
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


class _Chains:
    """Sectors of one size, and which one follows each."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.data = bytearray()
        self.next: list[int] = []

    def add(self, data: bytes) -> int:
        """Put a stream into sectors of its own; the number of the first."""
        if not data:
            return _END
        first, count = len(self.next), -(-len(data) // self.size)
        self.next += [first + number + 1 for number in range(count - 1)] + [_END]
        self.data += data + b"\0" * (count * self.size - len(data))
        return first


def compound(tree: Tree) -> bytes:
    """A compound file (MS-CFB, version 3) that holds the tree."""
    large, small = _Chains(_SECTOR), _Chains(_MINI)
    entries: list[bytes] = [b""]
    child = _add(tree, entries, large, small)
    container = large.add(bytes(small.data))
    entries[0] = _entry("Root Entry", 5, child=child, start=container, size=len(small.data))
    mini_fat = large.add(b"".join(struct.pack("<I", each) for each in _filled(small.next)))
    directory = large.add(b"".join(entries))
    fat_sectors = 1
    while fat_sectors * (_SECTOR // 4) < len(large.next) + fat_sectors:
        fat_sectors += 1
    first_fat = len(large.next)
    fat = _filled([*large.next, *[_FAT] * fat_sectors])
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, fat_sectors, directory, 0, _CUTOFF, mini_fat, -(-len(small.next) // 128) if small.next else 0, _END, 0,
    )  # fmt: skip
    difat = [first_fat + number for number in range(fat_sectors)]
    head += b"".join(struct.pack("<I", each) for each in difat + [_FREE] * (109 - fat_sectors))
    return head + bytes(large.data) + b"".join(struct.pack("<I", each) for each in fat)


def _filled(numbers: Sequence[int]) -> list[int]:
    """The numbers, up to the end of a sector."""
    return [*numbers, *[_FREE] * (-len(numbers) % 128)]


def _add(tree: Tree, entries: list[bytes], large: _Chains, small: _Chains) -> int:
    """Add a folder's entries, each linked to the next; the number of the first."""
    following = _FREE
    for name, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper()), reverse=True):
        if isinstance(content, bytes):
            chains = small if len(content) < _CUTOFF else large
            entry = _entry(name, 2, right=following, start=chains.add(content), size=len(content))
        else:
            entry = _entry(name, 1, right=following, child=_add(content, entries, large, small))
        entries.append(entry)
        following = len(entries) - 1
    return following


def _entry(name: str, kind: int, right: int = _FREE, child: int = _FREE, start: int = 0, size: int = 0) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16xI16xIQ", wide, len(wide), kind, 1, _FREE, right, child, 0, start, size)


Value = str | bytes | int | datetime
"""A text or bytes (in streams of their own), a whole number, a time; see ``narrow`` for texts that are no Unicode."""


class narrow(bytes):  # noqa: N801  (reads like a function)
    """A text in the mail's code page."""


def mail(values: Mapping[int, Value], attached: Sequence[Tree] = ()) -> bytes:
    """A mail of those properties; ``attached`` are from ``file`` and ``attached_mail``."""
    return compound(mail_tree(values, attached, 32))


def mail_tree(values: Mapping[int, Value], attached: Sequence[Tree] = (), head: int = 24) -> Tree:
    """What stands in a mail; one in another has a shorter head."""
    counts = struct.pack("<8x4I", 0, len(attached), 0, len(attached)).ljust(head, b"\0")
    others = {f"__attach_version1.0_#{number:08X}": each for number, each in enumerate(attached)}
    return {**_properties(values, counts), **others}


def file(name: str, data: bytes, values: Mapping[int, Value] | None = None) -> Tree:
    """An attached file."""
    return _properties({0x3705: 1, 0x3707: name, 0x3701: data, **(values or {})}, b"\0" * 8)


def attached_mail(name: str, tree: Tree) -> Tree:
    """An attached mail."""
    return {**_properties({0x3705: 5, 0x3001: name}, b"\0" * 8), "__substg1.0_3701000D": tree}


def _properties(values: Mapping[int, Value], head: bytes) -> dict[str, bytes | Tree]:
    """The streams of properties, and the one that lists them."""
    rows, streams = bytearray(head), {}
    for number, value in values.items():
        kind, inline, stream = _stored(value)
        rows += struct.pack("<HHI8s", kind, number, 6, inline)
        if stream is not None:
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = stream
    return {"__properties_version1.0": bytes(rows), **streams}


def _stored(value: Value) -> tuple[int, bytes, bytes | None]:
    """The type of a property, what stands in its row, and what in its stream."""
    if isinstance(value, str):
        data = value.encode("utf-16-le")
        return 0x1F, struct.pack("<II", len(data) + 2, 0), data
    if isinstance(value, narrow):
        return 0x1E, struct.pack("<II", len(value) + 1, 0), bytes(value)
    if isinstance(value, bytes):
        return 0x102, struct.pack("<II", len(value), 0), value
    if isinstance(value, datetime):
        return 0x40, struct.pack("<Q", int((value - _EPOCH).total_seconds()) * 10**7), None
    return 0x3, struct.pack("<II", value, 0), None
