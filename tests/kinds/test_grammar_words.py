"""Checks of words: compounds in two words, *de* and *dem*, and capitals."""

from __future__ import annotations

import json
import random

import pytest

from klarsprak.language.grammar.checks import CheckName
from klarsprak.language.grammar.checks.torn import WEIGHTS, weigh
from tests.kinds.test_grammar import found


@pytest.mark.parametrize(
    ("name", "text", "wrong", "right"),
    [
        ("strengthened", "Det är jätte viktigt att du svarar.", "jätte viktigt", "jätteviktigt"),
        ("torn", "Alla barn får en egen kontakt person.", "kontakt person", "kontaktperson"),
        ("torn", "Vi bjuder in till informations möte.", "informations möte", "informationsmöte"),
        ("torn", "Vi har ett kontakt möte i maj.", "kontakt möte", "kontaktmöte"),
        ("torn", "Vi har ett information möte i maj.", "information möte", "informationsmöte"),
        ("them", "Grannarna säger att dem har hört buller.", "dem", "de"),
        ("they", "Vi har talat med de.", "de", "dem"),
        ("mid_capital", "Skicka in ritningen, Så kan vi besluta.", "Så", "så"),
        ("small_first", "det finns en blankett på webbplatsen.", "det", "Det"),
        ("small_first", "därför behöver vi ett svar av dig.", "därför", "Därför"),
        ("small_first", "avgiften betalar du varje månad.", "avgiften", "Avgiften"),
        ("small_first", "om du flyttar behöver vi din adress.", "om", "Om"),
        ("small_name", "Anmäl flytten till skatteverket.", "skatteverket", "Skatteverket"),
        ("small_name", "Det skriver svenska Akademien.", "svenska Akademien", "Svenska Akademien"),
        ("ends_in_comma", "Vi har fått din anmälan och svarar i maj,", "maj,", "maj."),
        (
            "comma_after_subject",
            "Alla beslut om färdtjänst, gäller i tre år.",
            "färdtjänst, gäller",
            "färdtjänst gäller",
        ),
        ("torn", "Skicka med ett person bevis.", "person bevis", "personbevis"),
        ("torn", "Du behöver ett sjuk intyg.", "sjuk intyg", "sjukintyg"),
        ("torn", "Du behöver ett läkar intyg för ledigheten.", "läkar intyg", "läkarintyg"),
        ("torn", "Bostads bidraget betalas ut i maj.", "Bostads bidraget", "Bostadsbidraget"),
        ("unmarked", "Vi svarar pa din fråga.", "pa", "på"),
        ("unmarked", "Fyll i blanketten for att söka.", "for", "för"),
        ("repeated", "För att vi ska vi ska kunna betala.", "vi ska vi ska", "vi ska"),
    ],
)
def test_wrong_words_are_found(name: CheckName, text: str, wrong: str, right: str) -> None:
    assert found(name, text) == [(wrong, (right,))]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("strengthened", "Sagan handlar om en jätte och ett troll."),
        ("torn", "En del ämnen har du kvar, och du får vård dygnet runt."),
        ("torn", "Betyg sätter läraren i juni."),
        ("torn", "Bergs kommun äger bryggan."),
        ("torn", "Vi har gett berörd myndighet tillfälle att yttra sig."),
        ("torn", "Lagen gäller kommuners och landstings åtgärder."),
        ("torn", "En moped klass I får köras på kajen."),
        ("torn_maybe", "I hamnen behöver inte betyg sättas."),
        ("torn", "Vi ger en region möjlighet att yttra sig."),
        ("torn", "Svea hovrätts beslut gäller båten."),
        ("torn", "Avgiften gäller tunga fordons användning av bron."),
        ("torn", "Reglerna gäller för enkla bolag i hamnen."),
        ("torn", "Det finns en sal för lek, en för teckning och grafik."),
        ("torn", "Har köp slutits om båten?"),
        ("torn", "Det bestämda gods avtalet avser ligger kvar."),
        ("torn", "Med hamn avses i denna kungörelse transport av båtar."),
        ("them_by_place", "Avgiften för bryggan delas av dem båda."),
        ("torn", "För ändringar i huset behövs lov."),
        ("torn", "Det kommer ett barn hem till er i maj."),
        ("torn", "Vi ses vid avstämning dag 60."),
        ("torn_maybe", "Era blå kort slutar gälla i maj."),
        ("torn_maybe", "Frågorna tas på rektors öppna kvart."),
        ("comma_after_subject", "Implantat, skruvar i käken, ingår inte."),
        ("comma_after_subject", "kurator, kan svara på frågor."),
        ("torn", "Det står i en förenings stadgar."),
        ("torn", "Vägen ska vara minst 45 km enkel resa."),
        ("torn", "Ett par skor och en liter mjölk."),
        ("them", "Dem har vi skickat brevet till."),
        ("they", "Skicka brevet till de som har svarat."),
        ("mid_capital", "Ring oss. När du ringer behöver du numret."),
        ("mid_capital", "Enligt 2 mom. Om det brinner."),
        ("small_first", "vi har fått din ansökan."),
        ("small_first", "de som bor i huset."),
        ("small_first", "om du bor i kommunen."),
        ("small_name", "Kommunens verk och styrelser i SKOLVERKET."),
        ("ends_in_comma", "Hej Anna och Bo, och tack för ert långa brev,"),
        ("ends_in_comma", "den som har betalat för mycket under året,"),
        ("comma_after_subject", "Förra veckan, var det stängt. Meddelas avslag, får du ett brev."),
        ("torn", "Den sjuka personalen läste en myndighets beslut och en halv sida."),
        ("torn", "Det kostar tio kronor per person dag ett."),
        ("unmarked", "Hon sa mycket, och de for till stan."),
        ("repeated", "Fler och fler och fler kommer."),
    ],
)
def test_what_looks_like_wrong_words_is_left(name: CheckName, text: str) -> None:
    assert found(name, text) == []


def test_evidence_weighs_the_same_in_whatever_order_it_comes() -> None:
    evidence = sorted(json.loads(WEIGHTS.read_text(encoding="utf-8")))[:12]
    weighed = {weigh(random.Random(seed).sample(evidence, len(evidence))) for seed in range(50)}
    assert len(weighed) == 1
