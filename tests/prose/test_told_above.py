"""Whether the line above a list, or the heading above a paragraph, says who does what is asked for."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.told_above import is_told_above
from klarsprak.signature import SignatureBlock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Så här behöver du klippa\n- Grenarna ska hållas innanför staketet.", True),
        ("Före seglingen ska ni göra det här:\n- Linorna är bytta.\n- Grenarna ska hållas borta.", True),
        ("Hamnkontoret förelägger klubben att göra det här:\n- Leden ska hållas fri.", True),
        ("Vi ber er om det här:\n- Leden ska hållas fri.", True),
        ("Vi lagar bryggan. Då behöver vi följande från er:\n- Leden ska hållas fri.", True),
        ("Då behöver vi en pump från varvet:\n- Leden ska hållas fri.", False),
        ("## Om hamnen\n- Leden ska hållas fri.", False),
        ("Så här behöver du klippa.\nLeden ska hållas fri.", False),
        ("# Det här behöver du göra\nLeden ska hållas fri.", True),
        ("# Det här behöver du göra\nFöljande gäller:\n- Leden ska hållas fri.", True),
        ("# Det här behöver du göra\nRing oss.\n# Om hamnen\nLeden ska hållas fri.", False),
        ("# Du måste klippa: leden ska hållas fri", False),
        ("# Vi håller leden fri\nLeden ska hållas fri i sommar.", True),
        ("# Vi lagar bryggan\nLeden ska hållas fri i sommar.", False),
    ],
)
def test_the_line_above_a_list_may_say_who_is_to_do_it(text: str, expected: bool) -> None:
    analysis = analyse_letter(parse(text).letter, Need.MORPHOLOGY, SignatureBlock)
    (block, token) = analysis.places["ska" if "ska hållas" in text else "hållas"][-1]
    assert is_told_above(WordsAt(block, token, token + 2), analysis) is expected
