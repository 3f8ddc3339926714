"""LibreOffice Writer's remote grammar checker, with Swedish as the paragraph's language."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.server.conftest import Server

PYTHON = "/usr/bin/python3"
"""Debian's, which is the one that has ``uno``."""
SCRIPT = Path(__file__).with_name("writer.py")
MARKED = {
    "Hej 😀! Vi har ej svarat. Du har erhållit brevet.": [[15, 2, ["inte"]], [33, 8, ["fått"]]],
    "Rene\u0301 har ej svarat.": [[10, 2, ["inte"]]],
    "Vi & du + 100 % har ej svarat.": [[20, 2, ["inte"]]],
    "Det är bra.": [],
}


def _has_uno() -> bool:
    try:
        return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not (shutil.which("soffice") and _has_uno()), reason="LibreOffice or its uno is not installed")
def test_writer_marks_the_words_and_offers_others(server: Server, tmp_path: Path) -> None:
    command = [PYTHON, str(SCRIPT), "soffice", str(tmp_path / "profile"), f"{server.url}/v2", *MARKED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    assert dict(zip(MARKED, json.loads(done.stdout), strict=True)) == MARKED
