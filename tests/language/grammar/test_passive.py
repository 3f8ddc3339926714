"""The s-passive: whose doer nobody asks for, who decides, and what is said once for two."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.paired import paired_with
from klarsprak.language.grammar.passive import dates_a_day, has_agent, lacks_auxiliary, tells_of_court
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skriv inom tre veckor från den dag beslutet [meddelades].", True),
        ("Tiden börjar den dag som brevet [skickades].", True),
        ("Tiden räknas från det att beslutet har [skickats] till dig.", True),
        ("Lovet faller tre år efter att det har [beviljats].", True),
        ("Det räknas från den tidpunkt då avgiften [debiterades].", True),
        ("Ange datum när anmälan [registrerades].", True),
        ("I dag [skickades] ett brev till din granne.", False),
        ("Varje dag [kontrolleras] vattnet.", False),
        ("Den dagen ska avgiften [betalas].", False),
        ("Avgiften [betalas] den dag du får fakturan.", False),
        ("Ansökan [avslås].", False),
        ("Vi vet att ansökan [registrerades] i mars.", False),
    ],
)
def test_a_verb_that_only_dates_a_day(text: str, expected: bool) -> None:
    assert dates_a_day(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Om prövningstillstånd inte [meddelas] står beslutet fast.", True),
        ("Förvaltningsrättens beslut [upphävs].", True),
        ("Domstolen säger när dom [meddelas].", True),
        ("Beslutet [meddelas] i maj. Du kan skriva till förvaltningsrätten.", False),
        ("Du har rätt att få veta när beslutet [meddelas].", False),
    ],
)
def test_a_sentence_about_a_court(text: str, expected: bool) -> None:
    assert tells_of_court(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ansökan ska skickas eller [lämnas] till oss.", "skickas"),
        ("Ansökan ska lämnas in eller [skickas] till oss.", "lämnas"),
        ("Platsen ska godkännas eller [avvisas] av dig.", "godkännas"),
        ("Nyckeln kan lämnas i lådan vid kajen eller [skickas] med båten.", "lämnas"),
        ("Nyckeln kan lämnas om båten är lagad eller [skickas] med båten.", None),
        ("Nyckeln lämnas i lådan vid kajen och [skickas] med båten.", None),
        ("Ansökan avslås och pengarna [betalas] inte ut.", None),
        ("Du söker platsen och [placeras] i kön.", None),
        ("Ansökan [avslås].", None),
    ],
)
def test_two_passives_with_one_doer(text: str, first: str | None) -> None:
    words = words_in(text)[0]
    token = paired_with(words)
    assert (words.block.words[token] if token >= 0 else None) == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bidraget har [utbetalats] från FK.", True),
        ("Räkningen [skickas] då från ekonomi.", True),
        ("Räkningen [skickas] då från och med maj.", False),
        ("Stödet har [betalats] ut från båtklubben.", True),
        ("Pengarna [skickades] från kontot.", False),
        ("Nyckeln har [hämtats] från hamnkontoret.", False),
    ],
)
def test_who_gives_is_who_does_it(text: str, expected: bool) -> None:
    assert has_agent(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rodret är löst, vilket av hamnkontoret [bedömts] vara farligt.", True),
        ("Vi ser att bryggan av SMHI [bedömts] vara farlig.", True),
        ("Ägaren av Skutan [kallas] till mötet.", False),
        ("Bryggor som av er [anges] vara hela räknas inte.", True),
        ("Vi ser att delar av skolan [bedömts] vara farliga.", False),
        ("Vet du vilken av båtarna som [bedömts] vara farlig?", False),
    ],
)
def test_the_doer_stands_before_the_verb(text: str, expected: bool) -> None:
    assert has_agent(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kajen har mätts av hamnkontoret i maj, varvid det [konstaterats] att den lutar.", True),
        ("Nämnden har läst planen, vilken [bedömdes] vara för dyr.", True),
        ("Kajen har mätts i maj, varvid det [konstaterats] att den lutar.", False),
        ("Ett brev har kommit från Mona Ek vari [föreslås] att kajen målas.", True),
        ("Ett brev har kommit i maj vari [föreslås] att kajen målas.", False),
        ("Nämnden har fått planen, vilken [upprättats] i maj.", False),
        ("Nämnden läser planen, varvid två kvitton ska [lämnas] in.", False),
    ],
)
def test_the_clause_before_names_who_acts_on(text: str, expected: bool) -> None:
    assert has_agent(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I ert anbud [redovisas] två båtar.", True),
        ("Enligt din anmälan [uppges] kajen luta.", True),
        ("I er ansökan saknades två kvitton och två båtar [mättes].", False),
        ("I anbudet [redovisas] två båtar.", False),
    ],
)
def test_what_the_reader_wrote(text: str, expected: bool) -> None:
    assert has_agent(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi tar ställning till huruvida planen ska [granskas].", True),
        ("Vi undrar huruvida planen ska [granskas].", False),
    ],
)
def test_who_decides_sees_to_it(text: str, expected: bool) -> None:
    assert has_agent(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi ser att bryggan två gånger [målats] om.", True),
        ("Vi ser att bryggan har [målats] om.", False),
        ("Vi ser att bryggan [målas] om.", False),
        ("Tre veckor räknas från det att beslutet [delgivits] dig.", False),
        ("Tre veckor från den dag då beslutet [delgivits] dig kan du skriva.", False),
        ("Bryggan [målats] om.", False),
    ],
)
def test_a_supine_without_its_auxiliary(text: str, expected: bool) -> None:
    assert lacks_auxiliary(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Av ert svar framgår att bryggan har [målats].", True),
        ("Av din anmälan framkommer att båten [flyttats] till land.", True),
        ("Av ert svar framgår att bryggan är hal, och den ska [målas].", False),
        ("Av ert svar framgår att bryggan ska [målas].", False),
        ("Av hamnens svar framgår att bryggan har [målats].", False),
        ("Att bryggan har [målats] framgår av ert svar.", False),
    ],
)
def test_what_the_reader_has_written_of_is_known_to_the_reader(text: str, expected: bool) -> None:
    assert has_agent(words_in(text)[0]) is expected
