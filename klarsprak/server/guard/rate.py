"""How often a client may ask."""

from __future__ import annotations

import time
from collections import OrderedDict

MOST_CLIENTS = 10_000
"""So many are remembered; of more, those that were heard of longest ago are forgotten."""


class RateLimit:
    """So many requests a minute for each client, which may save a minute's up; 0 is no limit."""

    def __init__(self, per_minute: int) -> None:
        self._most = float(per_minute)
        self._clients: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, client: str, now: float | None = None) -> bool:
        """Whether the client may ask once more; ``now`` in seconds."""
        if not self._most:
            return True
        now = time.monotonic() if now is None else now
        left, then = self._clients.pop(client, (self._most, now))
        left = min(self._most, left + (now - then) * self._most / 60)
        allowed = left >= 1
        self._clients[client] = (left - 1 if allowed else left, now)
        if len(self._clients) > MOST_CLIENTS:
            self._clients.popitem(last=False)
        return allowed
