"""The form of the pronoun that can stand for words that call the reader something else."""

from __future__ import annotations

import pytest

from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block
from klarsprak.prose.called import SEVERAL_READERS, called


@pytest.mark.parametrize(
    ("text", "found", "pronoun"),
    [
        ("Det frågas om bolaget uppfyller kravet.", "bolaget", "ni"),
        ("Vi frågar om bolaget.", "bolaget", "er"),
        ("Avgiften tas ut av bolaget.", "bolaget", "er"),
        ("Bolaget uppfyller kravet.", "Bolaget", "ni"),
        ("I maj jämförs hushållets inkomst med taxan.", "hushållets inkomst", "er inkomst"),
        ("Vi behöver hushållets inkomster.", "hushållets inkomster", "era inkomster"),
        ("Vi behöver hushållets inkomster.", "hushållets", "era"),
        ("Tobias har ansökt om en båtplats.", "Tobias", "ni"),
        ("Tobias båt ligger vid bryggan.", "Tobias", "er"),
    ],
)
def test_the_pronoun_has_the_form_that_its_place_asks_for(text: str, found: str, pronoun: str) -> None:
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    start = text.index(found)
    words = WordsAt.covering(AnalysedBlock(0, Block(text), AnalysedText(tokens)), start, start + len(found))
    assert called(words, SEVERAL_READERS) == pronoun
