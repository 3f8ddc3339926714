"""Which held messages their senders have been told of, so that nobody is told twice.

A mail system hands a message over in parts where it has many recipients, and once more where it didn't hear our
answer.  Fingerprints alone are remembered, for an hour, and in memory only.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

REMEMBERED = 3600.0
"""Seconds."""
_MOST = 10_000


class Told:
    """The fingerprints of messages that a notice has been sent about."""

    def __init__(self) -> None:
        self._times: dict[str, float] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def about(self, mark: str) -> AsyncIterator[bool]:
        """Whether the sender has been told of the message; others that ask of the same one wait meanwhile."""
        async with self._locks.setdefault(mark, asyncio.Lock()):
            yield time.monotonic() - self._times.get(mark, -REMEMBERED) < REMEMBERED

    def add(self, mark: str) -> None:
        """The sender has been told."""
        self._times.pop(mark, None)
        self._times[mark] = time.monotonic()
        while len(self._times) > _MOST:
            del self._times[next(iter(self._times))]
