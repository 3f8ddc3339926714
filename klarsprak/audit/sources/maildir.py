"""Maildir: a folder with ``cur``, ``new`` and ``tmp``, each message a file whose name has no suffix.

Folders of the mailbox's user lie within it, hidden: ``.Skickat`` (Maildir++).
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path, PurePosixPath

_UNIQUE = re.compile(r"\d+\.[^.]\S*$")
"""How messages are named: time, what makes the name unique, host and flags, without blanks."""
_PARTS = ("cur", "new", "tmp")


def is_part(path: Path) -> bool:
    """Whether the path is a message of a Maildir, or a hidden Maildir within another."""
    if path.name.startswith("."):
        return _is_maildir(path) and _is_maildir(path.parent)
    return path.parent.name in ("cur", "new") and _is_maildir(path.parent.parent)


def named(name: str) -> str:
    """The source's name with the suffix that tells what a message is, and without the flags that readers change."""
    folder = name.rpartition(os.sep)[0]
    is_mail = Path(folder).name in ("cur", "new") and is_part(Path(name))
    return renamed(name, os.sep) if is_mail else name


def renamed(name: str, separator: str) -> str:
    """A message's name without the part of the mailbox and the flags, with a suffix."""
    folder, _, file = name.rpartition(separator)
    return f"{folder.rpartition(separator)[0]}{separator}{file.partition(':')[0]}.eml"


def is_mail(path: PurePosixPath) -> bool:
    """Whether a file elsewhere is a message, told from its name alone: stores of objects keep no empty folders."""
    return path.parent.name in ("cur", "new") and _UNIQUE.match(path.name) is not None


def has_parts(folders: Collection[str]) -> bool:
    """Whether a folder elsewhere with these folders in it is a Maildir."""
    return not {"cur", "new"}.isdisjoint(folders)


@lru_cache(maxsize=64)
def _is_maildir(folder: Path) -> bool:
    return all((folder / part).is_dir() for part in _PARTS)
