"""Node and the packages of ``package.json``, for tests that are skipped where they aren't installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("KLARSPRAK_NODE_MODULES", Path(__file__).parent / "node_modules"))
"""Where npm has put them; a machine may have them in one place for several copies of this project."""


def package(name: str) -> Path:
    """A package's folder; the test is skipped without it."""
    if shutil.which("node") is None or not (FOLDER / name).is_dir():
        pytest.skip(f"{name} is not installed: make test does that where npm is there")
    return FOLDER / name


def node(arguments: list[str], *, needs: str) -> str:
    """What node prints; the test is skipped without node or the package."""
    package(needs)
    done = subprocess.run(
        ["node", *arguments],
        env={**os.environ, "NODE_PATH": str(FOLDER)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
