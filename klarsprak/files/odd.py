"""Names in the file system that are no files: whoever reads them may wait for ever."""

from __future__ import annotations

import stat
from pathlib import Path

NO_FILE = "det är ingen vanlig fil, utan ett rör eller en enhet."
ODD = f"{NO_FILE.capitalize()} Spara brevet i en fil, eller skicka det till standard in (-)."
_PASSED_ON = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""What a shell hands over as a file has somebody at its other end: *klarsprak check <(unzip -p brev.zip)*."""


def is_odd(path: Path) -> bool:
    """Whether the name leads to a pipe, a socket or a device; one that leads nowhere, or to a folder, does not."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return False
    return not str(path).startswith(_PASSED_ON)
