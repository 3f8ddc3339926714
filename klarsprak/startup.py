"""The garbage collector, kept from looking again and again through what stays anyway."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import CDLL


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection meanwhile: rules are many objects that all stay, and two fifths of their loading went to it."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # All at once to the oldest generation, without the pass through the new objects that would else come now.
            gc.freeze()
            gc.unfreeze()
        gc.enable()


def seldom() -> None:
    """Let a program of its own collect seldom, and not at exit: a fifth of a short run's time went to it."""
    gc.set_threshold(100_000, 50, 100)
    atexit.register(gc.freeze)


_LARGE = 4 << 20
"""Larger than an array for a letter of two thousand words."""
_WORKED_WITH = 8 << 20
"""What a letter's vectors take, and more."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""``M_TRIM_THRESHOLD`` and ``M_MMAP_THRESHOLD`` of glibc's ``malloc.h``."""


def returning() -> None:
    """From now on large pieces of memory go back to the system as soon as nobody needs them.

    The C library stops that when it sees the first one go, and what a file was read into stays.  What is worked with
    stays: a letter's pieces went back some hundred times, and to get them anew took a quarter of the analysis.  Only
    glibc has it; elsewhere nothing happens.
    """
    with suppress(OSError, AttributeError, TypeError):
        _c_library().mallopt(_MMAP_THRESHOLD, _LARGE)
        _c_library().mallopt(_TRIM_THRESHOLD, _WORKED_WITH)


def trimmed() -> None:
    """Give back to the system what loading has left free, which may be a tenth of the memory.

    The C library keeps the room of large pieces once it has seen some, and what a run needs later comes in small ones
    or on top.  Only glibc has it; elsewhere nothing happens.
    """
    with suppress(OSError, AttributeError, TypeError):
        _c_library().malloc_trim(0)


def _c_library() -> CDLL:
    """The C library of the process; raises ``OSError`` or ``TypeError`` where there is none to ask."""
    import ctypes  # loaded already where there is something to give back

    return ctypes.CDLL(None)
