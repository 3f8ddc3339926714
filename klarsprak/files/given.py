"""What a program hands in to the library: of another kind than is meant, it is told at once, in one line."""

from __future__ import annotations

import os
from pathlib import Path


def as_path(given: object, name: str) -> Path:
    """The path; raises ``TypeError`` with the name of the argument for what is none."""
    if isinstance(given, str | os.PathLike):
        path = os.fspath(given)
        if isinstance(path, str):
            return Path(path)
    raise wrong(given, f"{name} ska vara en sökväg (str eller pathlib.Path)")


def wrong(given: object, wanted: str, instead: str = "") -> TypeError:
    """*text ska vara en sträng (str), inte None.*, and what to do ``instead``."""
    kind = "None" if given is None else type(given).__name__
    return TypeError(f"{wanted}, inte {kind}. {instead}".rstrip())
