"""What worker processes need of the system, whoever they work for."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

CTRL_C = (signal.SIGINT,)
"""Goes to all processes of a terminal."""
STOPPING = (signal.SIGINT, signal.SIGTERM)
"""What ends a program; a service manager sends the latter to all processes of a service."""

_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
_BY_SIGNAL = 128
"""A shell's code for a program that a signal ended, without the signal's number."""
MEMORY_LIMIT = 3 * 1024**3
"""Bytes of data that a process may hold which checks letters of others, where nobody has chosen another limit."""


@contextmanager
def deaf_to(numbers: Iterable[signal.Signals]) -> Iterator[None]:
    """A child that starts meanwhile is deaf to the signals from its first moment: stopping it is its parent's work.

    The calling thread hears them afterwards.  Windows knows no such thing, and there the child tells for itself.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ignore(numbers: Iterable[signal.Signals]) -> None:
    """Leave it to the parent to stop this process."""
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)


def limit_memory(most: int) -> None:
    """Have the system stop this process before it holds more than ``most`` bytes of data, where it lets us say so."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


@contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """This process ends if what is done meanwhile takes longer: should the parent die, nobody else would end it."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def ended_tidily() -> Iterator[None]:
    """What would end this process at once ends the block first: what it has begun is cleaned up, *SIGTERM*.

    Whoever hears the signals already goes on doing so, and so does a thread that the system doesn't tell.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(_BY_SIGNAL + number)
