"""A letter that takes more memory than a check may have is held as not checked, and harms no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from klarsprak.gate import examine


def test_a_letter_that_takes_too_much_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def starving(*_: Any) -> Any:
        raise MemoryError

    examiner = examine.Examiner(None, tmp_path)
    monkeypatch.setattr(examine.readers, "read_stream", starving)
    examined = examiner.examine(b"Hej!", "brev.txt")
    assert (examined.verdict.passes, examined.fault) == (False, "")
    assert examined.reports[0].error == examine.TOO_LARGE
