"""Writes mailboxes of Outlook's (.pst, MS-PST) as small as a reader takes them; no library that we have does."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Value = str | bytes | int
_PAGE, _TRAILER, _ALIGNED = 512, 16, 64
_MOST = 8176
"""Bytes in a block."""
_INLINE = 1000
"""Bytes of a value that stands among the others."""
_BLOCKS, _NODES = 0x80, 0x81
_STORE, _NAMES, _ROOT = 0x21, 0x61, 0x122
_FOLDER, _MAIL, _FILE, _VALUE = 0x02, 0x04, 0x05, 0x1F
_FOLDERS, _CONTENTS, _ASSOCIATED, _ATTACHED = 0x0D, 0x0E, 0x0F, 0x671
_NAME = 0x3001
_OBJECT = 0x0D


@dataclass(frozen=True)
class Mail:
    """A mail: its properties by their numbers, and what is attached."""

    values: Mapping[int, Value]
    attached: Sequence[Attached] = ()


@dataclass(frozen=True)
class Attached:
    """A file or a mail that is attached."""

    values: Mapping[int, Value]
    mail: Mail | None = None


def file(name: str, data: bytes) -> Attached:
    """An attached file."""
    return Attached({0x3705: 1, 0x3707: name, 0x3701: data})


def attached_mail(name: str, values: Mapping[int, Value], attached: Sequence[Attached] = ()) -> Attached:
    """An attached mail."""
    return Attached({0x3705: 5, _NAME: name}, Mail(values, attached))


def box(folders: Mapping[str, Sequence[Mail]]) -> bytes:
    """A mailbox with these folders."""
    writer = _Writer()
    writer.node(_STORE, _properties({_NAME: "Arkiv"}, writer), 0)
    names: dict[int, Value] = {0x1: 251, 0x2: bytes(16), 0x3: struct.pack("<IHH", 0x8233, 6, 0), 0x4: bytes(4)}
    writer.node(_NAMES, _properties(names, writer), 0)
    numbers = [0x8000 + 0x20 * number for number in range(1, 1 + len(folders))]
    _add_folder(writer, _ROOT & ~0x1F, "", [number | _FOLDER for number in numbers], [], _ROOT)
    taken = 0
    for number, (name, mails) in zip(numbers, folders.items(), strict=True):
        ids = [0x200000 + 0x20 * (taken + place) | _MAIL for place in range(1, 1 + len(mails))]
        taken += len(mails)
        _add_folder(writer, number, name, [], ids, _ROOT)
        for identifier, mail in zip(ids, mails, strict=True):
            writer.node(identifier, _mail(mail, writer), number | _FOLDER)
    return writer.file()


def _add_folder(writer: _Writer, number: int, name: str, folders: list[int], mails: list[int], parent: int) -> None:
    values: dict[int, Value] = {_NAME: name, 0x3602: len(mails), 0x3603: 0}
    writer.node(number | _FOLDER, _properties(values, writer), parent)
    for kind, rows in ((_FOLDERS, folders), (_CONTENTS, mails), (_ASSOCIATED, [])):
        writer.node(number | kind, _Node(_table(rows)), 0)


@dataclass
class _Node:
    """What a node holds: its own data, and nodes within it, by their numbers."""

    data: bytes
    within: dict[int, _Node] = field(default_factory=dict)


def _mail(mail: Mail, writer: _Writer) -> _Node:
    """A mail's properties, with what is attached to it in nodes of its own."""
    node = _properties(mail.values, writer)
    numbers = [0x8000 + 0x20 * place | _FILE for place in range(1, 1 + len(mail.attached))]
    if numbers:
        node.within[_ATTACHED] = _Node(_table(numbers))
    for number, attached in zip(numbers, mail.attached, strict=True):
        node.within[number] = _attachment(attached, writer)
    return node


def _attachment(attached: Attached, writer: _Writer) -> _Node:
    if attached.mail is None:
        return _properties(attached.values, writer)
    node = _properties(attached.values, writer, within=0x9000 | _MAIL)
    node.within[0x9000 | _MAIL] = _mail(attached.mail, writer)
    return node


def _properties(values: Mapping[int, Value], writer: _Writer, within: int = 0) -> _Node:
    """A context of properties; the long ones are nodes, and ``within`` is the mail that the object is."""
    node, heap, rows = _Node(b""), _Heap(0xBC), []
    for number, value in sorted(values.items()):
        kind, data = _stored(value)
        place = data if kind == 0x3 else struct.pack("<I", _placed(data, node, heap, writer))
        rows.append(struct.pack("<HH", number, kind) + place)
    if within:
        place = struct.pack("<I", heap.add(struct.pack("<II", within, 0)))
        rows.append(struct.pack("<HH", 0x3701, _OBJECT) + place)
        rows.sort(key=lambda row: row[:2][::-1])
    heap.root = heap.tree(2, 6, rows)
    node.data = heap.data()
    return node


def _placed(data: bytes, node: _Node, heap: _Heap, writer: _Writer) -> int:
    """Where a value stands: its number in the heap, or that of a node of its own."""
    if len(data) <= _INLINE:
        return heap.add(data) if data else 0
    writer.values += 1
    number = 0x20 * (0x100 + writer.values) | _VALUE
    node.within[number] = _Node(data)
    return number


def _stored(value: Value) -> tuple[int, bytes]:
    if isinstance(value, str):
        return 0x1F, value.encode("utf-16-le")
    return (0x102, value) if isinstance(value, bytes) else (0x3, struct.pack("<I", value))


def _table(rows: Sequence[int]) -> bytes:
    """A table whose rows have nothing but their numbers."""
    heap = _Heap(0x7C)
    index = heap.tree(4, 4, [struct.pack("<II", row, place) for place, row in enumerate(rows)])
    matrix = heap.add(b"".join(struct.pack("<IIB", row, 1, 0xC0) for row in rows)) if rows else 0
    columns = struct.pack("<IHBB", 0x67F20003, 0, 4, 0) + struct.pack("<IHBB", 0x67F30003, 4, 4, 1)
    heap.root = heap.add(struct.pack("<BB4HIII", 0x7C, 2, 8, 8, 8, 9, index, matrix, 0) + columns)
    return heap.data()


class _Heap:
    """Small pieces of data in a block, by numbers."""

    def __init__(self, kind: int) -> None:
        self.kind = kind
        self.root = 0
        self.pieces: list[bytes] = []

    def add(self, piece: bytes) -> int:
        self.pieces.append(piece)
        return len(self.pieces) << 5

    def tree(self, key: int, rest: int, rows: list[bytes]) -> int:
        """A tree of one level; the number of its head."""
        leaf = self.add(b"".join(rows)) if rows else 0
        return self.add(struct.pack("<BBBBI", 0xB5, key, rest, 0, leaf))

    def data(self) -> bytes:
        at, places, body = 12, [], b""
        for piece in self.pieces:
            places.append(at + len(body))
            body += piece + b"\0" * (len(piece) % 2)
        places.append(at + len(body))
        head = struct.pack("<HBBII", at + len(body), 0xEC, self.kind, self.root, 0)
        return head + body + struct.pack(f"<HH{len(places)}H", len(self.pieces), 0, *places)


def _checksum(data: bytes) -> int:
    return zlib.crc32(data, 0xFFFFFFFF) ^ 0xFFFFFFFF


def _signature(place: int, number: int) -> int:
    mixed = (place ^ number) & 0xFFFFFFFF
    return (mixed >> 16) ^ (mixed & 0xFFFF)


class _Writer:
    """Blocks and nodes, and then the trees that tell where they are."""

    def __init__(self) -> None:
        self.values = 0
        self._data = bytearray(0x4600)
        self._number = 4
        self._blocks: list[tuple[int, bytes]] = []
        self._nodes: list[tuple[int, bytes]] = []

    def node(self, number: int, node: _Node, parent: int) -> None:
        block, within = self._stored(node)
        self._nodes.append((number, struct.pack("<QQQII", number, block, within, parent, 0)))

    def _stored(self, node: _Node) -> tuple[int, int]:
        """The numbers of the blocks with a node's data and with what is within it."""
        rows = [struct.pack("<QQQ", number, *self._stored(inner)) for number, inner in sorted(node.within.items())]
        within = self._block(struct.pack("<BBHI", 2, 0, len(rows), 0) + b"".join(rows), is_list=True) if rows else 0
        return self._block(node.data), within

    def _block(self, data: bytes, *, is_list: bool = False) -> int:
        assert len(data) <= _MOST
        number = self._number | 2 * is_list
        self._number += 4
        place = len(self._data)
        size = -(-(len(data) + _TRAILER) // _ALIGNED) * _ALIGNED
        trailer = struct.pack("<HHIQ", len(data), _signature(place, number), _checksum(data), number)
        self._data += data + bytes(size - len(data) - _TRAILER) + trailer
        self._blocks.append((number, struct.pack("<QQHHI", number, place, len(data), 2, 0)))
        return number

    def _tree(self, kind: int, rows: list[tuple[int, bytes]], level: int = 0) -> tuple[int, int]:
        """The number and the place of the page that a tree begins with."""
        size = len(rows[0][1])
        most = 488 // size
        pages = [self._page(kind, rows[at : at + most], size, most, level) for at in range(0, len(rows), most)]
        if len(pages) == 1:
            return pages[0]
        firsts = [rows[at][0] for at in range(0, len(rows), most)]
        above = [(key, struct.pack("<QQQ", key, *page)) for key, page in zip(firsts, pages, strict=True)]
        return self._tree(kind, above, level + 1)

    def _page(self, kind: int, rows: list[tuple[int, bytes]], size: int, most: int, level: int) -> tuple[int, int]:
        self._data += bytes(-len(self._data) % _PAGE)
        number, place = self._number, len(self._data)
        self._number += 4
        body = b"".join(row for _, row in rows).ljust(488, b"\0") + struct.pack(
            "<BBBBI", len(rows), most, size, level, 0
        )
        trailer = struct.pack("<BBHIQ", kind, kind, _signature(place, number), _checksum(body), number)
        self._data += body + trailer
        return number, place

    def file(self) -> bytes:
        nodes = self._tree(_NODES, sorted(self._nodes))
        blocks = self._tree(_BLOCKS, sorted(self._blocks))
        root = struct.pack("<IQQQQQQQQBBH", 0, len(self._data), 0x4400, 0, 0, *nodes, *blocks, 2, 0, 0)
        head = struct.pack("<HHHBBII", 0x4D53, 23, 19, 1, 1, 0, 0) + struct.pack("<QQI", 0, self._number, 1)
        head += struct.pack("<32I", *[0x400] * 32) + bytes(8) + root + bytes(4) + b"\xff" * 256
        head += struct.pack("<BBHQ", 0x80, 0, 0, self._number)
        self._data[:564] = (
            b"!BDN"
            + struct.pack("<I", _checksum(head[:471]))
            + head
            + struct.pack("<I", _checksum(head[:516]))
            + bytes(36)
        )
        return bytes(self._data)
