"""Kind ``spelling``: misspelt words."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Finding

CHECKER = Checker(Config(select=["stavning", "ovanliga-ord"]))


def findings(text: str) -> list[Finding]:
    return CHECKER.check(parse(text).letter).findings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi har uppmärskammat felet.", ["uppmärskammat → uppmärksammat"]),
        ("Gatan är uppplogad, och vi kommmer i maj.", ["uppplogad → upplogad", "kommmer → kommer"]),
        ("Uppmärskammat har vi gjort nu.", ["Uppmärskammat → Uppmärksammat"]),
        ("# Forlängning av lovet", ["Forlängning → Förlängning"]),
        ("Vi har fått din anmälan och din ansökan.", []),
        ("Vi träffade Uppmärskam i går.", []),  # a name
        ("Uppmärskam Svensson har ringt oss.", []),
        ("Vi träffade Gilitigh i går. Gilitigh var arg.", []),  # the same one
        ("Skriv till uppmärskammat@ekvalla.example.", []),
        ("Läs mer på www.ekvalla.example/uppmärskammat i dag.", []),
        ("Fältet är uppmärskammat_datum i tabellen.", []),
        ("Du skrev ”uppmärskammat” i ditt brev till oss.", []),
        ("Vi sköter uppmärskam- och hamnfrågor.", []),  # half of a compound
        ("Du kan överklaga inom tre veckor från forlängning5 och sedan.", []),  # a code
        ("Svar om ofördröj ligen lämnas i dag.", []),  # broken by layout
        ("Please notice the forlängning of the permit for you.", []),  # not Swedish
        ("Den heter på latin forlängning och växer här.", []),
    ],
)
def test_words_of_the_writers_own_are_told_but_no_names_codes_or_quotations(text: str, found: list[str]) -> None:
    told = [each for each in findings(text) if each.rule.startswith("stavning")]
    assert [f"{each.text} → {each.suggestions[0]}" for each in told] == found


def test_a_misspelt_word_is_not_told_to_be_rare_too() -> None:
    assert [each.rule for each in findings("Vi har uppmärskammat felet.")] == ["stavning.felstavat"]


def test_without_the_pack_it_may_be_rare() -> None:
    rare = Checker(Config(select=["ovanliga-ord"])).check(parse("Vi har uppmärskammat felet.").letter)
    assert [each.rule for each in rare.findings] == ["ovanliga-ord.ovanligt-ord"]


def test_only_what_can_be_one_word_is_put_in_without_asking() -> None:
    (sure,) = findings("Vi har uppmärskammat felet.")
    (likely,) = findings("Felet är åtärdad nu.")
    assert (sure.safe, likely.safe) == (True, False)


def test_what_a_specification_says_again_and_again_is_its_term() -> None:
    assert findings("Detta dokument beskriver tjänsten. " + "Den har en integrationsprofl för data. " * 4) == []
    assert len(findings("Hej! Du får veta mer. " + "Vi har en integrationsprofl för dig. " * 4)) == 4


@pytest.mark.parametrize("words", [["uppmärskammat"], ["Uppmärskammat"]])
def test_the_organisations_words_are_right(words: list[str]) -> None:
    checker = Checker(Config(select=["stavning"], allow=words))
    assert checker.check(parse("Vi har uppmärskammat felet.").letter).findings == []


def test_words_of_the_organisations_explanations_and_units_are_right(tmp_path: Path) -> None:
    config = Config.model_validate(
        {
            "select": ["stavning"],
            "terms": {"forlängning": "En forlängning är en sak."},
            "organisation": {"units": ["Enheten för gilitighet"]},
        }
    )
    text = "Vi ger dig forlängning, som är en sak, och gilitighet."
    assert Checker(config).check(parse(text).letter).findings == []


def test_a_text_that_a_scanner_misread_gets_one_remark() -> None:
    right = "Nämnden beslutar att rökkanalen får användas när avståndet mellan skorstenen och takstolarna har ökats. "
    wrong = "Byggnadsnämndcn har behandlat anmälän om eldstad pä fastighcten i stadsdclen, och rökkanalcn är trasjg. "
    told = [each for each in findings(wrong * 3 + right * 6) if each.rule.startswith("stavning")]
    assert [(each.rule, each.text) for each in told] == [("stavning.felinläst-text", "anmälän")]
    assert {each.rule for each in findings(wrong + right * 9)} >= {"stavning.felstavat"}


def test_forms_of_a_rules_own_word_are_right() -> None:
    every = Checker(Config(select=["stavning", "fackord"]))
    letter = parse("Hamnens bosociala värd ringer dig, och det är bosocialt viktigt.").letter
    assert [found.rule for found in every.check(letter).findings if found.rule.startswith("stavning")] == []
