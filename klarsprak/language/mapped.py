"""Files mapped into memory: nothing is read before it is looked at, and processes share what they look at."""

from __future__ import annotations

import mmap
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path


def mapped(path: Path) -> memoryview:
    """The file's bytes, read by the page when they are looked at."""
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def numbers(view: memoryview) -> Sequence[int]:
    """The numbers of 32 bits that the bytes are, the least significant first.

    They are copied only where the machine writes them the other way.
    """
    if sys.byteorder == "little":
        return view.cast("I")
    copied = array("I", bytes(view))
    copied.byteswap()
    return copied
