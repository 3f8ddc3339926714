"""What a worker of a cluster does with the letters that travel to it: it hands them on to processes of its own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from distributed import WorkerPlugin, get_worker

from klarsprak.audit.workers.pool import ATTEMPTS, WorkerPoolError
from klarsprak.audit.workers.serving import Task
from klarsprak.audit.workers.subprocess_pool import Answer, LostError, SubprocessPool

_CANT_START = "Arbetsprocesserna på klustrets datorer går inte att starta. Finns det minne nog?"


class SubprocessPools(WorkerPlugin):  # type: ignore[misc]
    """What a worker keeps between chunks: a subprocess pool for each of its threads, with model and rules loaded."""

    def __init__(self, prepare: bytes, time_limit: float) -> None:
        self._prepare = prepare
        self._limit = time_limit
        self._free: list[SubprocessPool] = []
        self._all: list[SubprocessPool] = []
        self._ended = False

    def teardown(self, worker: object) -> None:
        """End the subprocess pools with the audit."""
        self._ended = True
        for pool in self._all:
            pool.stop()

    def check(self, chunk: Sequence[Task]) -> Answer:
        """Key and result of every letter; raises ``WorkerPoolError``."""
        for _ in range(ATTEMPTS):
            pool = self._take()
            try:
                answer = pool.check(chunk)
            except LostError:
                self._all.remove(pool)
                continue
            self._free.append(pool)
            return answer
        raise WorkerPoolError(_CANT_START)

    def _take(self) -> SubprocessPool:
        """One that is free, or a new one; raises ``WorkerPoolError`` where none can be started."""
        with suppress(IndexError):
            return self._free.pop()
        try:
            pool = SubprocessPool(self._prepare, self._limit)
        except OSError:
            raise WorkerPoolError(_CANT_START) from None
        self._all.append(pool)
        if self._ended:
            pool.stop()
        return pool


def check(plugin: str, chunk: Sequence[Task]) -> Answer:
    """A worker's task."""
    answer: Answer = get_worker().plugins[plugin].check(chunk)
    return answer
