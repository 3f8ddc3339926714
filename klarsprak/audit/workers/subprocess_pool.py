"""A pool of one in a process of its own, which checks chunks of letters for a worker of a cluster.

The workers of Dask are daemons, and ``multiprocessing`` lets no daemon have children: hence plain pipes.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from threading import Timer
from typing import IO

from klarsprak.audit.workers.pool import WorkerPool, WorkerPoolError
from klarsprak.audit.workers.serving import Prepare, Results, Task, Work

IDLE = 300.0
"""Seconds without letters after which a subprocess pool ends: an audit that was killed can't tell it to."""
OTHER_VERSION = "Klustrets datorer saknar klarsprak eller har en annan version. Installera samma överallt."
_START = "from klarsprak.audit.workers.subprocess_pool import serve; serve()"

Answer = list[tuple[bytes, Results]]


class LostError(Exception):
    """The subprocess pool is gone."""


class SubprocessPool:
    """The pool as its owner sees it; ``prepare`` is a pickled ``Prepare``, ``time_limit`` in seconds a letter."""

    def __init__(self, prepare: bytes, time_limit: float) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=-1
        )
        with suppress(OSError):  # the first chunk will tell
            _send(self._process.stdin, (partial(_prepared, prepare), time_limit))

    def check(self, chunk: Sequence[Task]) -> Answer:
        """Key and result of every letter; raises ``WorkerPoolError``, or ``LostError`` for one that has ended."""
        try:
            _send(self._process.stdin, chunk)
            answer: Answer | str = pickle.load(self._process.stdout)  # type: ignore[arg-type]
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            self.stop()
            raise LostError from None
        if isinstance(answer, str):
            raise WorkerPoolError(answer)
        return answer

    def stop(self) -> None:
        """End the process; its worker ends with it."""
        self._process.kill()
        self._process.wait()


def _prepared(prepare: bytes) -> Work:
    """Unpickled in the worker only: nobody else needs to load all that it takes."""
    try:
        wanted: Prepare = pickle.loads(prepare)
    except Exception:
        raise WorkerPoolError(OTHER_VERSION) from None
    return wanted()


def serve() -> None:
    """What the process does: answer chunks until nobody is there to send any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    chunks = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    try:
        prepare, time_limit = pickle.load(chunks)
        with WorkerPool(prepare, 1, time_limit) as pool:
            while True:
                _send(answers, _answer(pool, _next(chunks)))
    except (EOFError, OSError):
        return


def _next(chunks: IO[bytes]) -> list[Task]:
    """The next letters; ends the process where none come for a long time."""
    idle = Timer(IDLE, os._exit, (0,))  # the worker sees that its pipe is closed
    idle.daemon = True
    idle.start()
    try:
        chunk: list[Task] = pickle.load(chunks)
        return chunk
    finally:
        idle.cancel()


def _answer(pool: WorkerPool, chunk: list[Task]) -> Answer | str:
    """The results, or why there can be none."""
    try:
        return list(pool.results(iter(chunk)))
    except WorkerPoolError as error:
        return str(error)


def _send(pipe: IO[bytes] | None, message: object) -> None:
    assert pipe is not None
    pickle.dump(message, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()
