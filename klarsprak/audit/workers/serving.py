"""What a worker process does: it checks one letter after the other, and never lets a letter harm more than itself."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NamedTuple

from klarsprak.audit.letter.results import LetterResult, unreadable
from klarsprak.processes import CTRL_C, MEMORY_LIMIT, ended_after, ignore, limit_memory
from klarsprak.stages import Stages, finished, in_turns
from klarsprak.startup import seldom


class Task(NamedTuple):
    """A file's content to check, under its digest."""

    key: bytes
    suffix: str
    data: bytes


def size_of(task: Task) -> int:
    """How many bytes the file has."""
    return len(task.data)


Results = tuple[LetterResult, ...]
Work = Callable[[Task], Stages[Results]]
Prepare = Callable[[], Work]
"""What it returns is called for every task."""


class Prepared(NamedTuple):
    """The work, or why it can't be done."""

    work: Work | None
    reason: str | None = None


def prepared(prepare: Prepare) -> Prepared:
    """What a process does before its first task, or before it forks those that do tasks."""
    ignore(CTRL_C)
    limit_memory(MEMORY_LIMIT)
    seldom()
    try:
        work = prepare()
    except Exception as error:
        return Prepared(None, f"{error}")
    gc.freeze()  # rules and words stay as long as the process: they are never looked through again
    return Prepared(work)


def serve(pipe: Connection, prepare: Prepare, time_limit: float) -> None:
    """What a worker does that nobody has prepared anything for."""
    _serve(pipe, prepared(prepare), time_limit)


def serve_forked(time_limit: float, descriptor: int, ready: Prepared) -> None:
    """What a worker does that is forked from a process which is prepared."""
    _serve(Connection(descriptor), ready, time_limit)


def _serve(pipe: Connection, ready: Prepared, time_limit: float) -> None:
    """Say None when ready, or why it can't be; then answer a few tasks at a time until the pipe closes."""
    with suppress(EOFError, OSError):
        pipe.send(ready.reason)
        while ready.work is not None:
            tasks: Sequence[Task] = pipe.recv()
            with ended_after(time_limit + 10):
                pipe.send(_answers(ready.work, tasks))


def _answers(work: Work, tasks: Sequence[Task]) -> list[Results]:
    """What is said of each: side by side, and one after another if one can't be done."""
    if len(tasks) > 1:
        with suppress(Exception):
            return in_turns(map(work, tasks))
    return [_answer(work, task) for task in tasks]


def _answer(work: Work, task: Task) -> Results:
    """What is said of a letter, whatever comes of it."""
    try:
        return finished(work(task))
    except MemoryError:
        return unreadable("Filen tar för mycket minne att granska.", given_up=True)
    except Exception as error:
        # The error's own text may quote the letter.
        return unreadable(f"Programmet klarade inte filen ({type(error).__name__}).")
