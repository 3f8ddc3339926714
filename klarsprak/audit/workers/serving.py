"""What a worker process does: it checks one letter after the other, and never lets a letter harm more than itself."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from klarsprak.audit.letter.results import LetterResult, unreadable

MEMORY_LIMIT = 3 * 1024**3
"""Bytes of data a worker may hold, where the system lets us say so."""


class Task(NamedTuple):
    """A file's content to check, under its digest."""

    key: bytes
    suffix: str
    data: bytes


Results = tuple[LetterResult, ...]
Work = Callable[[Task], Results]
Prepare = Callable[[], Work]
"""Called once in each worker; what it returns is called for every task."""


def serve(pipe: Connection, prepare: Prepare, time_limit: float) -> None:
    """What a worker does: say None when ready, or why it can't be; then answer tasks until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    try:
        work = prepare()
    except Exception as error:
        pipe.send(f"{error}")
        return
    with Path(os.devnull).open("w") as nowhere:
        try:
            pipe.send(None)
            while True:
                task = pipe.recv()
                # Should the parent die while this letter hangs, nobody else would end this process.
                faulthandler.dump_traceback_later(time_limit + 10, exit=True, file=nowhere)
                pipe.send(_answer(work, task))
                faulthandler.cancel_dump_traceback_later()
        except (EOFError, OSError):
            return


def _answer(work: Work, task: Task) -> Results:
    """What is said of a letter, whatever comes of it."""
    try:
        return work(task)
    except MemoryError:
        return unreadable("Filen tar för mycket minne att granska.", given_up=True)
    except Exception as error:
        # The error's own text may quote the letter.
        return unreadable(f"Programmet klarade inte filen ({type(error).__name__}).")


def _limit_memory() -> None:
    """Have the system stop a letter that swells before it takes the whole machine."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
