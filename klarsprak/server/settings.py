"""What the one who runs the server has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Choices of one server; sizes in bytes, times in seconds."""

    host: str = "127.0.0.1"
    port: int = 8010
    workers: int = 2
    config: Path | None = None
    """The organisation's ``klarsprak.yml``."""
    largest_text: int = 1_000_000
    """Most code points of a text that is sent to be checked."""
    largest_file: int = 25 * 1024 * 1024
    time_limit: float = 30.0
    """Seconds that one check may take."""
    queue: int = 64
    """Requests that may wait for a worker, in each lane."""
