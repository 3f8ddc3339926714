"""Names of animals and plants, of which no word has a plainer one."""

from __future__ import annotations

import pytest

from klarsprak.prose.species import is_of_species
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "is_species"),
    [
        ("En [vitkindad] gås har setts vid bryggan.", True),
        ("Två [rödstrupiga] lommar har setts vid bryggan.", True),
        ("Vi vill jaga 40 [vitkindade] gäss på holmen.", True),
        ("Gåsen vid bryggan är [vitkindad].", False),
        ("En [grånad] gås har setts vid bryggan.", False),
    ],
)
def test_how_an_animal_looks_is_part_of_its_name(text: str, is_species: bool) -> None:
    words, _ = words_in(text)
    assert is_of_species(words) is is_species
