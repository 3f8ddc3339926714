"""Where klarsprak.yml lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE_NAME = "klarsprak.yml"


def find_config(start: Path) -> Path | None:
    """The nearest ``klarsprak.yml`` from ``start`` upwards, else the one in the user's configuration folder."""
    folder = start.resolve()
    candidates = [parent / FILE_NAME for parent in (folder, *folder.parents)]
    # A folder that may not be entered holds nothing for this user; before Python 3.14 ``Path.is_file`` raises there.
    return next((path for path in [*candidates, user_folder() / FILE_NAME] if os.path.isfile(path)), None)  # noqa: PTH113


def user_folder() -> Path:
    """Where the user's own configuration lies on this system."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or str(Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "klarsprak"
