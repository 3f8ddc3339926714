"""Which rules apply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from klarsprak.config.model import Config
from klarsprak.files.errors import FileError
from klarsprak.kinds import Rule
from klarsprak.rulebook import packs
from klarsprak.rulebook.selection import listed_words, names, selected
from tests.support import HEADER

RULES = """\
rules:
  - {id: få, aliases: [erhålla, gammal.erhålla], words: erhålla, instead: få, examples: [{flag: '[Erhåll] det.'}]}
  - {id: laga-kraft, words: [laga kraft, Åberopa], instead: gälla, examples: [{flag: 'Det har [laga kraft].'}]}
"""


@pytest.fixture
def rules(tmp_path: Path) -> list[Rule]:
    """Two rules of one pack."""
    path = tmp_path / "prov.yml"
    path.write_text(HEADER + RULES, encoding="utf-8")
    return packs.load_pack(path)


@pytest.mark.parametrize(
    ("config", "ids"),
    [
        ({}, ["få", "laga-kraft"]),
        ({"select": ["prov.få"]}, ["få"]),
        ({"select": ["prov.erhålla"]}, ["få"]),
        ({"ignore": ["prov.få"]}, ["laga-kraft"]),
        ({"ignore": ["prov"]}, []),
        ({"select": ["prov.få"], "ignore": ["prov"]}, ["få"]),
        ({"allow": ["Erhålla"]}, ["laga-kraft"]),
    ],
)
def test_the_configuration_chooses_rules(rules: list[Rule], config: dict[str, Any], ids: list[str]) -> None:
    assert [rule.id for rule in selected(rules, Config.model_validate(config))] == ids


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ({"prov": "error"}, "error"),
        ({"prov": "error", "prov.få": "info"}, "info"),
        ({"prov.få": "info", "kanslisvenska": "error"}, "info"),
        ({"prov.erhålla": "info", "prov": "error"}, "info"),
    ],
)
def test_what_is_said_of_fewer_rules_goes_first(rules: list[Rule], levels: dict[str, str], level: str) -> None:
    assert str(selected(rules, Config.model_validate({"levels": levels}))[0].level) == level


def test_a_rule_that_is_gone_may_still_be_turned_off_but_not_chosen(rules: list[Rule]) -> None:
    off = Config.model_validate({"ignore": ["lasbarhet.lix"], "levels": {"kanslisvenska.gång-tal": "info"}})
    assert len(selected(rules, off)) == len(rules)
    with pytest.raises(FileError, match=r"”lasbarhet\.lix” är varken"):
        selected(rules, Config.model_validate({"select": ["lasbarhet.lix"]}))


def test_a_rule_answers_to_its_old_names(rules: list[Rule]) -> None:
    assert names(rules[0]) >= {"prov.få", "prov.erhålla", "gammal.erhålla", "prov"}


def test_the_words_of_phrases_are_listed_one_by_one(rules: list[Rule]) -> None:
    assert listed_words(rules) == {"erhålla", "laga", "kraft", "åberopa"}
