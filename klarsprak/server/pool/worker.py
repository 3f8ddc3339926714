"""A worker process as the event loop sees it.  The pipe is written and read in a thread: it may block."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from klarsprak.processes import STOPPING, deaf_to
from klarsprak.server.pool.serving import Message, Outcome, Prepare, serve

START_LIMIT = 120.0
"""Seconds for a worker to load the model."""


class DiedError(Exception):
    """The process is gone, and what it was doing with it."""


class HungError(Exception):
    """The job took longer than it may; the process is gone."""


class UnpreparedError(Exception):
    """The process can't do any job; the text is one Swedish line."""


class Worker:
    """A process with one job at a time."""

    def __init__(self, prepare: Prepare, config: Path | None) -> None:
        self._prepare = prepare
        self._config = config
        self._thread = ThreadPoolExecutor(1, "klarsprak-worker")
        self._process: Any = None
        self._pipe: Connection

    async def start(self) -> None:
        """Return when the process is ready for jobs; raises ``UnpreparedError``, ``DiedError`` or ``HungError``."""
        reason = await self._in_thread(self._start, START_LIMIT)
        if reason is not None:
            raise UnpreparedError(reason)

    async def do(self, message: Message) -> Outcome:
        """What becomes of a job; raises ``DiedError`` or ``HungError``."""
        outcome: Outcome = await self._in_thread(lambda: self._exchange(message), message.seconds)
        return outcome

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process is not None and self._process.is_alive()

    @property
    def pid(self) -> int | None:
        """The process' number."""
        return self._process.pid if self._process is not None else None

    def stop(self) -> None:
        """End the process at once; what waits for it gets ``DiedError``."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._thread.shutdown(wait=False)

    async def _in_thread(self, function: Any, seconds: float) -> Any:
        future = asyncio.get_running_loop().run_in_executor(self._thread, function)
        done, _ = await asyncio.wait([future], timeout=seconds)
        if not done:
            self._process.kill()  # the thread is told by the pipe
            with suppress(DiedError):
                await future
            raise HungError
        return future.result()

    def _start(self) -> str | None:
        """Start the process and hear whether it is ready; what is wrong if it isn't."""
        ours, theirs = get_context("spawn").Pipe()
        process = get_context("spawn").Process(target=serve, args=(theirs, self._prepare, self._config), daemon=True)
        with deaf_to(STOPPING):
            process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        reason: str | None = self._hear()
        return reason

    def _exchange(self, message: Message) -> Outcome:
        try:
            self._pipe.send(message)
        except OSError:
            raise DiedError from None
        except Exception as error:  # a job that can't travel is its author's fault
            return Outcome(error=error)
        outcome: Outcome = self._hear()
        return outcome

    def _hear(self) -> Any:
        try:
            return self._pipe.recv()
        except (EOFError, OSError):
            raise DiedError from None
