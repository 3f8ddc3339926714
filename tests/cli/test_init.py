"""``klarsprak init``: an organisation's first ``klarsprak.yml``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from klarsprak.cli import run
from klarsprak.config import starter
from klarsprak.config.model import Config, load_config
from klarsprak.config.swedish_keys import in_english


def test_a_commented_file_and_its_schema_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        str(tmp_path / "klarsprak.schema.json"),
        str(tmp_path / "klarsprak.yml"),
    ]
    first = (tmp_path / "klarsprak.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=klarsprak.schema.json"


def test_the_file_changes_nothing_until_it_is_filled_in(tmp_path: Path) -> None:
    run(["init", str(tmp_path)])
    assert load_config(tmp_path / "klarsprak.yml").model_dump() == Config().model_dump()


def test_every_key_stands_in_the_file_with_an_example_that_can_be_used(tmp_path: Path) -> None:
    used = re.sub(r"^#(?! )|^#(?=  )", "", starter.text(), flags=re.MULTILINE)
    data = yaml.safe_load(used)
    assert set(in_english(data, Config)) == set(Config.model_fields)
    assert set(data["organisation"]) == {"namn", "förvaltningar", "växelnummer", "adresser"}
    Config.model_validate(in_english(data, Config))
    Draft202012Validator(json.loads(starter.schema())).validate(data)


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "klarsprak.yml"
    own.write_text("allow: [SoL]\n", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 2
    assert (
        capsys.readouterr().err
        == f"klarsprak: {own}: filen finns redan. Lägg till --force om den ska skrivas över.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["klarsprak.yml"]
    assert own.read_text(encoding="utf-8") == "allow: [SoL]\n"
    assert run(["init", str(tmp_path), "--force"]) == 0
    assert load_config(own).model_dump() == Config().model_dump()


def test_a_folder_that_isnt_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "borta"]) == 2
    assert capsys.readouterr().err == "klarsprak: borta: mappen finns inte. Skapa den först.\n"
