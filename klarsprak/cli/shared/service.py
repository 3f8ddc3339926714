"""What commands that start a server have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from klarsprak.cli.shared.errors import UsageError, say

if TYPE_CHECKING:
    from klarsprak.config.model import Config

Settings = TypeVar("Settings")


class Chosen(NamedTuple):
    """The organisation's choices, and the file that they stand in, if there is one."""

    path: Path | None
    config: Config


def nearest_config(given: Path | None) -> Chosen:
    """Those of the file that is named, or of the nearest; raises ``FileError`` for a file that can't be used."""
    from klarsprak.config.location import find_config
    from klarsprak.config.model import Config, load_config

    path = given or find_config(Path.cwd())
    return Chosen(path, load_config(path) if path else Config())


def serve_until_stopped(run: Callable[[Settings, Callable[[str], None]], None], settings: Settings) -> int:
    """The exit code; raises ``UsageError`` where the server can't start."""
    from klarsprak.listening import StartError

    try:
        run(settings, say)
    except StartError as error:
        raise UsageError(str(error)) from None
    return 0
