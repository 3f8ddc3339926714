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

    def settle(self, outcome: Outcome) -> None:
        """Answer whoever still waits."""
        if not self.answer.done():
            self.answer.set_result(outcome)


class Lanes:
    """Tickets in, tickets out: the oldest one of the lanes that are asked for."""

    def __init__(self, most: Mapping[Lane, int]) -> None:
        self._most = most
        self._waiting: dict[Lane, deque[Ticket]] = {lane: deque() for lane in Lane}

    def waiting(self, lane: Lane) -> int:
        """How many jobs wait in a lane."""
        return len(self._waiting[lane])

    def put(self, ticket: Ticket) -> None:
        """Let a job wait for its turn; raises ``OverloadedError`` for a full lane."""
        if len(self._waiting[ticket.lane]) >= self._most[ticket.lane]:
            raise OverloadedError(FULL)
        self._waiting[ticket.lane].append(ticket)

    def put_back(self, ticket: Ticket) -> None:
        """Let a job that was taken be the next one, however full the lane is."""
        self._waiting[ticket.lane].appendleft(ticket)

    def take(self, lanes: Collection[Lane]) -> Ticket | None:
        """The job that has waited longest; one that nobody waits for any more is dropped."""
        for lane in lanes:
            while self._waiting[lane] and self._waiting[lane][0].answer.done():
                self._waiting[lane].popleft()
        heads = [self._waiting[lane] for lane in lanes if self._waiting[lane]]
        return min(heads, key=lambda tickets: tickets[0].number).popleft() if heads else None
