"""A worker process as the event loop sees it."""

from __future__ import annotations

import asyncio
import socket
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from klarsprak.nursery import Nursery, Process
from klarsprak.pool.channel import LoopsEnd
from klarsprak.pool.serving import Outcome, Prepare, serve
from klarsprak.processes import STOPPING, deaf_to

START_LIMIT = 120.0
"""Seconds for a worker to load the model."""


class DiedError(Exception):
    """The process is gone, and what it was doing with it."""


class HungError(Exception):
    """The job took longer than it may; the process is gone."""


class UnpreparedError(Exception):
    """The process can't do any job; the text is one Swedish line."""


class Worker:
    """A process that does one job after the other, forked from a nursery where there is one."""

    def __init__(self, prepare: Prepare, config: Path | None, nursery: Nursery | None = None) -> None:
        self._prepare = prepare
        self._config = config
        self._nursery = nursery
        self._process: Process | None = None
        self._channel: LoopsEnd | None = None

    async def start(self) -> None:
        """Return when the process is ready for jobs; raises ``UnpreparedError``, ``DiedError`` or ``HungError``."""
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = await asyncio.to_thread(self._started, theirs)
        self._channel = await LoopsEnd.of(ours)
        reason = await self._heard(self._channel.receive(), START_LIMIT)
        if reason is not None:
            raise UnpreparedError(reason)

    def post(self, data: bytes) -> None:
        """Send a packed message: a job, which is done when those sent before are."""
        assert self._channel is not None
        self._channel.send(data)

    async def answer(self, seconds: float) -> Outcome:
        """What becomes of the oldest job that is not answered yet; raises ``DiedError`` or ``HungError``."""
        assert self._channel is not None
        outcome: Outcome = await self._heard(self._channel.receive(), seconds)
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
        if self._channel is not None:
            self._channel.close()

    def _started(self, end: socket.socket) -> Process:
        """A process that has the other end of the channel."""
        if self._nursery is not None:
            return self._nursery.worker(end.fileno())
        process = get_context("spawn").Process(target=serve, args=(end, self._prepare, self._config), daemon=True)
        with deaf_to(STOPPING):
            process.start()
        return process

    async def _heard(self, waited_for: Any, seconds: float) -> Any:
        """What the process says in time; what hangs is ended."""
        try:
            async with asyncio.timeout(seconds):
                return await waited_for
        except TimeoutError:
            if self._process is not None:
                self._process.kill()
            raise HungError from None
        except (EOFError, OSError):
            raise DiedError from None
