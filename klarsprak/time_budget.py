"""The time that a letter may take: what takes longer is told as not checked, and never as clean."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 30.0
"""What a letter may take where nobody has said anything else; most take a hundredth of a second."""
_AGAIN = 1.0
"""Seconds until the system tells once more: a library that takes any error for a broken file goes on."""
_local = threading.local()


class OutOfTimeError(BaseException):
    """The time is up.  Like Ctrl-C no ``Exception``: what is made to go on after any error must not go on here."""


@contextmanager
def time_budget(seconds: float) -> Iterator[None]:
    """Raises ``OutOfTimeError`` in a block that takes longer, within a budget that is running already no sooner.

    In the main thread the system tells, also in the middle of a regular expression, where it can; everywhere else
    (and on Windows) ``check_time`` does, which is called between the stages of a letter.
    """
    if _deadline() is not None:
        yield
        return
    _local.deadline = time.monotonic() + seconds
    try:
        with _alarm(seconds):
            yield
    finally:
        _local.deadline = None


def check_time() -> None:
    """Raise ``OutOfTimeError`` if the running budget is spent."""
    deadline = _deadline()
    if deadline is not None and time.monotonic() > deadline:
        raise OutOfTimeError


def _deadline() -> float | None:
    return getattr(_local, "deadline", None)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Have the system raise ``OutOfTimeError``, where it does and nobody else has asked it for an alarm."""
    if not _may_set_alarm():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _may_set_alarm() -> bool:
    has_alarm = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    return has_alarm and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def _ring(*_: object) -> None:
    raise OutOfTimeError
