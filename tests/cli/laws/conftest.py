from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No register or configuration of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "HOME",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA",
        "WIN_PD_OVERRIDE_APPDATA",
    ):
        monkeypatch.setenv(name, str(tmp_path / "hem"))
