"""Whether the letter's reader stands for somebody else."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.prose.reads_for import reads_for_another
from klarsprak.signature import SignatureBlock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Till vårdnadshavare för Elton Berg\nNi har sökt en båtplats.", True),
        ("Anhöriga till Anna Ek\nVi tar hand om båten.", True),
        ("Du är förordnad som god man för Maria Ek. Räkna upp hennes båtar.", True),
        ("Som vårdnadshavare får du följa med ut.", True),
        ("Er dotter Alva har fått en plats i båten.", True),
        ("Du redovisar din huvudmans båt i mars.", True),
        ("Överförmyndaren saknar er årsräkning för huvudmannen Bo Ek. Ditt arvode räknas ut sedan.", True),
        ("Du har sökt en båtplats. Vårdnadshavare får följa med.", False),
        ("Du har genom din dotter Ingela hyrt en båt.", False),
        ("Din båt ligger bra. Gode mannen betalar.", False),
    ],
)
def test_a_reader_stands_for_another(text: str, expected: bool) -> None:
    analysis = analyse_letter(parse(text).letter, Need.FORMS, SignatureBlock)
    assert reads_for_another(analysis) is expected
