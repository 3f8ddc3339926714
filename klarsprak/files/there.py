"""Whether a path that somebody wrote leads anywhere; what can't be a path doesn't."""

from __future__ import annotations

from pathlib import Path


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
