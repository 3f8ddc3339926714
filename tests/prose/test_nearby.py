"""The sentences around some words."""

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.nearby import sentences_nearby
from klarsprak.signature import SignatureBlock


@pytest.mark.parametrize(
    ("letter", "nearby"),
    [
        ("Ett. Två. Nu. Tre. Fyra. Fem.", ["Två.", "Nu.", "Tre.", "Fyra."]),
        ("Ett.\nNu.\nTvå.", ["Nu."]),
        ("# Nu\nEtt. Två. Tre. Fyra.\nFem.", ["Nu", "Ett.", "Två.", "Tre.", "Fyra."]),
        ("Ett. Två:\n- Tre.\n- Nu.\n- Fyra.\nFem.", ["Två:", "Tre.", "Nu.", "Fyra."]),
        ("Ett. Nu:\n- Två.\n- Tre.\nFyra.", ["Ett.", "Nu:", "Två.", "Tre."]),
        ("# Ett\nNu.\n# Två", ["Nu."]),
    ],
)
def test_what_belongs_to_the_words_is_the_paragraph_the_heading_and_the_list(letter: str, nearby: list[str]) -> None:
    analysis = analyse_letter(parse(letter).letter, Need.FORMS, SignatureBlock)
    block, token = analysis.places["nu"][0]
    found = sentences_nearby(WordsAt(block, token, token + 1), analysis)
    assert [each.text[slice(*sentence.characters)] for each, sentence in found] == nearby
