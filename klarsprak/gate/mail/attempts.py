"""How many times a mail has come that we fail at: one that always fails isn't to wait until the mail system gives up.

Nothing of a mail is kept but a checksum, the name of a file that grows by a sign for each attempt.
"""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_WEEK = 7 * 86_400.0
"""Mail systems give up sooner: what is older tells of a mail that is gone."""
_MARK = b"."


class Attempts:
    """The attempts at one mail.

    Without a ``folder`` they are counted in one of our own beside other temporary files: who empties it has the mail
    tried some times more.  Where nothing can be counted a mail always waits.
    """

    def __init__(self, folder: Path | None, parts: Iterable[bytes]) -> None:
        digest = blake2b(digest_size=32)
        for part in parts:
            digest.update(len(part).to_bytes(8) + part)
        self._folder = folder or _own_folder()
        self._file = self._folder / digest.hexdigest()

    def begin(self) -> int:
        """Count an attempt; how many that makes, 0 where they can't be counted."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            if _is_ours_alone(self._folder):
                _sweep(self._folder)
                return self._count()
        return 0

    def _count(self) -> int:
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, _MARK)
            return os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)

    def take_back(self) -> None:
        """The attempt that has begun says nothing of the mail."""
        with suppress(OSError):
            os.truncate(self._file, max(0, self._file.stat().st_size - len(_MARK)))

    def forget(self) -> None:
        """The mail has been decided on."""
        with suppress(OSError):
            self._file.unlink()


def _own_folder() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"klarsprak-mejl-{user}"


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else may write there, or has laid a link in its place: all may write beside it."""
    status = folder.lstat()
    if not hasattr(os, "getuid"):
        return stat.S_ISDIR(status.st_mode)
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o022


def _sweep(folder: Path) -> None:
    then = time.time() - _WEEK
    for file in folder.iterdir():
        if file.lstat().st_mtime < then and len(file.name) == blake2b(digest_size=32).digest_size * 2:
            file.unlink(missing_ok=True)
