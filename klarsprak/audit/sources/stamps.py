"""Whether a file has changed since it was read, without reading it: as Git's index does it.

A stamp is trusted only if the file had been at rest for a while when it was read: a change within the file system's
grain of time would leave the stamp as it was.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

GRAIN = 2_000_000_000
"""Nanoseconds within which a file system may not tell two changes apart; FAT keeps every second second."""


class Stamp(NamedTuple):
    """Size, and when the content and the file's entry were changed, in nanoseconds."""

    size: int
    modified: int
    changed: int

    def __str__(self) -> str:
        return f"{self.size}-{self.modified}-{self.changed}"

    def is_settled(self) -> bool:
        """Whether the file was last changed so long ago that any change from now on will be seen."""
        return max(self.modified, self.changed) + GRAIN < time.time_ns()


def stamp_of(path: Path) -> Stamp | None:
    """The file's stamp, None if it can't be had."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
