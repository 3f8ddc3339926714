"""Files that can't be used, and why, in Swedish."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from klarsprak.files.there import exists


class FileError(Exception):
    """A file that can't be used.

    Each of its arguments is a fault: one line in Swedish with file, line and column where they are known.
    """

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults, a line each."""
        return self.args

    def __str__(self) -> str:
        return "\n".join(self.args)


MOST_TOLD = 50
"""So many faults of files are told at a time."""
_MORE = "Det finns fler fel än så. Rätta dem som står här och kör igen."


def first_of(lines: Sequence[str], are_more: bool = False) -> list[str]:
    """The faults that are told, with a last line where there are more."""
    told = list(lines[:MOST_TOLD])
    return [*told, _MORE] if are_more or len(lines) > len(told) else told


class Faults:
    """Gathers what is wrong with files, so that who mends them is told all of it at once."""

    def __init__(self) -> None:
        self._lines: dict[str, None] = {}
        """Each fault once: one above the rules is found again for each rule."""

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keeps the faults of a ``FileError`` in the block and goes on after it."""
        try:
            yield
        except FileError as error:
            self.add(error)

    def add(self, error: FileError) -> None:
        """Keep the faults of an error."""
        self._lines |= dict.fromkeys(error.faults)

    def check(self) -> None:
        """Raise a ``FileError`` with all that has been gathered, if there is anything."""
        if self._lines:
            raise FileError(*first_of(list(self._lines)))


def reason(error: OSError) -> str:
    """The operating system's reason in Swedish, or as the system tells it where we have none."""
    if _lacks_folder(error):
        return "mappen finns inte"
    for known in (error.errno, type(error)):
        if known in _REASONS:
            return _REASONS[known]
    return error.strerror or str(error)


def why_no_folder(path: Path, then: str = "") -> str:
    """Why a path leads to no folder: it leads to a file, or to nothing; ``then`` says what to do about that."""
    return "det är en fil, inte en mapp." if exists(path) else f"mappen finns inte.{then}"


def _lacks_folder(error: OSError) -> bool:
    """Whether a file is missing because the folder is that it should be in."""
    is_missing = error.errno == errno.ENOENT
    name = error.filename
    if not is_missing or not isinstance(name, str):
        return False
    return not exists(Path(name).parent)


_REASONS: dict[int | type | None, str] = {
    FileNotFoundError: "den finns inte",
    PermissionError: "du har inte rätt att läsa eller skriva den",
    FileExistsError: "det finns redan en fil som heter så",
    IsADirectoryError: "det är en mapp",
    NotADirectoryError: "en del av sökvägen är ingen mapp",
    BrokenPipeError: "programmet som läser har slutat",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EIO: "disken eller nätet svarar inte",
}
"""By the error's number, or else its type."""
