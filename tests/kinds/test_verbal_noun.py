"""Kind ``verbal_noun``: nouns that are verbs in disguise, with what the verb is done to."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.finding import Finding
from tests.support import check, rules

RULE = """\
- id: x
  kind: verbal_noun
  endings: [ande, andet, ende, ning, ningen, ering]
  verbs: {inlämna: lämna in, delfå: få}
  but_not: [utställning]
  message: "{verb}"
  examples: [{flag: x}]
"""


def found(folder: Path, text: str) -> list[Finding]:
    """What the rule says of the text."""
    return list(check(rules(folder, RULE), text).findings)


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("Vi räknar ut den vid beräkning av avgiften.", "beräkning", "beräkna"),
        ("Du behöver tid vid tömning av brunnen i trädgården.", "tömning", "tömma"),
        ("Du får svar efter registreringen av ditt barn.", None, None),
        ("Du får svar efter registrering av ditt barn.", "registrering", "registrera"),
        ("Det beror på användandet av lokalen varje kväll.", "användandet", "använda"),
        # A verb that is hard itself has its plainer one.
        ("Det dröjde till inlämnandet av blanketten.", "inlämnandet", "lämna in"),
    ],
)
def test_the_verb_in_the_noun_is_offered(tmp_path: Path, text: str, noun: str | None, verb: str | None) -> None:
    told = [(finding.text, finding.message) for finding in found(tmp_path, text)]
    assert told == ([(noun, verb)] if noun else [])


@pytest.mark.parametrize(
    ("text", "flagged", "suggested"),
    [
        ("Vi ringer dig för prövning av ansökan.", "för prövning av", "för att pröva"),
        ("Du svarar genom inlämnande av en karta.", "genom inlämnande av", "genom att lämna in"),
        ("Utan granskning av kartan blir det fel.", "Utan granskning av", "Utan att granska"),
    ],
)
def test_the_infinitive_takes_the_place_of_noun_and_prepositions(
    tmp_path: Path, text: str, flagged: str, suggested: str
) -> None:
    told = [(finding.text, finding.suggestions) for finding in found(tmp_path, text)]
    assert told == [(flagged, (suggested,))]


def test_the_day_of_something_has_no_purpose(tmp_path: Path) -> None:
    told = found(tmp_path, "Tre veckor räknas från dagen för delfående av beslutet.")
    assert [(finding.text, finding.suggestions) for finding in told] == [("delfående", ())]


@pytest.mark.parametrize(
    "text",
    [
        "Vi skriver till dig med anledning av ditt brev.",
        "Huset är en byggnad av sten som står på torget.",
        "Laget är en grupp bestående av tre lärare.",
        "Skolan visar en utställning av elevernas bilder.",
        "Vi gör en prövning i maj, och av den får du en kopia.",
        # In a heading, a label or the name of a law is no room for a verb.
        "# Prövning av din ansökan om bygglov den 3 maj",
        "Prövning av ansökan:",
        "Det står i lagen (1999:5) om prövning av konkurser.",
    ],
)
def test_other_nouns_and_places_are_let_be(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("# Beräkning av avgiften", ["Beräkning"]),
        ("# BESLUT OM BERÄKNING AV AVGIFTEN", ["BERÄKNING"]),
        ("# Ansökan om registrering av båt", []),
        ("Vi räknar ut den vid beräkning av avgiften.", []),
    ],
)
def test_a_rule_about_headings_looks_at_headings_only(tmp_path: Path, text: str, nouns: list[str]) -> None:
    headings = RULE + "  headings: true\n"
    assert [finding.text for finding in check(rules(tmp_path, headings), text).findings] == nouns


def test_what_is_for_a_thing_has_no_purpose(tmp_path: Path) -> None:
    """No *undantag för att visa*: the noun alone is told."""
    (finding,) = found(tmp_path, "Avgiften gäller alltid, med undantag för uppvisande av intyg.")
    assert (finding.text, finding.suggestions) == ("uppvisande", ())
