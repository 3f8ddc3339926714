"""Where the user's own files lie: the same folders on every system as they have always been."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from klarsprak.config.location import user_folder
from klarsprak.laws.imported import user_register

KNOWN_FOLDERS = {
    "CSIDL_APPDATA": r"C:\Users\kim\AppData\Roaming",
    "CSIDL_LOCAL_APPDATA": r"C:\Users\kim\AppData\Local",
}


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/hem/kim")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_choices_and_register_lie_on_linux_where_its_standard_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", Unix)
    assert user_folder() == Path("/hem/kim/.config/klarsprak")
    assert user_register() == Path("/hem/kim/.local/share/klarsprak/lagregister.tsv.gz")


def test_the_user_may_say_on_linux_where_choices_and_register_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", Unix)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/hem/kim/val")
    monkeypatch.setenv("XDG_DATA_HOME", "/hem/kim/data")
    assert user_folder() == Path("/hem/kim/val/klarsprak")
    assert user_register() == Path("/hem/kim/data/klarsprak/lagregister.tsv.gz")


def test_choices_and_register_lie_on_a_mac_with_those_of_other_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", MacOS)
    assert user_folder() == Path("/hem/kim/Library/Application Support/klarsprak")
    assert user_register() == Path("/hem/kim/Library/Application Support/klarsprak/lagregister.tsv.gz")


def test_choices_follow_the_user_on_windows_and_the_register_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", Windows)
    monkeypatch.setattr("platformdirs.windows.get_win_folder", KNOWN_FOLDERS.__getitem__)
    assert PureWindowsPath(user_folder()) == PureWindowsPath(r"C:\Users\kim\AppData\Roaming\klarsprak")
    assert PureWindowsPath(user_register()) == PureWindowsPath(
        r"C:\Users\kim\AppData\Local\klarsprak\lagregister.tsv.gz"
    )
