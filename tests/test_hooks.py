"""What other tools read of the project says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from klarsprak.readers import SUFFIXES

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_the_pre_commit_hook_takes_every_format(suffix: str) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert re.search(hook["files"], f"brev{suffix}")
    assert re.search(hook["files"], f"BREV{suffix.upper()}")
    assert not re.search(hook["files"], "bild.png")
