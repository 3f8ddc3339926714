"""Where klarsprak.yml lies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

FILE_NAME = "klarsprak.yml"


def find_config(start: Path) -> Path | None:
    """The nearest ``klarsprak.yml`` from ``start`` upwards, else the one in the user's configuration folder."""
    # A folder that may not be entered holds nothing for this user; before Python 3.14 ``Path.is_file`` raises there.
    return next(filter(os.path.isfile, _candidates(start.resolve())), None)


def _candidates(folder: Path) -> Iterator[Path]:
    """Where the file may lie, the nearest place first."""
    for parent in (folder, *folder.parents):
        yield parent / FILE_NAME
    yield user_folder() / FILE_NAME


def user_folder() -> Path:
    """Where the user's own configuration lies on this system; on Windows it follows the user between computers."""
    from platformdirs import user_config_path  # not needed where a letter's own folder has the file

    return user_config_path("klarsprak", appauthor=False, roaming=True)
