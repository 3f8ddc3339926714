"""The handbook's page on signatures says what the program says."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import yaml

from klarsprak.config.model import Config
from klarsprak.config.swedish_keys import SWEDISH, in_english
from klarsprak.reports import console
from klarsprak.rulebook import packs
from tests.support import check

PAGE = (Path(__file__).parents[2] / "docs" / "handbok" / "underskrift.md").read_text(encoding="utf-8")
LETTER = """\
Du får färdtjänst till och med den 31 december.
Med vänlig hälsning
Mirjam Ekeroth
Färdtjänsthandläggare
Socialförvaltningen
Besöksadress: Rådhusgatan 1, Ekvalla
Telefon 0980-319 245
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def configurations() -> list[dict[str, Any]]:
    return [in_english(yaml.safe_load(text), Config) for text in blocks("yaml")]


def test_the_handbooks_configurations_of_signatures_can_be_used() -> None:
    assert [sorted(each) for each in configurations()] == [["organisation"], ["signature"]]
    for each in configurations():
        Config.model_validate(each)


def test_the_handbooks_example_is_what_the_console_prints() -> None:
    rules = packs.load([path for path in packs.shipped() if path.stem == "signatur"])
    stream = io.StringIO()
    console.write([check(rules, LETTER, **configurations()[0])], stream)
    assert blocks("text")[0] in stream.getvalue()


def test_the_handbooks_table_names_every_sort_of_letter() -> None:
    keys = set(re.findall(r"^\| `(\w+)`", PAGE, re.MULTILINE))
    assert keys == {SWEDISH[key] for key in Config().signature.model_dump()} - {"besöksadress_räcker"}
