"""The garbage collector, kept from looking again and again through what stays anyway."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
