"""The add-ins' icons, ours or the organisation's own: square PNGs, one for each size that Office asks for."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from klarsprak.files.errors import FileError, reason

SIZES = (16, 32, 64, 80, 128, 192)
"""Pixels: 16, 32 and 80 of buttons, 64 and 128 of lists, 192 of the admin centre."""
OUTLINE = "outline-32.png"
"""White lines on nothing, for the unified manifest."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = 24
"""Bytes of a PNG until its width and height are told."""


def names() -> dict[str, int]:
    """The files that there are, and how many pixels each is wide and high."""
    return {**{f"icon-{size}.png": size for size in SIZES}, OUTLINE: 32}


def load(folder: Path | None = None) -> Mapping[str, bytes]:
    """The icons by their names; those of a folder must all be there and of their size, else ``FileError``."""
    if folder is None:
        return _ours()
    return {name: _read(folder / name, size) for name, size in names().items()}


@cache
def _ours() -> Mapping[str, bytes]:
    """Those that ship, drawn from the page's own icon by ``tools/addin_icons.py``."""
    drawn = files("klarsprak.addin") / "drawn"
    return {name: (drawn / name).read_bytes() for name in names()}


def _read(path: Path, size: int) -> bytes:
    """One of the organisation's own; raises ``FileError``."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(f"{path}: ikonen går inte att läsa ({reason(error)}).") from None
    found = size_of(data)
    if found is None:
        raise FileError(f"{path}: ikonen ska vara en PNG.")
    if found != (size, size):
        width, height = found
        raise FileError(f"{path}: ikonen är {width} × {height} bildpunkter. Den ska vara {size} × {size}.")
    return data


def size_of(data: bytes) -> tuple[int, int] | None:
    """The width and height of a PNG, by its head; None for what is no PNG."""
    if len(data) < _HEAD or not data.startswith(_SIGNATURE) or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:_HEAD])
    return width, height
