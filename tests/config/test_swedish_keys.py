"""Every key of ``klarsprak.yml`` may be written in Swedish."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from klarsprak.config import starter
from klarsprak.config.model import Config, load_config
from klarsprak.config.swedish_keys import SWEDISH
from klarsprak.files.errors import FileError
from klarsprak.files.keys import model_below
from klarsprak.finding import Level, Occasion

TEXT = """\
organisation: {namn: Ekvalla, förvaltningar: [Skola], växelnummer: 0980-1, adresser: Box 1}
nivåer: {ton: info}
tillåt: [LSS]
förklaringar: {tillåt: Att tillåta är att säga ja.}
underskrift: {brev: [namn, telefon], enhet: [enhet], besöksadress_räcker: true}
undantag: {"*.eml": ton}
grind: {nivå: warning, stoppa: avslag, underskrift: [namn]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "klarsprak.yml"


def load(path: Path, text: str) -> Config:
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def keys(model: type[BaseModel]) -> Iterator[str]:
    for name in model.model_fields:
        yield name
        below = model_below(model, name)
        if below is not None:
            yield from keys(below)


def test_swedish_keys_say_the_same_as_the_english(path: Path) -> None:
    config = load(path, TEXT)
    assert (config.organisation.name, config.organisation.units) == ("Ekvalla", ["Skola"])
    assert (config.levels, config.allow) == ({"ton": Level.INFO}, ["LSS"])
    assert config.settings().signature_parts[Occasion.LETTER] == ("name", "phone")
    assert config.gate.signature == ["name"]


def test_words_of_the_organisation_are_no_keys(path: Path) -> None:
    assert load(path, TEXT).terms == {"tillåt": "Att tillåta är att säga ja."}


def test_both_languages_may_stand_in_one_file(path: Path) -> None:
    config = load(path, "allow: LSS\nhoppa_över: ton\norganisation: {name: Ekvalla, adresser: Box 1}\n")
    assert (config.allow, config.ignore, config.organisation.addresses) == (["LSS"], ["ton"], ["Box 1"])


def test_a_mac_may_spell_its_letters_in_two_parts(path: Path) -> None:
    assert load(path, "tilla\u030at: LSS\n").allow == ["LSS"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tillåt: LSS\nignore: ton\nallow: SoL\n", "3:1: ”allow” och ”tillåt” (rad 1) är samma nyckel. Ta bort"),
        ("organisation:\n  name: a\n  namn: b\n", "3:3: ”namn” och ”name” (rad 2) är samma nyckel."),
        ("tilåt: LSS\n", "1:1: okänd nyckel ”tilåt”. Menade du ”tillåt”?"),
        ("grind: {stopa: avslag}\n", "1:9: okänd nyckel ”stopa”. Menade du ”stoppa”?"),
        ("nivåer: {ton: hög}\n", "1:15: nivåer.ton: ”hög” – nivån ska vara"),
        ("underskrift: [nam]\n", "1:15: underskrift: ”nam” – delen finns inte. Menade du ”namn”?"),
        ("organisation:\n  namn: [x]\n", "2:9: En lista går inte som värde för organisation.namn. Skriv text."),
    ],
)
def test_a_fault_is_told_by_the_name_that_stands_in_the_file(path: Path, text: str, says: str) -> None:
    with pytest.raises(FileError) as caught:
        load(path, text)
    assert str(caught.value).removeprefix(f"{path}:").startswith(says)


def test_every_key_but_one_has_a_swedish_name_of_its_own() -> None:
    assert set(SWEDISH) == {*keys(Config)} - {"organisation"}, "the word is the same in both"
    assert len(set(SWEDISH.values())) == len(SWEDISH)
    assert not {*SWEDISH.values()} & {*keys(Config)}


def test_the_schema_takes_either_name_and_not_both() -> None:
    validator = Draft202012Validator(json.loads(starter.schema()))
    assert validator.is_valid(yaml.safe_load(TEXT))
    assert validator.is_valid({"allow": "LSS", "signature": ["name", "telefon"]})
    assert not validator.is_valid({"allow": "LSS", "tillåt": "SoL"})
    assert not validator.is_valid({"organisation": {"name": "a", "namn": "b"}})


def test_the_handbook_has_a_table_of_all_names() -> None:
    page = (Path(__file__).parents[2] / "docs" / "handbok" / "regler.md").read_text(encoding="utf-8")
    for english, swedish in SWEDISH.items():
        assert f"| `{swedish}` | `{english}` |" in page
