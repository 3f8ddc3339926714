"""Worker processes that outlive any letter: one that crashes or hangs is replaced, and harms its letter alone.

A worker gets one task at a time, so that a death names its culprit and a pipe never fills while both ends write.
Workers are spawned, not forked: the same on Windows, and none holds another's pipe open.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple

from klarsprak.audit.letter.results import LetterResult, unreadable


class Task(NamedTuple):
    """A file's content to check, under its digest."""

    key: bytes
    suffix: str
    data: bytes


Results = tuple[LetterResult, ...]
Work = Callable[[Task], Results]
Prepare = Callable[[], Work]
"""Called once in each worker; what it returns is called for every task."""

START = "spawn"
"""How workers are started, as ``multiprocessing`` calls it."""
ATTEMPTS = 3
"""A worker may die for reasons of its own, such as another program's hunger: a letter gets more than one try."""
MOST_FAILED_STARTS = 10
CRASHED = "Programmet kraschade när det läste filen."
"""What is said of a letter that its workers die of."""
START_LIMIT = 120.0
"""Seconds for a worker to load the model."""
MEMORY_LIMIT = 3 * 1024**3
"""Bytes of data a worker may hold, where the system lets us say so."""


class WorkerPoolError(Exception):
    """The workers can't work at all; the text is one Swedish line."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    deadline: float | None
    ready: bool = False
    task: Task | None = None

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class WorkerPool:
    """Up to ``jobs`` workers; ``time_limit`` is in seconds a task.  Leaving the pool ends the workers."""

    def __init__(self, prepare: Prepare, jobs: int, time_limit: float) -> None:
        self._prepare = prepare
        self._jobs = jobs
        self._limit = time_limit
        self._workers: list[_Worker] = []
        self._again: list[Task] = []
        self._attempts: dict[bytes, int] = {}
        self._failed_starts = 0

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def results(self, tasks: Iterator[Task]) -> Generator[tuple[bytes, Results], None, None]:
        """The key and the result of every task, as they come; raises ``WorkerPoolError``."""
        while True:
            task = self._again.pop() if self._again else next(tasks, None)
            if task is not None:
                yield from self._hand_over(task)
            elif any(worker.task for worker in self._workers):
                yield from self._gather()
            else:
                return

    def _hand_over(self, task: Task) -> Iterator[tuple[bytes, Results]]:
        """Give the task to a worker; until one is free, what the others have done comes out."""
        while True:
            free = next((worker for worker in self._workers if worker.ready and worker.task is None), None)
            if free is None:
                if len(self._workers) < self._jobs:
                    self._workers.append(self._started())
                yield from self._gather()
                continue
            try:
                free.pipe.send(task)
            except OSError:
                self._dismiss(free)
                continue
            free.task, free.deadline = task, time.monotonic() + self._limit
            return

    def _started(self) -> _Worker:
        context: Any = get_context(START)
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._prepare, self._limit), daemon=True)
        with _deaf_to_interrupts():
            process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic() + START_LIMIT)

    def _gather(self) -> Iterator[tuple[bytes, Results]]:
        """Wait until a worker says something, dies, or has taken too long."""
        now = time.monotonic()
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        first = min(deadlines, default=now)
        spoken = wait([worker.pipe for worker in self._workers], max(0.0, first - now))
        late = time.monotonic()
        for worker in list(self._workers):
            if worker.pipe in spoken:
                yield from self._listen(worker)
            elif worker.deadline is not None and worker.deadline <= late:
                yield from self._late(worker)

    def _listen(self, worker: _Worker) -> Iterator[tuple[bytes, Results]]:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._dead(worker)
            return
        task, worker.task, worker.deadline = worker.task, None, None
        if task is not None:
            self._attempts.pop(task.key, None)
            yield task.key, message
        elif message is not None:
            raise WorkerPoolError(message)
        else:
            worker.ready = True
            self._failed_starts = 0

    def _dead(self, worker: _Worker) -> Iterator[tuple[bytes, Results]]:
        task = worker.task
        self._dismiss(worker)
        if task is None:
            return
        tries = self._attempts[task.key] = self._attempts.get(task.key, 0) + 1
        if tries < ATTEMPTS:
            self._again.append(task)
        else:
            del self._attempts[task.key]
            yield task.key, unreadable(CRASHED, given_up=True)

    def _late(self, worker: _Worker) -> Iterator[tuple[bytes, Results]]:
        task = worker.task
        self._dismiss(worker)
        if task is not None:
            self._attempts.pop(task.key, None)
            seconds = f"{self._limit:g}".replace(".", ",")
            yield task.key, unreadable(f"Filen tog mer än {seconds} sekunder att granska.", given_up=True)

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.stop()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= MOST_FAILED_STARTS:
                raise WorkerPoolError("Arbetsprocesserna går inte att starta. Finns det minne nog?")


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A child that starts meanwhile ignores Ctrl-C from its first moment: stopping it is its parent's work."""
    try:
        before: Any = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: Connection, prepare: Prepare, time_limit: float) -> None:
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
                pipe.send(_done(work, task))
                faulthandler.cancel_dump_traceback_later()
        except (EOFError, OSError):
            return


def _done(work: Work, task: Task) -> Results:
    try:
        return work(task)
    except MemoryError:
        return unreadable("Filen tar för mycket minne att granska.", given_up=True)
    except Exception as error:
        # The error's own text may quote the letter.
        return unreadable(f"Programmet klarade inte filen ({type(error).__name__}).")


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
