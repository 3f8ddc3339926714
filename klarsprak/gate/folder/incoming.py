"""The letters that have come to a folder, and those of them that are written to their end."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
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
        self._seen = {name: (seen, self._since(name, seen, now)) for name, seen in self._states()}
        done = [(seen, name) for name, (seen, since) in self._seen.items() if now - since >= self._settle]
        done.sort(key=lambda each: (each[0].changed, each[1]))
        return [(self._folder / name, seen) for seen, name in done]

    @property
    def names(self) -> set[str]:
        """The names of all letters that the last look saw."""
        return set(self._seen)

    def _since(self, name: str, now_seen: State, now: float) -> float:
        """Since when the letter has been as it is now, as far as we have looked."""
        before, since = self._seen.get(name, (None, now))
        return since if before == now_seen else now

    def _states(self) -> Iterator[tuple[str, State]]:
        """The letters in the folder, finished or not, each with its name."""
        names = os.listdir(self._folder)  # noqa: PTH208  (names are all that it takes)
        for name in filter(_may_be_letter, names):
            # Not what the folder says of the file, which Windows brings up to date when it likes.
            with suppress(FileNotFoundError):  # another gate has just taken it
                now = state(self._folder / name)
                if now is not None:
                    yield name, now


def _may_be_letter(name: str) -> bool:
    """Whether it is none of *.dold*, *~$brev.docx*, *brev.docx.part* and *Thumbs.db*."""
    low = name.lower()
    is_hidden = low.startswith((".", "~$"))
    return not (is_hidden or low.endswith(_UNFINISHED) or low in _NO_LETTERS)
