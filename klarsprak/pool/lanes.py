"""Jobs that wait for a worker, in two lanes."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Collection, Mapping
from itertools import count

from klarsprak.pool.checks import Lane, OverloadedError
from klarsprak.pool.serving import Message, Outcome

FULL = "Det är många som granskar just nu. Försök igen om en stund."


class Ticket:
    """A job that waits, and who waits for its answer."""

    _numbers = count()

    def __init__(self, message: Message, lane: Lane) -> None:
        self.message = message
        self.lane = lane
        self.number = next(self._numbers)
        self.tries = 0
        self.answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()


class Taker:
    """A worker that waits for a job of its lanes."""

    def __init__(self, lanes: Collection[Lane]) -> None:
        self.lanes = lanes
        self.ticket: asyncio.Future[Ticket] = asyncio.get_running_loop().create_future()


class Lanes:
    """Tickets in, tickets out: a worker gets the oldest one of its lanes."""

    def __init__(self, most: Mapping[Lane, int]) -> None:
        self._most = most
        self._waiting: dict[Lane, deque[Ticket]] = {lane: deque() for lane in Lane}
        self._takers: list[Taker] = []

    def waiting(self, lane: Lane) -> int:
        """How many jobs wait in a lane."""
        return len(self._waiting[lane])

    def put(self, ticket: Ticket) -> None:
        """Hand a job over to whoever waits for one, or let it wait; raises ``OverloadedError`` for a full lane."""
        if self._handed_over(ticket):
            return
        if len(self._waiting[ticket.lane]) >= self._most[ticket.lane]:
            raise OverloadedError(FULL)
        self._waiting[ticket.lane].append(ticket)

    def put_back(self, ticket: Ticket) -> None:
        """Let a job that was taken be the next one, however full the lane is."""
        if not self._handed_over(ticket):
            self._waiting[ticket.lane].appendleft(ticket)

    def take(self, lanes: Collection[Lane]) -> Taker:
        """Wait for a job of these lanes."""
        taker = Taker(lanes)
        ticket = self._oldest(lanes)
        if ticket is not None:
            taker.ticket.set_result(ticket)
        elif len(lanes) == 1:
            self._takers.insert(0, taker)  # so that the others stay free for what it can't do
        else:
            self._takers.append(taker)
        return taker

    def give_up(self, taker: Taker) -> None:
        """Wait no longer; a job that was handed over meanwhile goes to another worker."""
        if taker in self._takers:
            self._takers.remove(taker)
        elif taker.ticket.done():
            self.put_back(taker.ticket.result())

    def _handed_over(self, ticket: Ticket) -> bool:
        """Whether a worker was waiting for such a job."""
        for taker in self._takers:
            if ticket.lane in taker.lanes:
                self._takers.remove(taker)
                taker.ticket.set_result(ticket)
                return True
        return False

    def _oldest(self, lanes: Collection[Lane]) -> Ticket | None:
        """The job that has waited longest; one that nobody waits for any more is dropped."""
        for lane in lanes:
            while self._waiting[lane] and self._waiting[lane][0].answer.done():
                self._waiting[lane].popleft()
        heads = [self._waiting[lane] for lane in lanes if self._waiting[lane]]
        return min(heads, key=lambda tickets: tickets[0].number).popleft() if heads else None
