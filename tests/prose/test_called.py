"""The form of the pronoun that can stand for words that call the reader something else."""

from __future__ import annotations

import pytest

from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block
from klarsprak.prose.called import SEVERAL_READERS, called, said_to_reader
from tests.support import words_in


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


@pytest.mark.parametrize(
    ("letter", "explanation", "said"),
    [
        (
            "Ni har sökt en [båtplats].",
            "Det är det som du betalar för din båt.",
            "Det är det som ni betalar för er båt.",
        ),
        (
            "Du har sökt en [båtplats].",
            "Det är det som du betalar för din båt.",
            "Det är det som du betalar för din båt.",
        ),
        ("Ni har sökt en [båtplats].", "Du får ett svar.", "Ni får ett svar."),
        ("Ni har sökt en [båtplats].", "Det är det du får när du är sjuk.", "Det är det du får när du är sjuk."),
        ("Ni har sökt en [båtplats].", "Det är när du bor ensam.", "Det är när du bor ensam."),
    ],
)
def test_an_explanation_calls_the_reader_as_the_letter_does(letter: str, explanation: str, said: str) -> None:
    assert said_to_reader(explanation, words_in(letter)[1]) == said
