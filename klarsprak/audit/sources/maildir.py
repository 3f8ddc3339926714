"""Maildir: a folder with ``cur``, ``new`` and ``tmp``, each message a file whose name has no suffix.

Folders of the mailbox's user lie within it, hidden: ``.Skickat`` (Maildir++).
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath

_UNIQUE = re.compile(r"\d+\.[^.]\S*$")
"""How messages are named: time, what makes the name unique, host and flags, without blanks."""
_PARTS = ("cur", "new", "tmp")


def is_part(path: Path) -> bool:
    """Whether the path is a message of a Maildir, or a hidden Maildir within another."""
    if path.name.startswith("."):
        return _is_maildir(path) and _is_maildir(path.parent)
    return _lies_as_mail(path) and _is_maildir(path.parent.parent)


def name_mail(name: str) -> str:
    """The name of a file, which for a message is one that stays when readers change its flags.

    It has a suffix that tells what a message is: *post/cur/1234.M1.host:2,S* is called *post/1234.M1.host.eml*.
    """
    path = Path(name)
    if _lies_as_mail(path) and is_part(path):
        return name_message(name, os.sep)
    return name


def name_message(name: str, separator: str) -> str:
    """A message's name without the part of the mailbox and the flags, with a suffix."""
    folder, _, file = name.rpartition(separator)
    mailbox = folder.rpartition(separator)[0]
    unique = file.partition(":")[0]
    return f"{mailbox}{separator}{unique}.eml"


def is_mail(path: PurePosixPath) -> bool:
    """Whether a file elsewhere is a message, told from its name alone: stores of objects keep no empty folders."""
    return _lies_as_mail(path) and _UNIQUE.match(path.name) is not None


def _lies_as_mail(path: PurePath) -> bool:
    """Whether the path's folder is called as those in which messages lie."""
    return path.parent.name in ("cur", "new")


def has_parts(folders: Collection[str]) -> bool:
    """Whether a folder elsewhere with these folders in it is a Maildir."""
    return not {"cur", "new"}.isdisjoint(folders)


@lru_cache(maxsize=64)
def _is_maildir(folder: Path) -> bool:
    """Whether the folder has all the parts of a Maildir."""
    return all((folder / part).is_dir() for part in _PARTS)
