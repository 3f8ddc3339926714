"""Nothing that is installed with the program is under a licence that asks the same of all that it is shipped with."""

from __future__ import annotations

import re

import pytest

from tools import licences
from tools.licences import Package


def test_no_package_of_the_program_or_its_extras_is_under_gpl_or_agpl_or_under_none() -> None:
    assert licences.faults() == []
    assert len(licences.needed()) > 20


@pytest.mark.parametrize(
    ("licence", "asks"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("GNU Affero General Public License v3", True),
        ("GNU General Public License v2 (GPLv2)", True),
        ("LGPL-3.0-or-later", False),
        ("GNU Lesser General Public License v3 or later", False),
        ("GPL-2.0 OR MIT", False),
        ("MPL-2.0 AND MIT", False),
        ("MIT", False),
    ],
)
def test_which_licences_ask_too_much(licence: str, asks: bool) -> None:
    assert Package("paket", licence).is_copyleft is asks


def test_a_package_that_is_under_gpl_or_under_no_licence_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {"a": Package("a", "GPL-3.0-only"), "b": Package("b", "")}
    monkeypatch.setattr(licences, "needed", lambda *_: found)
    assert licences.faults() == [
        "a: GPL-3.0-only asks the same of what it is shipped with",
        "b: no licence is named",
    ]


def test_the_handbooks_page_tells_what_is_installed() -> None:
    assert _roughly(licences.PAGE.read_text(encoding="utf-8")) == _roughly(licences.page())


def _roughly(page: str) -> str:
    """The page as it is for a Python that gets other versions of a package, of which one names its BSD exactly."""
    return re.sub(r"\bBSD-[23]-Clause\b", "BSD", page)
