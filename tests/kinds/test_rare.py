"""Kind ``rare``: words outside everyday Swedish."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Level, Report
from tests.support import check, rules, shipped_rules, texts

RARE = """\
- id: x
  kind: rare
  category: fackord
  message: ”{text}” är ovanligt.
  familiar: [vibrato]
  examples: [{flag: x}]
"""


def found(folder: Path, text: str, **config: object) -> list[str]:
    return texts(check(rules(folder, RARE), text, **config))


def shipped(text: str, **config: object) -> Report:
    checker = Checker(Config.model_validate(config), shipped_rules())
    return checker.check(parse(text).letter)


def test_a_rare_word_is_flagged_once_whatever_its_forms(tmp_path: Path) -> None:
    text = "Vi ska muddra hamnen.\nNär vi muddrar kan staten expropriera marken."
    assert found(tmp_path, text) == ["muddra", "expropriera"]


@pytest.mark.parametrize(
    "text",
    [
        "Du får svar om din ansökan om färdtjänst i nästa vecka.",
        "Vi har pratat med Muddra Ekwall om saken.",  # a name
        "Muddra ska vi göra i höst.",  # may be a name
        "Du skrev att ”ni ska muddra hamnen” i ditt brev.",  # another's word
        "Att muddra betyder att gräva upp lera från botten.",  # explained
        "Vi ska muddra hamnen.\nDet betyder att vi gräver upp lera från botten.",
        "You have the right to a prerogative and the exequatur of this deed.",  # not Swedish
        "Det står i lagen (1972:719) om expropriation och annat.",  # a law's name
        "Hon sjunger med vibrato i kören på torsdag.",  # familiar
        "Kontakta PREROGATIV om du undrar.",
        "Vi sköter prerogativ- och hamnfrågor.",  # half of a compound
        "muddra@ekvalla.example",
    ],
)
def test_a_name_a_quotation_or_an_explained_word_is_not_flagged(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_the_organisations_own_words_are_not_rare(tmp_path: Path) -> None:
    text = "Vi ska muddra hamnen i höst."
    assert found(tmp_path, text, allow=["muddra"]) == []
    assert found(tmp_path, text, organisation={"units": "Enheten som ska muddra"}) == []


def test_a_word_with_a_rule_of_its_own_is_left_to_that_rule() -> None:
    text = "Du får anstånd med betalningen till den 1 maj."
    assert [finding.rule for finding in shipped(text).findings if finding.place] == ["fackord.anstånd"]
    assert [finding.rule for finding in shipped(text, ignore=["fackord.anstånd"]).findings if finding.place] == []


def test_the_rule_that_ships_is_a_hint() -> None:
    finding = next(finding for finding in shipped("Vi ska muddra hamnen i höst.").findings if finding.place)
    assert (finding.rule, finding.level) == ("ovanliga-ord.ovanligt-ord", Level.INFO)


SUBJECT = "Detta dokument beskriver tjänsten. " + "Den kan expropriera data. " * 5


def test_a_word_that_a_specification_is_about_is_let_be(tmp_path: Path) -> None:
    assert found(tmp_path, SUBJECT) == []


def test_a_word_that_a_letter_uses_often_is_as_hard_as_any(tmp_path: Path) -> None:
    assert found(tmp_path, "Hej! Du får veta mer. " + "Vi kan expropriera din mark. " * 5) == ["expropriera"]
