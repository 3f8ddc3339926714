"""A message that is held → a folder of its own with the message and the report on it, whole or not there at all."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from uuid import uuid4

from klarsprak.files.errors import reason
from klarsprak.files.moves import rename_new, sync_folder, write_whole
from klarsprak.gate.mail.terms import LaterError

_OWNER_ONLY = 0o600
_STALE = 3600.0
"""Seconds after which nobody writes in a folder any more: a mail has less time."""


def keep(folder: Path, data: bytes, page: bytes) -> Path:
    """The new folder, named by the time; raises ``LaterError`` where it can't be written."""
    half = folder / f".{uuid4().hex}.tmp"
    try:
        _sweep(folder)
        half.mkdir(mode=0o700)
        write_whole(half / "mejl.eml", data, _OWNER_ONLY)
        write_whole(half / "rapport.html", page, _OWNER_ONLY)
        sync_folder(half)
        kept = _rename(half, folder / f"{datetime.now():%Y-%m-%d %H.%M.%S}")
        sync_folder(folder)
    except OSError as error:
        raise LaterError(f"{folder}: går inte att skriva i ({reason(error)}).") from None
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return kept


def _sweep(folder: Path) -> None:
    """Take away what was half written when somebody killed us; the mail system has given us those mails again."""
    then = time.time() - _STALE
    for half in folder.glob(f".{'[0-9a-f]' * 32}.tmp"):
        with suppress(OSError):  # another's, or swept by another process
            if half.is_dir() and not half.is_symlink() and half.stat().st_mtime < then:
                shutil.rmtree(half, ignore_errors=True)


def _rename(half: Path, target: Path) -> Path:
    """Give the folder its name, with a number where others have been held in the same second; the name it got."""
    for number in count(1):
        numbered = target.with_name(target.name + (f" ({number})" if number > 1 else ""))
        try:
            rename_new(half, numbered)
        except FileExistsError:
            continue
        return numbered
    raise AssertionError
