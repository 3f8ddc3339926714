"""Names beside which a letter says what they are of."""

from __future__ import annotations

import pytest

from klarsprak.prose.kind_of_name import says_kind_of_name
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Fyll i tiderna i appen Bryggan.\n\nVi svarar i [Bryggan] i maj.", True),
        ("Vi svarar i [Bryggan] i maj. Bryggan är en app.", True),
        ("Vår nya app heter Bryggan. Vi svarar i [Bryggan] i maj.", True),
        ("Vi har lärplattformen ”Bryggan”. Vi svarar i [Bryggan] i maj.", True),
        ("I Bryggan-appen finns bilder. Vi svarar i [Bryggan] i maj.", True),
        ("Bryggan visar tider. Vi svarar i [Bryggan] i maj.", False),
        ("I appen Bryggans finns bilder. Vi svarar i [Bryggan] i maj.", False),
    ],
)
def test_a_name_is_told_by_the_word_beside_it(text: str, is_told: bool) -> None:
    words, analysis = words_in(text)
    assert says_kind_of_name(words, analysis) is is_told
