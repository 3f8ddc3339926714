"""A program that lies among the letters is never taken for LibreOffice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from klarsprak.readers import office


def test_a_program_in_the_current_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = tmp_path / "soffice"
    planted.write_text("#!/bin/sh\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: str(planted))  # as Windows looks there first
    assert office.find_libreoffice() is None
