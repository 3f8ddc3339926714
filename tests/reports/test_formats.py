"""What holds for every format."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from klarsprak.finding import Report
from klarsprak.reports import FORMATS, writer
from tests.support import WORDS, check, rules


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_finding_is_in_every_format(name: str, tmp_path: Path) -> None:
    out = io.StringIO()
    writer(name)(iter([check(rules(tmp_path, WORDS), "Du har erhållit pengarna.")]), out)
    assert "prov.erhålla" in out.getvalue()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"console"}))
def test_a_letter_that_could_not_be_read_is_in_every_format(name: str) -> None:
    # On a terminal the command says so itself, on standard error.
    out = io.StringIO()
    writer(name)(iter([Report("trasigt.docx", "docx", error="Filen är trasig.")]), out)
    assert "trasigt.docx" in out.getvalue()
    assert "Filen är trasig." in out.getvalue()
