"""The verb for what a noun names."""

from __future__ import annotations

import pytest

from klarsprak.language.plain_verbs import verb_for
from tests.language.grammar.test_active import words_of


@pytest.mark.parametrize(
    ("text", "found", "verb"),
    [
        ("Tömning av brunnen sker i maj.", "sker", "verbet ”tömma”"),
        ("I maj ska uppföljning ske.", "ska uppföljning ske", "verbet ”följa upp”"),
        ("En utredning görs i maj.", "görs", "verbet ”utreda”"),
        ("Hembesök genomfördes i maj.", "genomfördes", "verbet ”besöka”"),
        ("Urvalet görs genom lottning.", "görs", "verbet ”välja”"),
        ("Antagning av seglare pågår löpande till maj.", "pågår", "verbet ”anta”"),
        ("Reservation av båtplatser sker löpande.", "sker", "ett verb"),
        ("Skadebeskrivning görs i hamnen.", "görs", "verbet ”beskriva”"),
        ("Skattesubvention görs genom återbetalning.", "görs", "ett verb"),
        ("Flytten från gamla placeringen görs i maj.", "görs", "verbet ”flytta”"),
        ("För ett fungerande ledljus görs bedömningen av hamnvakten.", "görs", "verbet ”bedöma”"),
        ("För ett lysande rep görs en kontroll.", "görs", "verbet ”kontrollera”"),
        ("Efter en passprövning hos oss sker utlämnande.", "sker utlämnande", "verbet ”lämna ut”"),
        ("Uppdelning av in- och utbetalningar sker i maj.", "sker", "ett verb"),
        ("Upphandlingen genomfördes i maj.", "genomfördes", "ett verb"),
        ("Vi fick en anmälan om att grävarbeten utförts.", "utförts", "ett verb"),
        ("Regattan ska äga rum i maj.", "ska äga", "ett verb"),
        ("Då det finns en fungerande brygga görs bedömningen att båten ligger bra.", "görs", "verbet ”bedöma”"),
    ],
)
def test_the_noun_that_is_done_has_a_verb(text: str, found: str, verb: str) -> None:
    assert verb_for(words_of(text, found)) == verb
