"""What a worker has to do: a job under way, and a short one that lies ready, so that it never waits for the next."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Collection
from contextlib import suppress

from klarsprak.pool.channel import packed
from klarsprak.pool.checks import Lane
from klarsprak.pool.lanes import Ticket
from klarsprak.pool.serving import Outcome
from klarsprak.pool.worker import Worker

AT_HAND = 2
"""Jobs that a worker may have: the one under way among them."""
LOOK_EVERY = 1.0
"""Seconds between two looks at whether a worker without a job is alive."""


class Desk:
    """A worker's jobs, the first of which is under way."""

    def __init__(self, worker: Worker, lanes: Collection[Lane]) -> None:
        self.worker = worker
        self.jobs: deque[Ticket] = deque()
        self.is_open = False
        self._lanes = lanes
        self._given = asyncio.Event()

    @property
    def rank(self) -> tuple[int, int]:
        """Whose turn it is to get a job: of those who have least to do, the one that can do least else."""
        return len(self.jobs), len(self._lanes)

    @property
    def takes(self) -> Collection[Lane]:
        """The lanes that it takes another job of.  Nothing lies ready behind a long file, nor does such a file."""
        if not self.is_open:
            return ()
        if not self.jobs:
            return self._lanes
        return (Lane.SHORT,) if len(self.jobs) < AT_HAND and self.jobs[0].lane is Lane.SHORT else ()

    def give(self, ticket: Ticket) -> None:
        """Hand a job over."""
        try:
            data = packed(ticket.message)
        except Exception as error:  # a job that can't travel is its author's fault
            ticket.settle(Outcome(error=error))
            return
        self.worker.post(data)
        self.jobs.append(ticket)
        self._given.set()

    async def has_job(self) -> bool:
        """Wait for a job; False if the worker has died meanwhile."""
        while not self.jobs:
            self._given.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await self._given.wait()
            if not self.worker.is_alive:
                break
        return self.worker.is_alive
