"""Whether a letter tells elsewhere how to reach somebody that its sentences name."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.reached import is_reached_elsewhere, signs_by_name
from klarsprak.signature import find

LETTER = """Har du inget bankid, kontakta {}.
Varmt välkommen!
{}
"""


def found(asked: str, end: str) -> tuple[bool, bool]:
    letter = parse(LETTER.format(asked, end)).letter
    analysis = analyse_letter(letter, Need.FORMS, lambda: find(letter))
    block = analysis.blocks[0]
    last = len(block.words) - 1
    words = WordsAt(block, last - 1, last)
    return is_reached_elsewhere(words, analysis), signs_by_name(words, analysis)


@pytest.mark.parametrize(
    ("asked", "end", "reached"),
    [
        ("expeditionen", "Seglarskolans expedition\nTel. 0980-319 245", True),
        ("expeditionen", "Skolexpeditionen, 0980-319 245", True),
        ("expedition", "Expeditionen nås på hamn@ekvalla.example", True),
        ("expeditionen", "Hamnkontoret\nTel. 0980-319 245", False),
        ("expeditionen", "Seglarskolans expedition\nBox 34", False),
        ("skolan", "Förskolan\nTel. 0980-319 245", False),
    ],
)
def test_somebody_is_reached_by_the_number_beside_the_name(asked: str, end: str, reached: bool) -> None:
    assert found(asked, end)[0] is reached


def test_whoever_signs_is_known_by_the_title() -> None:
    assert found("rektor", "Med vänlig hälsning\nAnna Ek\nRektor") == (False, True)
    assert found("mentor", "Med vänlig hälsning\nAnna Ek\nRektor") == (False, False)
