from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.support import PACK, save


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of an archive in ``arkiv`` and the configuration beside it: one rule of our own."""
    monkeypatch.chdir(tmp_path)
    save("klarsprak.yml", "rule_packs: prov.yml\nselect: prov\n")
    save("prov.yml", PACK)
