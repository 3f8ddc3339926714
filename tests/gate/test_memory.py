"""A letter that takes more memory than a check may have is held as not checked, and harms no other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from klarsprak.gate import examine
from klarsprak.processes import MEMORY_LIMIT


def test_a_letter_that_takes_too_much_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def starving(*_: Any) -> Any:
        raise MemoryError

    examiner = examine.Examiner(None, tmp_path)
    monkeypatch.setattr(examine.readers, "read_stream", starving)
    examined = examiner.examine(b"Hej!", "brev.txt")
    assert (examined.verdict.passes, examined.fault) == (False, "")
    assert examined.reports[0].error == examine.TOO_LARGE


def test_how_much_a_check_may_have_is_the_organisations_choice(tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text("gränser: {minne: 1500}\n", encoding="utf-8")
    assert examine.Examiner(None, tmp_path).memory == 1500 * 2**20
    (tmp_path / "klarsprak.yml").write_text("organisation: {name: Ekvalla}\n", encoding="utf-8")
    assert examine.Examiner(None, tmp_path).memory == MEMORY_LIMIT


_EACH = """
import resource, sys
from functools import partial
from pathlib import Path
from klarsprak.audit.run import prepared
from klarsprak.audit.version import Rules
from klarsprak.gate.mail import check
from klarsprak.gate.mail.terms import Terms
from klarsprak.gate.smtp import judging
from klarsprak.pool import serving

path = Path(sys.argv[1])
done = {
    "audit": lambda: prepared(path, False, Rules.load(path).version(False)),
    "server": lambda: serving.prepare(path),
    "mail": lambda: check._decision(b"Subject: Hej\\n\\nHej!\\n", Terms(path), False),
    "smtp": lambda: judging.prepare(path),
}
for name, do in done.items():
    resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    do()
    with open(sys.argv[2], "a") as out:
        print(name, resource.getrlimit(resource.RLIMIT_DATA)[0] // 2**20, file=out)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets us limit what a process holds")
def test_each_process_that_checks_letters_of_others_has_that_limit_and_works_within_it(tmp_path: Path) -> None:
    config, said = tmp_path / "klarsprak.yml", tmp_path / "said"
    config.write_text("gränser: {minne: 500}\n", encoding="utf-8")
    subprocess.run([sys.executable, "-c", _EACH, config, said], env=os.environ, check=True, timeout=120)
    assert said.read_text().splitlines() == ["audit 500", "server 500", "mail 500", "smtp 500"]
