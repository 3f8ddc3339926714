"""The library's face."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import klarsprak


def test_a_letter_is_read_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Hej [Namn]. Du får färdtjänst.", encoding="utf-8")
    (letter,) = klarsprak.read(path)
    assert isinstance(letter, klarsprak.Letter)
    report = klarsprak.Checker().check(letter)
    assert "mallrest.hakparentes" in [finding.rule for finding in report.findings]


def test_the_librarys_import_is_light() -> None:
    code = "import klarsprak, sys; print('spacy' in sys.modules, klarsprak.__version__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == f"False {klarsprak.__version__}\n"
