"""What the one who starts the workers has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SHORT_TIME_LIMIT = 10.0
"""Seconds that the check of a paragraph may take, at most."""


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """Choices for the workers of one program; times in seconds."""

    workers: int = 2
    config: Path | None = None
    """The organisation's ``klarsprak.yml``."""
    time_limit: float = 30.0
    """What a job of the long lane may take."""
    short_time_limit: float = SHORT_TIME_LIMIT
    """What one of the short lane may take, if ``time_limit`` isn't less."""
    queue: int = 2048
    """Short jobs that may wait for a worker."""
    long_queue: int = 64
    """Long jobs that may wait."""
