"""Sentences that stand twice."""

from __future__ import annotations

import pytest

from klarsprak.letter import Block, Letter
from klarsprak.prose.repeated import find_repeated

SAID = "Elsa har fått plats i simskolan i höst."


@pytest.mark.parametrize(
    ("text", "again"),
    [
        (f"{SAID} {SAID}", [SAID]),
        (f"Läs mer på www.ekvalla.example/sim. {SAID} {SAID}", [SAID]),
        (f"Välkommen!) {SAID} {SAID}", [SAID]),
        (f"{SAID} {SAID[:-1]}", []),
        (f"{SAID} Hon börjar i maj. {SAID}", []),
    ],
)
def test_a_sentence_is_told_that_comes_again_at_once(text: str, again: list[str]) -> None:
    letter = Letter("brev.txt", "text", [Block(text)], [])
    assert [text[start:end] for _, start, end in find_repeated(letter)] == again
