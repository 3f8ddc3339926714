"""Clock times may be written as they are: with *kl.*, *kl* or *klockan*, with a full stop or a colon, as a range.

Only the writing rules have advice on their spaces and dashes.
"""

from __future__ import annotations

import pytest

from klarsprak.checker import Checker
from klarsprak.finding import Category
from klarsprak.letter import Block, Letter


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    "text",
    [
        "Vi kommer på tisdag kl. 9.",
        "Vi ringer dig kl 09:30 på tisdag.",
        "Mötet börjar kl. 9.30 i aulan.",
        "Mötet börjar klockan 9 i aulan.",
        "Vi har öppet måndag till fredag 9.30–11.",
        "Vi har öppet kl. 8-16 på vardagar.",
        "Telefontid kl 10 - 12.",
        "Kom Kl. 13.00 till receptionen.",
        "Kl. 14.30 börjar mötet.",
        "Måndag–torsdag kl. 08.00–16.30.",
        "Vi stänger kl. åtta på kvällen.",
        "Öppettider: måndag kl 9-15, tisdag kl 9-12",
        "kl.13.00 är det fika för alla.",
        "Kl. 9.30",
    ],
)
def test_a_clock_time_is_no_finding(checker: Checker, text: str) -> None:
    report = checker.check(Letter("brev.txt", "text", [Block(text)], []))
    others = (finding for finding in report.findings if finding.category is not Category.SKRIVREGLER)
    assert [finding.rule for finding in others if finding.place] == []


def test_a_short_weekday_before_a_clock_time_is_one(checker: Checker) -> None:
    report = checker.check(Letter("brev.txt", "text", [Block("Vi stänger av vattnet tis kl. 9.30.")], []))
    assert [finding.text for finding in report.findings if finding.place] == ["tis"]
