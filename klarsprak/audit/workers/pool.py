"""Worker processes that outlive any letter: one that crashes or hangs is replaced, and harms its letter alone.

A worker gets a few tasks at a time, which it does side by side, and no more before it has answered: a pipe never
fills while both ends write.  Where it dies of them or takes too long each is done once more, alone: a death names its
culprit.
Workers are spawned, or forked from a process that has nobody's pipe: none holds another's open.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from klarsprak.audit.letter.results import unreadable
from klarsprak.audit.workers.serving import Prepare, Results, Task, prepared, serve, serve_forked, size_of
from klarsprak.nursery import Nursery, Process, nursery
from klarsprak.processes import CTRL_C, deaf_to
from klarsprak.stages import few_at_a_time
from klarsprak.swedish import decimal

START = "spawn"
"""How workers are started that no nursery forks, as ``multiprocessing`` calls it."""
ATTEMPTS = 3
"""A worker may die for reasons of its own, such as another program's hunger: a letter gets more than one try."""
MOST_FAILED_STARTS = 10
MOST_BYTES = 200_000
"""Bytes of the letters that a worker does side by side; one in Word has 30,000, one of two pages of text 4,000."""
CRASHED = "Programmet kraschade när det läste filen."
"""What is said of a letter that its workers die of."""
START_LIMIT = 120.0
"""Seconds for a worker to load the model."""


class WorkerPoolError(Exception):
    """The workers can't work at all; the text is one Swedish line."""


@dataclass(slots=True)
class _Worker:
    process: Process
    pipe: Connection
    deadline: float | None
    ready: bool = False
    tasks: Sequence[Task] = ()
    """What it is at work on."""

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
        """What is to be done once more, each alone."""
        self._attempts: dict[bytes, int] = {}
        self._failed_starts = 0
        self._nursery = _nursery(prepare, jobs, time_limit)

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers.clear()
        if self._nursery is not None:
            self._nursery.stop()

    def results(self, tasks: Iterator[Task]) -> Generator[tuple[bytes, Results], None, None]:
        """The key and the result of every task, as they come; raises ``WorkerPoolError``."""
        groups = few_at_a_time(tasks, size_of, MOST_BYTES)
        while True:
            few = [self._again.pop()] if self._again else next(groups, [])
            if few:
                yield from self._hand_over(few)
            elif self._is_busy():
                yield from self._gather()
            else:
                return

    def _is_busy(self) -> bool:
        """Whether any worker is at work."""
        return any(worker.tasks for worker in self._workers)

    def _hand_over(self, tasks: Sequence[Task]) -> Iterator[tuple[bytes, Results]]:
        """Give the tasks to a worker; until one is free, what the others have done comes out."""
        while True:
            free = self._free_worker()
            if free is None:
                self._start_one_more()
                yield from self._gather()
            elif self._give(tasks, free):
                return

    def _free_worker(self) -> _Worker | None:
        """One that is ready and has no tasks."""
        for worker in self._workers:
            if worker.ready and not worker.tasks:
                return worker
        return None

    def _start_one_more(self) -> None:
        """Start a worker, if there may be more of them; it says so when it is ready."""
        if len(self._workers) < self._jobs:
            self._workers.append(self._start())

    def _give(self, tasks: Sequence[Task], worker: _Worker) -> bool:
        """Whether the worker has taken the tasks; one that is gone is dismissed."""
        try:
            worker.pipe.send(tasks)
        except OSError:
            self._dismiss(worker)
            return False
        worker.tasks, worker.deadline = tasks, time.monotonic() + self._limit
        return True

    def _start(self) -> _Worker:
        context: Any = get_context(START)
        ours, theirs = context.Pipe()
        process: Process
        if self._nursery is not None:
            process = self._nursery.worker(theirs.fileno())
        else:
            process = context.Process(target=serve, args=(theirs, self._prepare, self._limit), daemon=True)
            with deaf_to(CTRL_C):
                process.start()  # type: ignore[attr-defined]
        theirs.close()
        return _Worker(process, ours, time.monotonic() + START_LIMIT)

    def _gather(self) -> Iterator[tuple[bytes, Results]]:
        """Wait until a worker says something, dies, or has taken too long."""
        pipes = [worker.pipe for worker in self._workers]
        spoken = wait(pipes, self._seconds_left())
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.pipe in spoken:
                yield from self._listen(worker)
            elif worker.deadline is not None and worker.deadline <= now:
                yield from self._give_up(worker)

    def _seconds_left(self) -> float:
        """Until the first worker has taken too long."""
        now = time.monotonic()
        deadlines = (worker.deadline for worker in self._workers if worker.deadline is not None)
        return max(0.0, min(deadlines, default=now) - now)

    def _listen(self, worker: _Worker) -> Iterator[tuple[bytes, Results]]:
        """Hear that a worker is ready or can't be, or what it says of its letters; one that is silent has died."""
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        tasks, worker.tasks, worker.deadline = worker.tasks, (), None
        if tasks:
            for task, results in zip(tasks, message, strict=True):
                self._attempts.pop(task.key, None)
                yield task.key, results
        elif message is not None:
            raise WorkerPoolError(message)
        else:
            worker.ready = True
            self._failed_starts = 0

    def _bury(self, worker: _Worker) -> Iterator[tuple[bytes, Results]]:
        """A worker has died: its letters are tried again, a single one until it has had its number of tries."""
        task = self._blamed(worker)
        if task is None:
            return
        tries = self._attempts[task.key] = self._attempts.get(task.key, 0) + 1
        if tries < ATTEMPTS:
            self._again.append(task)
        else:
            del self._attempts[task.key]
            yield task.key, unreadable(CRASHED, given_up=True)

    def _give_up(self, worker: _Worker) -> Iterator[tuple[bytes, Results]]:
        """A worker has taken too long, over its letters or to begin."""
        task = self._blamed(worker)
        if task is not None:
            self._attempts.pop(task.key, None)
            seconds = decimal(self._limit)
            yield task.key, unreadable(f"Filen tog mer än {seconds} sekunder att granska.", given_up=True)

    def _blamed(self, worker: _Worker) -> Task | None:
        """End a worker; the task that it had, if it was one. Several are done again, each alone."""
        tasks = worker.tasks
        self._dismiss(worker)
        if len(tasks) == 1:
            return tasks[0]
        self._again.extend(tasks)
        return None

    def _dismiss(self, worker: _Worker) -> None:
        """End a worker; raises ``WorkerPoolError`` once too many in a row never came to be ready."""
        self._workers.remove(worker)
        worker.stop()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= MOST_FAILED_STARTS:
                raise WorkerPoolError("Arbetsprocesserna går inte att starta. Finns det minne nog?")


def _nursery(prepare: Prepare, jobs: int, time_limit: float) -> Nursery | None:
    """Where workers are forked; none where they are to start in another way."""
    if START != "spawn":
        return None
    return nursery(jobs, partial(prepared, prepare), partial(serve_forked, time_limit), START_LIMIT)
