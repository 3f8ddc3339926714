"""The workers, and who of them does what.

1. A job waits in its lane; a worker gets the oldest one that it may have, and a short one more that lies ready.
2. With two workers or more, one takes paragraphs only: a long file stops none.
3. A worker that dies is replaced, and its job tried once more; what lay ready goes to another one.
4. A job that takes too long is told so, and its worker replaced: it would take as long again.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial

from klarsprak.listening import StartError
from klarsprak.nursery import nursery
from klarsprak.pool.checks import Answer, CheckError, Job, Lane, Question, TimeLimitError
from klarsprak.pool.desk import Desk
from klarsprak.pool.lanes import Lanes, Ticket
from klarsprak.pool.serving import Message, Outcome, Prepare, prepare, prepared, serve_forked
from klarsprak.pool.settings import PoolSettings
from klarsprak.pool.worker import START_LIMIT, DiedError, HungError, UnpreparedError, Worker

TRIES = 2
"""A worker may die for reasons of its own, such as another program's hunger."""
PAUSE = 1.0
"""Seconds before a worker is started again that couldn't be."""
CRASHED = "Programmet klarade inte att granska texten."
TOO_SLOW = "Texten tog för lång tid att granska. Skicka en del i taget."
CANT_START = "arbetsprocesserna går inte att starta. Finns det minne nog?"


class PoolError(StartError):
    """The workers can't work at all; the text is one Swedish line."""


class WorkerPool:
    """``Checks`` by worker processes.  Entering it returns when all are ready, and raises ``PoolError``."""

    def __init__(self, settings: PoolSettings, prepare: Prepare = prepare) -> None:
        self._prepare = prepare
        self._settings = settings
        ready = partial(prepared, prepare, settings.config)
        self._nursery = nursery(settings.workers, ready, serve_forked, START_LIMIT)
        self._seconds = {
            Lane.SHORT: min(settings.time_limit, settings.short_time_limit),
            Lane.LONG: settings.time_limit,
        }
        self.lanes = Lanes({Lane.SHORT: settings.queue, Lane.LONG: settings.long_queue})
        self.desks: list[Desk] = []
        self._replaced = 0
        self._tending: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> WorkerPool:
        try:
            async with asyncio.TaskGroup() as starting:
                for number in range(self._settings.workers):
                    self.desks.append(self._desk(number))
                    starting.create_task(self.desks[number].worker.start())
        except BaseExceptionGroup as group:
            self._stop_workers()
            raise PoolError(_reason(group)) from None
        except BaseException:
            self._stop_workers()
            raise
        self._tending = [asyncio.create_task(self._tend(number)) for number in range(len(self.desks))]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tending:
            task.cancel()
        self._stop_workers()
        await asyncio.gather(*self._tending, return_exceptions=True)

    async def ask(self, job: Job[Question, Answer], question: Question, lane: Lane = Lane.SHORT) -> Answer:
        """The job's answer; raises ``CheckError``, and what the job itself raises."""
        ticket = Ticket(Message(job, question, self._seconds[lane]), lane)
        self.lanes.put(ticket)
        self._hand_out()
        outcome = await ticket.answer
        if outcome.error is not None:
            raise outcome.error
        answer: Answer = outcome.answer
        return answer

    def numbers(self) -> dict[str, int]:
        """*alive*, *busy*, *replaced*: what there is to be watched."""
        alive = [desk for desk in self.desks if desk.is_open]
        return {"alive": len(alive), "busy": sum(bool(desk.jobs) for desk in alive), "replaced": self._replaced}

    def waiting(self, lane: Lane) -> int:
        """How many jobs wait in a lane."""
        return self.lanes.waiting(lane)

    def _desk(self, number: int) -> Desk:
        """A desk of that number with a worker that is to be started."""
        only_short = number == 0 and self._settings.workers > 1
        lanes = (Lane.SHORT,) if only_short else (Lane.SHORT, Lane.LONG)
        return Desk(Worker(self._prepare, self._settings.config, self._nursery), lanes)

    async def _tend(self, number: int) -> None:
        """Keep the worker at work, and replace it when it is gone."""
        while True:
            await self._employ(self.desks[number])
            await self._replace(number)

    async def _replace(self, number: int) -> None:
        while True:
            self.desks[number].worker.stop()
            self._replaced += 1
            self.desks[number] = self._desk(number)
            with suppress(DiedError, HungError, UnpreparedError):
                await self.desks[number].worker.start()
                return
            await asyncio.sleep(PAUSE)

    async def _employ(self, desk: Desk) -> None:
        """Let the worker have jobs as long as it lives; those that lie ready when it is gone go to another one."""
        desk.is_open = True
        try:
            self._hand_out()
            while await desk.has_job() and await self._is_answered(desk):
                self._hand_out()
        finally:
            desk.is_open = False
            while desk.jobs:
                self.lanes.put_back(desk.jobs.pop())
            self._hand_out()

    async def _is_answered(self, desk: Desk) -> bool:
        """Wait for the answer to the first job; False if the worker is gone."""
        ticket = desk.jobs[0]
        try:
            ticket.settle(await desk.worker.answer(ticket.message.seconds))
        except HungError:
            ticket.settle(Outcome(error=TimeLimitError(TOO_SLOW)))
            return False
        except DiedError:
            self._try_again(ticket)
            return False
        finally:
            desk.jobs.popleft()
        return True

    def _try_again(self, ticket: Ticket) -> None:
        """A worker died over a job: another one gets it, unless it was the second."""
        ticket.tries += 1
        if ticket.tries < TRIES:
            self.lanes.put_back(ticket)
        else:
            ticket.settle(Outcome(error=CheckError(CRASHED)))

    def _hand_out(self) -> None:
        """Give what waits to those who have least to do."""
        while any(self._is_given(desk) for desk in sorted(self.desks, key=lambda desk: desk.rank)):
            pass

    def _is_given(self, desk: Desk) -> bool:
        """Give a desk the job that has waited longest, if there is one that it takes."""
        ticket = self.lanes.take(desk.takes)
        if ticket is None:
            return False
        desk.give(ticket)
        return True

    def _stop_workers(self) -> None:
        if self._nursery is not None:
            self._nursery.stop()
        for desk in self.desks:
            desk.worker.stop()


def _reason(group: BaseExceptionGroup[BaseException]) -> str:
    """Why the workers couldn't be started, by the first that told; raises what is no such reason."""
    unprepared, rest = group.split((UnpreparedError, DiedError, HungError))
    if rest is not None:
        raise rest.exceptions[0]
    told = [str(error) for error in unprepared.exceptions if isinstance(error, UnpreparedError)] if unprepared else []
    return told[0] if told else CANT_START
