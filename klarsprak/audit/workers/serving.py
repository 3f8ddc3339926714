"""What a worker process does: it checks one letter after the other, and never lets a letter harm more than itself."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NamedTuple

from klarsprak.audit.letter.results import LetterResult, unreadable
from klarsprak.processes import CTRL_C, MEMORY_LIMIT, ended_after, ignore, limit_memory


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
    ignore(CTRL_C)
    limit_memory(MEMORY_LIMIT)
    try:
        work = prepare()
    except Exception as error:
        pipe.send(f"{error}")
        return
    try:
        pipe.send(None)
        while True:
            task = pipe.recv()
            with ended_after(time_limit + 10):
                pipe.send(_answer(work, task))
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
