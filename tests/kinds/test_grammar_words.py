"""Checks of words: compounds in two words, *de* and *dem*, and capitals."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.checks import CheckName
from tests.kinds.test_grammar import found


@pytest.mark.parametrize(
    ("name", "text", "wrong", "right"),
    [
        ("strengthened", "Det är jätte viktigt att du svarar.", "jätte viktigt", "jätteviktigt"),
        ("split_nouns", "Alla barn får en egen kontakt person.", "kontakt person", "kontaktperson"),
        ("split_bound", "Vi bjuder in till informations möte.", "informations möte", "informationsmöte"),
        ("split_by_gender", "Vi har ett kontakt möte i maj.", "kontakt möte", "kontaktmöte"),
        ("split_by_gender", "Vi har ett information möte i maj.", "information möte", "informationsmöte"),
        ("them", "Grannarna säger att dem har hört buller.", "dem", "de"),
        ("they", "Vi har talat med de.", "de", "dem"),
        ("mid_capital", "Skicka in ritningen, Så kan vi besluta.", "Så", "så"),
        ("small_first", "det finns en blankett på webbplatsen.", "det", "Det"),
        ("small_first", "därför behöver vi ett svar av dig.", "därför", "Därför"),
    ],
)
def test_wrong_words_are_found(name: CheckName, text: str, wrong: str, right: str) -> None:
    assert found(name, text) == [(wrong, (right,))]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("strengthened", "Sagan handlar om en jätte och ett troll."),
        ("split_nouns", "En del ämnen har du kvar, och du får vård dygnet runt."),
        ("split_bound", "Det står i en förenings stadgar."),
        ("split_by_gender", "Ett par skor och en liter mjölk."),
        ("them", "Dem har vi skickat brevet till."),
        ("they", "Skicka brevet till de som har svarat."),
        ("mid_capital", "Ring oss. När du ringer behöver du numret."),
        ("mid_capital", "Enligt 2 mom. Om det brinner."),
        ("small_first", "vi har fått din ansökan."),
        ("small_first", "de som bor i huset."),
    ],
)
def test_what_looks_like_wrong_words_is_left(name: CheckName, text: str) -> None:
    assert found(name, text) == []
