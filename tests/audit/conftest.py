from __future__ import annotations

import sys
from pathlib import Path

import pytest

from klarsprak.audit.workers import pool
from tests.audit.support import PACK, save


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of an archive in ``arkiv`` and the configuration beside it: one rule of our own."""
    monkeypatch.chdir(tmp_path)
    if sys.platform == "linux":
        # Workers that are forked have the language model already; those of real commands are started as ever.
        monkeypatch.setattr(pool, "START", "fork")
    save("klarsprak.yml", "rule_packs: prov.yml\nselect: prov\n")
    save("prov.yml", PACK)
