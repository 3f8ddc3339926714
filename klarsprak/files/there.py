"""Whether a path leads anywhere, asked in two ways.

Of a path that somebody wrote into a file, ``is_there`` and ``is_file`` know no more than that: what can't be a path
or can't be looked at leads nowhere.  ``exists``, ``is_folder`` and ``is_existing_file`` raise ``PermissionError``
where the user may not look: *the folder doesn't exist, make it* would be untrue.  ``Path.exists`` and its kin did so
too before Python 3.14.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_NOTHING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP})
"""What the system says of a path that leads nowhere."""
_NOTHING_ON_WINDOWS = frozenset({21, 123, 1921})
"""Its numbers there for a drive that isn't ready, a name that can't be one, and links in a circle."""


def is_file(path: Path) -> bool:
    """Whether it leads to a file; a name may be too long, or have a sign that no name may have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Whether it leads to a file or a folder."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def exists(path: Path) -> bool:
    """Whether it leads to a file or a folder; raises ``OSError`` where the user may not look."""
    return _status(path) is not None


def is_folder(path: Path) -> bool:
    """Whether it leads to a folder; raises ``OSError`` where the user may not look."""
    status = _status(path)
    return status is not None and stat.S_ISDIR(status.st_mode)


def is_existing_file(path: Path) -> bool:
    """Whether it leads to an ordinary file; raises ``OSError`` where the user may not look."""
    status = _status(path)
    return status is not None and stat.S_ISREG(status.st_mode)


def _status(path: Path) -> os.stat_result | None:
    """What the system knows of what the path leads to, if anything."""
    try:
        return path.stat()
    except ValueError:  # a name with a zero byte in it
        return None
    except OSError as error:
        if error.errno in _NOTHING or getattr(error, "winerror", None) in _NOTHING_ON_WINDOWS:
            return None
        raise
