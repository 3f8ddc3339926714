"""What other tools read of the project says what the program does: each list of formats is that of the readers."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from klarsprak.readers import SUFFIXES
from klarsprak.server import addin, page

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_the_pre_commit_hook_takes_every_format(suffix: str) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert re.search(hook["files"], f"brev{suffix}")
    assert re.search(hook["files"], f"BREV{suffix.upper()}")
    assert not re.search(hook["files"], "bild.png")


@pytest.mark.parametrize("file", ["launch.js", "js/mail.js"])
@pytest.mark.parametrize("suffix", sorted({*SUFFIXES, ".zip"}))
def test_outlook_sends_attached_letters_of_every_format(file: str, suffix: str) -> None:
    script = (files(addin) / "static/outlook" / file).read_text(encoding="utf-8")
    (expression,) = re.findall(r"LETTER = /(.+)/i;", script)
    assert re.search(expression, f"brev{suffix}")
    assert not re.search(expression, "bild.png")


def test_the_page_opens_every_format() -> None:
    html = (files(page) / "static/index.html").read_text(encoding="utf-8")
    (accepted,) = re.findall(r'<input type="file" [^>]*accept="([^"]+)"', html)
    assert set(accepted.split(",")) == SUFFIXES
