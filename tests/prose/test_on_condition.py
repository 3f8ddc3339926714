"""Which sentences say what happens only if something else does."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.on_condition import is_on_condition
from klarsprak.signature import SignatureBlock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Är båten längre får du inte ligga här.", True),
        ("Säger du nej går platsen till någon annan.", True),
        ("Om boden är låst debiteras ägaren 900 kronor.", True),
        ("Sker inte detta sägs avtalet om bryggan upp.", True),
        ("Efterkoms ej kravet rivs bryggan.", True),
        ("Annars avslår hamnen ansökan.", True),
        ("I annat fall sägs avtalet upp.", True),
        ("Vid utebliven betalning sägs platsen upp.", True),
        ("Vid mötet den 3 mars sade hamnen upp platsen.", False),
        ("I maj sägs avtalet om bryggan upp.", False),
        ("Hamnen säger upp platsen.", False),
        ("Därför inte heller denna gång.", False),
    ],
)
def test_what_happens_only_if_something_else_does(text: str, expected: bool) -> None:
    block = analyse_letter(parse(text).letter, Need.FORMS, SignatureBlock).blocks[0]
    last = len(block.words) - 1
    assert is_on_condition(WordsAt(block, last - 1, last)) is expected
