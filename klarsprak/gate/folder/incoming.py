"""The letters that have come to a folder, and those of them that are written to their end."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".filepart", ".download", ".swp")
"""How programs end the name of a file that they are still writing."""
_NO_LETTERS = frozenset(["thumbs.db", "desktop.ini"])
"""What Windows itself puts into folders."""


class State(NamedTuple):
    """What changes when a file is written to."""

    size: int
    changed: int


def state(path: Path) -> State | None:
    """The state of a plain file, None for what is something else; raises ``OSError``."""
    status = path.stat(follow_symlinks=False)
    return State(status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


class Incoming:
    """Watches a folder by looking, since network drives tell nobody of new files.

    A letter is finished when it has stayed the same for ``settle`` seconds by our own clock: a file server's clock
    may be wrong.
    """

    def __init__(self, folder: Path, settle: float) -> None:
        self._folder = folder
        self._settle = settle
        self._seen: dict[str, tuple[State, float]] = {}

    def finished(self) -> list[tuple[Path, State]]:
        """The letters that are finished, the oldest first, as they look now; raises ``OSError``."""
        now = time.monotonic()
        found = self._found()
        self._seen = {name: (each, self._since(name, each, now)) for name, each in found.items()}
        done = [name for name, (_, since) in self._seen.items() if now - since >= self._settle]
        done.sort(key=lambda name: (found[name].changed, name))
        return [(self._folder / name, found[name]) for name in done]

    @property
    def names(self) -> set[str]:
        """The names of all letters that the last look saw."""
        return set(self._seen)

    def _since(self, name: str, now_seen: State, now: float) -> float:
        before, since = self._seen.get(name, (None, now))
        return since if before == now_seen else now

    def _found(self) -> dict[str, State]:
        found = {}
        for name in os.listdir(self._folder):  # noqa: PTH208  (names are all that it takes)
            if _may_be_letter(name):
                # Not what the folder says of the file, which Windows brings up to date when it likes.
                with suppress(FileNotFoundError):  # another gate has just taken it
                    if (now := state(self._folder / name)) is not None:
                        found[name] = now
        return found


def _may_be_letter(name: str) -> bool:
    low = name.lower()
    return not (low.startswith((".", "~$")) or low.endswith(_UNFINISHED) or low in _NO_LETTERS)
