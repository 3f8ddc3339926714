"""What commands that start a server have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from klarsprak.cli.shared.errors import UsageError, say

Settings = TypeVar("Settings")


def nearest_config(given: Path | None) -> Path | None:
    """The organisation's choices, those named or the nearest; raises ``FileError`` for a file that can't be used."""
    from klarsprak.config.location import find_config
    from klarsprak.config.model import load_config

    path = given or find_config(Path.cwd())
    if path is not None:
        load_config(path)
    return path


def serve_until_stopped(run: Callable[[Settings, Callable[[str], None]], None], settings: Settings) -> int:
    """The exit code; raises ``UsageError`` where the server can't start."""
    from klarsprak.listening import StartError

    try:
        run(settings, say)
    except StartError as error:
        raise UsageError(str(error)) from None
    return 0
