"""Waiting for what another process does: tests look for it until it is there, and fail if it never comes."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST = 60.0
"""Seconds: more than any machine needs, however busy it is."""
_BETWEEN = 0.005
"""Seconds between two looks."""


def wait_for(seen: Callable[[], object], alive: Callable[[], object] = lambda: True) -> None:
    """Wait until it is seen; fails where it takes too long, or where what should do it is no longer ``alive``."""
    end = time.monotonic() + LONGEST
    while not seen():
        assert alive(), "what is waited for can no longer come"
        assert time.monotonic() < end, f"not seen in {LONGEST:g} seconds"
        time.sleep(_BETWEEN)
