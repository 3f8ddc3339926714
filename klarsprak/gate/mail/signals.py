"""Signals on the way: a stop before the message is passed on leaves it for later, after that the command decides."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from subprocess import Popen
from types import FrameType
from typing import Any

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")
_SIGNALS = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


class Stopped(BaseException):
    """Somebody asked us to stop; no ``Exception``, so that nothing on the way takes it for its own."""


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Raises ``Stopped`` in the block when a signal asks for it, until ``forward_signals`` is called there."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    before = _handle(stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def forward_signals() -> Callable[[Popen[bytes]], None]:
    """From now on signals go to the process that is given to what this returns, also those that come before it is."""
    waiting: list[int] = []
    running: list[Popen[bytes]] = []

    def forward(number: int, frame: FrameType | None) -> None:
        if running:
            running[0].send_signal(number)
        else:
            waiting.append(number)

    def to(process: Popen[bytes]) -> None:
        running.append(process)
        for number in waiting:
            process.send_signal(number)

    _handle(forward)
    return to


@contextmanager
def delayed() -> Iterator[None]:
    """Signals come after the block; a process that is forked in it must call ``default_signals``."""
    _mask("SIG_BLOCK")
    try:
        yield
    finally:
        _mask("SIG_UNBLOCK")


def default_signals() -> None:
    """In a process of our own: signals end it, none of our handlers runs there."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    _mask("SIG_UNBLOCK")


def _mask(how: str) -> None:
    if sys.platform != "win32":
        signal.pthread_sigmask(getattr(signal, how), _SIGNALS)


def _handle(handler: Callable[[int, FrameType | None], None]) -> dict[int, Any]:
    """Set the handler; returns those that were there."""
    return {number: signal.signal(number, handler) for number in _SIGNALS}
