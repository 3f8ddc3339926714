"""Kind ``passive``: whose passives are flagged, and where the doer counts as named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules, texts

KEYS = "kind: passive, category: passiv, message: '{text}', examples: [{flag: x}]"
AFTER = f"- {{id: x, after: [ska, kommer att], {KEYS}}}\n"
NAMED = f"- {{id: x, verbs: [skickas], {KEYS}}}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Blanketten ska skickas till oss.", ["ska skickas"]),
        ("I maj ska blanketten skickas till oss.", ["ska blanketten skickas"]),
        ("Planen kommer att skickas till dig.", ["kommer att skickas"]),
        ("När planen är klar kommer den att skickas till dig.", ["kommer den att skickas"]),
        ("Du ska veta att blanketten skickas i dag.", []),  # ska belongs to another clause
        ("Blanketten skickas i dag.", []),
    ],
)
def test_a_passive_is_flagged_only_after_the_auxiliaries_that_the_rule_names(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert texts(check(rules(tmp_path, AFTER), text)) == found


@pytest.mark.parametrize("text", ["Vi ska träffas i maj.", "Du kommer att trivas.", "Din tomt kommer att beröras."])
def test_deponents_and_reciprocals_hide_nobody(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, AFTER), text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Brevet skickas av kommunen.",
        "Brevet skickas ut av kommunen.",
        "Brevet skickas på uppdrag av nämnden.",
        "Brevet skickas av bland andra kommunen.",
        "Brevet skickas av i första hand kommunen.",
    ],
)
def test_a_doer_that_is_named_is_no_finding(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, NAMED), text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pumpen ska stängas av under natten.", ["ska stängas"]),
        ("Pumpen ska stängas av.", ["ska stängas"]),
        ("Pumpen ska läsas av varje kvartal.", ["ska läsas"]),
        ("Pumpen ska stängas av grannen under natten.", []),
    ],
)
def test_the_particle_av_names_no_doer(tmp_path: Path, text: str, found: list[str]) -> None:
    assert texts(check(rules(tmp_path, AFTER), text)) == found


@pytest.mark.parametrize("text", ["Brevet [skickades] i går.", "Brevet har [skickats].", "Brevet [skickas] i maj."])
def test_a_verb_that_is_named_is_found_in_all_passive_forms(tmp_path: Path, text: str) -> None:
    word = text[text.index("[") + 1 : text.index("]")]
    assert texts(check(rules(tmp_path, NAMED), text.replace("[", "").replace("]", ""))) == [word]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brevet skickas och granskas i maj.", ["skickas"]),
        ("Brevet skickas ut eller granskas i maj.", ["skickas"]),
        ("Brevet granskas. Brevet skickas i maj.", ["granskas", "skickas"]),
        ("Brevet granskas och svaret skickas i maj.", ["granskas", "skickas"]),
        ("Brevet läses och skickas i maj.", ["skickas"]),  # no rule is about the first
    ],
)
def test_a_verb_that_goes_on_from_another_is_told_with_it(tmp_path: Path, text: str, found: list[str]) -> None:
    rule = f"- {{id: x, verbs: [skickas, granskas], {KEYS}}}\n"
    assert texts(check(rules(tmp_path, rule), text)) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ansökan beviljas från den 1 maj.", "Skriv vem, till exempel vi."),
        ("I maj beviljades ansökan.", "Skriv vem, till exempel vi."),
        ("Ansökan skickas i maj.", "Skriv vem."),  # no verb that the sender is known by
        ("Ansökan ska beviljas i maj.", "Skriv vem."),  # a demand, on anybody
        ("Platsen kan beviljas i maj.", "Skriv vem."),
        ("Tingsrätten säger att ansökan beviljas.", "Skriv vem."),
        ("Stödet beviljas automatiskt i maj.", "Skriv vem."),
        ("I lagen står när stödet beviljas.", "Skriv vem."),
        ("Enligt 7 § lagen (1997:736) om färdtjänst beviljas ansökan.", "Skriv vem, till exempel vi."),
        ("Försäkringskassan skriver att bidraget beviljas.", "Skriv vem."),
        ("# Ansökan om bidrag\nNamn: ______\nAdress: ______\nOm bidraget beviljas skriver du på.", "Skriv vem."),
        ("# Hur du överklagar\nSkriv varför du tycker att ansökan ska prövas och beviljas.", "Skriv vem."),
    ],
)
def test_the_sender_is_named_only_where_he_acts(tmp_path: Path, text: str, message: str) -> None:
    rule = (
        "- {id: x, kind: passive, category: passiv, message: 'Skriv vem{example}.', example: vi, sender: [beviljas],"
        " verbs: [beviljas, skickas], examples: [{flag: x}]}\n"
    )
    assert [finding.message for finding in check(rules(tmp_path, rule), text).findings] == [message]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kammarrättens beslut står fast om tillståndet inte beviljas.", []),
        ("Om prövningstillstånd inte beviljas står beslutet fast.", []),
        ("Ansökan beviljas. Du kan skriva till förvaltningsrätten.", ["beviljas"]),
        ("Överklagandet skickas till förvaltningsrätten.", ["skickas"]),
    ],
)
def test_what_a_court_decides_is_no_finding_where_the_rule_says_so(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    rule = f"- {{id: x, verbs: [beviljas, skickas], courts: [beviljas], {KEYS}}}\n"
    assert texts(check(rules(tmp_path, rule), text)) == found


def test_once_in_a_passage_is_once_in_each_block(tmp_path: Path) -> None:
    text = "Brevet skickas. Svaret skickas i maj.\nSedan skickas en kopia."
    rule = f"- {{id: x, verbs: [skickas], once: passage, {KEYS}}}\n"
    places = [finding.place for finding in check(rules(tmp_path, rule), text).findings]
    assert [(place.block, place.start) for place in places if place] == [(0, 7), (1, 6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ärendet avgörs på nämndens sammanträde i maj.", []),
        ("Ärendet avgörs vid hamnstyrelsens möte.", []),
        ("Ärendet avgörs på ett möte i maj.", ["avgörs"]),
    ],
)
def test_whose_meeting_it_is_tells_who_decides(tmp_path: Path, text: str, found: list[str]) -> None:
    assert texts(check(rules(tmp_path, NAMED.replace("verbs: [skickas]", "verbs: [avgöras]")), text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tillse att blanketten skickas.", []),
        ("1. Se till att blanketten skickas.", []),
        ("Du har bevisbördan för att blanketten skickas.", []),
        ("Det åligger föraren att förvissa sig om att blanketten skickas.", []),
        ("Det är viktigt att se till att blanketten skickas.", ["skickas"]),
        ("Det är viktigt att blanketten skickas.", ["skickas"]),
    ],
)
def test_who_is_ordered_to_see_to_it_is_the_doer(tmp_path: Path, text: str, found: list[str]) -> None:
    assert texts(check(rules(tmp_path, NAMED), text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ni kan överklaga beslutet. Överklagandet skickas till hamnen.", []),
        ("Klaganden ska skriva till rätten. Skrivelsen skickas till hamnen.", []),
        ("Rätten kan överklaga beslutet. Överklagandet skickas till hamnen.", ["skickas"]),
        ("Nämnden skickar blanketten i maj. Du får vänta. När blanketten skickas ringer vi.", []),
        ("Skicka blanketten i maj. Den kan skickas till hamnen.", []),
        ("Du får en blankett i maj. Den kan skickas till hamnen.", ["skickas"]),
        ("Nämnden har en blankett. Du får vänta. När blanketten skickas ringer vi.", ["skickas"]),
    ],
)
def test_one_of_the_last_sentences_may_name_the_doer(tmp_path: Path, text: str, found: list[str]) -> None:
    rule = NAMED.replace("verbs: [skickas]", "verbs: [skickas], unless: {names_doer: before}")
    assert texts(check(rules(tmp_path, rule), text)) == found
