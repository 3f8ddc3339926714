"""What sections on god man say is said to the god man as of her huvudman."""

from __future__ import annotations

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker

LETTER = """Norrlida kommun

Eva Berg
Tallgatan 2
512 95 Norrlida

{said} Arvodet för båten beslutas enligt 12 kap. 16 § föräldrabalken."""


@pytest.mark.parametrize(
    ("said", "payer"),
    [("Som god man ska du svara i maj.", "Huvudmannen betalar den"), ("Du ska svara i maj.", "Du betalar den")],
)
def test_who_pays_is_named_as_its_reader_would(said: str, payer: str) -> None:
    report = Checker().check(parse(LETTER.format(said=said)).letter)
    (told,) = [each.message for each in report.findings if each.rule == "lagrum.oförklarat"]
    assert payer in told
