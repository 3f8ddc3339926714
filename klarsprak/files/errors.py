"""Files that can't be used, and why, in Swedish."""

from __future__ import annotations

import errno
from pathlib import Path


class FileError(Exception):
    """A file that can't be used; the text is one line in Swedish with file, line and column where they are known."""


def reason(error: OSError) -> str:
    """The operating system's reason in Swedish."""
    missing = error.errno == errno.ENOENT and isinstance(error.filename, str)
    if missing and not Path(error.filename).parent.exists():
        return "mappen finns inte"
    return _REASONS.get(error.errno) or _REASONS.get(type(error)) or error.strerror or str(error)


_REASONS: dict[int | type | None, str] = {
    FileNotFoundError: "den finns inte",
    PermissionError: "du har inte rätt att läsa eller skriva den",
    IsADirectoryError: "det är en mapp",
    NotADirectoryError: "en del av sökvägen är ingen mapp",
    BrokenPipeError: "programmet som läser har slutat",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EIO: "disken eller nätet svarar inte",
}
