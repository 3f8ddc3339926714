"""What a font says of its codes, counted and cut to size before pdfminer writes it out."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from klarsprak.readers.pdf.allowance import Allowance, Share
from klarsprak.readers.pdf.objects import TooMuchError

MAX_SUBTABLES = 64
"""Most tables of characters in a font file; there are three or four."""
_RANGES = {"W": 3, "W2": 5}
"""How many numbers a range of widths has: where it starts and ends, and its width, or how far it goes downwards."""


def bounded(spec: Mapping[str, object], allowance: Allowance) -> dict[str, object]:
    """The font's description, with plain numbers for widths; raises ``TooMuchError`` for ranges without end."""
    cut = dict(spec)
    for key, size in _RANGES.items():
        if key in cut:
            cut[key] = list(_widths(list_value(cut[key]), size, allowance.codes))
    if "Widths" in cut:
        cut["Widths"] = _numbers(list_value(cut["Widths"]), allowance.codes)
    if "FontDescriptor" in cut:
        cut["FontDescriptor"] = _descriptor(dict_value(cut["FontDescriptor"]), "ToUnicode" in cut, allowance)
    return cut


def _descriptor(descriptor: Mapping[str, Any], has_table: bool, allowance: Allowance) -> dict[str, Any]:
    """The description of how a font looks: its box holds four numbers, and its file isn't read without need.

    Beside a table of characters in the PDF that of the font's own file says nothing more.
    """
    cut = dict(descriptor)
    if "FontBBox" in cut:
        cut["FontBBox"] = _numbers(list_value(cut["FontBBox"])[:4], allowance.codes)
    file = resolve1(cut.get("FontFile2"))
    if has_table:
        cut.pop("FontFile2", None)
    elif isinstance(file, PDFStream):
        allowance.codes.take(count_characters(file.get_data()))
    return cut


def _widths(items: Iterable[object], size: int, codes: Share) -> Iterator[object]:
    """Widths as they are written: *120 [400 325]* from a code on, *7080 8032 1000* for a range."""
    run: list[int | float] = []
    for item in map(resolve1, items):
        if isinstance(item, list):
            run = []
            yield _numbers(item, codes)
        elif isinstance(item, int | float):
            run.append(item)
            if len(run) == size:
                codes.take(int(run[1] - run[0]) + 1)
                run = []
            yield item


def _numbers(items: Sequence[Any], codes: Share) -> list[int | float]:
    """The numbers of an array, 0 for what is none; arrays within it could refer to each other without end."""
    codes.take(len(items))
    values = map(resolve1, items)
    return [value if isinstance(value, int | float) else 0 for value in values]


def count_characters(data: bytes) -> int:
    """How many characters the tables of a TrueType file give a shape; raises ``TooMuchError`` for too many tables.

    What breaks off is left to pdfminer.
    """
    try:
        return sum(_count_subtable(data, place) for place in _subtables(data))
    except struct.error:
        return 0


def _subtables(data: bytes) -> list[int]:
    """Where the tables of characters start."""
    (tables,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4s4xL", data, 12 + 16 * number) for number in range(min(tables, len(data) // 16)))
    start = dict(entries).get(b"cmap")
    if start is None:
        return []
    (count,) = struct.unpack_from(">2xH", data, start)
    if count > MAX_SUBTABLES:
        raise TooMuchError
    return [start + struct.unpack_from(">4xL", data, start + 4 + 8 * number)[0] for number in range(count)]


def _count_subtable(data: bytes, place: int) -> int:
    """The characters of one table, by its format; in most of those that aren't ranges each takes its bytes."""
    (kind,) = struct.unpack_from(">H", data, place)
    if kind == 4:
        return _count_segments(data, place)
    if kind == 12:
        return _count_groups(data, place)
    return 1 << 16 if kind == 2 else 256


def _count_segments(data: bytes, place: int) -> int:
    """The characters of segments: their ends stand before their starts."""
    count = struct.unpack_from(">6xH", data, place)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, place + 14)
    starts = struct.unpack_from(f">{count}H", data, place + 16 + 2 * count)
    return sum(max(0, end - start + 1) for start, end in zip(starts, ends, strict=True))


def _count_groups(data: bytes, place: int) -> int:
    """The characters of groups."""
    (count,) = struct.unpack_from(">12xL", data, place)
    groups = struct.iter_unpack(">LLL", data[place + 16 : place + 16 + 12 * count])
    return sum(max(0, end - start + 1) for start, end, _ in groups)
