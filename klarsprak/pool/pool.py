"""The workers, and who of them does what.

1. A job waits in its lane; a worker takes the oldest one that it may.
2. With two workers or more, one takes paragraphs only: a long file stops none.
3. A worker that dies is replaced, and its job tried once more.
4. A job that takes too long is told so, and its worker replaced: it would take as long again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass

from klarsprak.pool.checks import Answer, CheckError, Job, Lane, Question, TimeLimitError
from klarsprak.pool.lanes import Lanes, Ticket
from klarsprak.pool.serving import Message, Outcome, Prepare, prepare
from klarsprak.pool.settings import PoolSettings
from klarsprak.pool.worker import DiedError, HungError, UnpreparedError, Worker

TRIES = 2
"""A worker may die for reasons of its own, such as another program's hunger."""
LOOK_EVERY = 1.0
"""Seconds between two looks at whether a worker without a job is alive."""
PAUSE = 1.0
"""Seconds before a worker is started again that couldn't be."""
CRASHED = "Programmet klarade inte att granska texten."
TOO_SLOW = "Texten tog för lång tid att granska. Skicka en del i taget."
CANT_START = "arbetsprocesserna går inte att starta. Finns det minne nog?"


class PoolError(Exception):
    """The workers can't work at all; the text is one Swedish line."""


@dataclass(slots=True)
class PoolState:
    """What there is to be watched."""

    alive: int = 0
    busy: int = 0
    replaced: int = 0


class WorkerPool:
    """``Checks`` by worker processes.  Entering it returns when all are ready, and raises ``PoolError``."""

    def __init__(self, settings: PoolSettings, prepare: Prepare = prepare) -> None:
        self._prepare = prepare
        self._settings = settings
        self._seconds = {
            Lane.SHORT: min(settings.time_limit, settings.short_time_limit),
            Lane.LONG: settings.time_limit,
        }
        self.lanes = Lanes({Lane.SHORT: settings.queue, Lane.LONG: settings.long_queue})
        self.state = PoolState()
        self.workers: dict[int, Worker] = {}
        self._tending: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> WorkerPool:
        try:
            async with asyncio.TaskGroup() as starting:
                for number in range(self._settings.workers):
                    starting.create_task(self._start(number))
        except BaseExceptionGroup as group:
            self._stop_workers()
            raise PoolError(_reason(group)) from None
        except BaseException:
            self._stop_workers()
            raise
        self._tending = [asyncio.create_task(self._tend(number)) for number in self.workers]
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
        outcome = await ticket.answer
        if outcome.error is not None:
            raise outcome.error
        answer: Answer = outcome.answer
        return answer

    def numbers(self) -> dict[str, int]:
        """*alive*, *busy*, *replaced*: what there is to be watched."""
        return asdict(self.state)

    def waiting(self, lane: Lane) -> int:
        """How many jobs wait in a lane."""
        return self.lanes.waiting(lane)

    def _lanes_of(self, number: int) -> Collection[Lane]:
        """The lanes that a worker takes jobs of."""
        only_short = number == 0 and self._settings.workers > 1
        return (Lane.SHORT,) if only_short else (Lane.SHORT, Lane.LONG)

    async def _start(self, number: int) -> None:
        """Start the worker of that number; raises what ``Worker.start`` does."""
        worker = self.workers[number] = Worker(self._prepare, self._settings.config)
        await worker.start()
        self.state.alive += 1

    async def _tend(self, number: int) -> None:
        """Keep the worker at work, and replace it when it is gone."""
        while True:
            await self._employ(self.workers[number], self._lanes_of(number))
            self.state.alive -= 1
            await self._replace(number)

    async def _replace(self, number: int) -> None:
        while True:
            self.workers[number].stop()
            self.state.replaced += 1
            with suppress(DiedError, HungError, UnpreparedError):
                await self._start(number)
                return
            await asyncio.sleep(PAUSE)

    async def _employ(self, worker: Worker, lanes: Collection[Lane]) -> None:
        """Give the worker jobs as long as it lives."""
        while True:
            ticket = await self._next(worker, lanes)
            if ticket is None:
                return
            self.state.busy += 1
            try:
                _settle(ticket, await worker.do(ticket.message))
            except HungError:
                _settle(ticket, Outcome(error=TimeLimitError(TOO_SLOW)))
                return
            except DiedError:
                self._try_again(ticket)
                return
            finally:
                self.state.busy -= 1

    async def _next(self, worker: Worker, lanes: Collection[Lane]) -> Ticket | None:
        """The worker's next job; None if it died while it waited."""
        taker = self.lanes.take(lanes)
        while not taker.ticket.done():
            await asyncio.wait([taker.ticket], timeout=LOOK_EVERY)
            if not worker.is_alive:
                break
        if worker.is_alive:
            return taker.ticket.result()
        self.lanes.give_up(taker)  # the job goes to another worker, and this was none of its tries
        return None

    def _try_again(self, ticket: Ticket) -> None:
        """A worker died over a job: another one gets it, unless it was the second."""
        ticket.tries += 1
        if ticket.tries < TRIES:
            self.lanes.put_back(ticket)
        else:
            _settle(ticket, Outcome(error=CheckError(CRASHED)))

    def _stop_workers(self) -> None:
        for worker in self.workers.values():
            worker.stop()


def _settle(ticket: Ticket, outcome: Outcome) -> None:
    """Answer whoever still waits."""
    if not ticket.answer.done():
        ticket.answer.set_result(outcome)


def _reason(group: BaseExceptionGroup[BaseException]) -> str:
    """Why the workers couldn't be started, by the first that told; raises what is no such reason."""
    unprepared, rest = group.split((UnpreparedError, DiedError, HungError))
    if rest is not None:
        raise rest.exceptions[0]
    told = [str(error) for error in unprepared.exceptions if isinstance(error, UnpreparedError)] if unprepared else []
    return told[0] if told else CANT_START
