"""Maildir: a folder with ``cur``, ``new`` and ``tmp``, each message a file whose name has no suffix.

Folders of the mailbox's user lie within it, hidden: ``.Skickat`` (Maildir++).
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

_PARTS = ("cur", "new", "tmp")


def is_part(path: Path) -> bool:
    """Whether the path is a message of a Maildir, or a hidden Maildir within another."""
    if path.name.startswith("."):
        return _is_maildir(path) and _is_maildir(path.parent)
    return path.parent.name in ("cur", "new") and _is_maildir(path.parent.parent)


def named(name: str) -> str:
    """The source's name with the suffix that tells what a message is, and without the flags that readers change."""
    folder, separator, file = name.rpartition(os.sep)
    if separator and Path(folder).name in ("cur", "new") and is_part(Path(name)):
        return f"{folder.rpartition(os.sep)[0]}{separator}{file.partition(':')[0]}.eml"
    return name


@lru_cache(maxsize=64)
def _is_maildir(folder: Path) -> bool:
    return all((folder / part).is_dir() for part in _PARTS)
