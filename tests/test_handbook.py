"""What the handbook shows can be used as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from klarsprak.authoring.examples import failures
from klarsprak.config.model import Config
from klarsprak.config.swedish_keys import in_english
from klarsprak.rulebook import packs
from klarsprak.rulebook.selection import selected

PAGE = Path(__file__).parents[1] / "docs" / "handbok" / "regler.md"
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
PACKS = [block for block in BLOCKS if block.startswith("pack:")]


@pytest.mark.parametrize("text", PACKS, ids=lambda text: text.split("\n")[0])
def test_the_examples_of_the_handbooks_packs_hold(text: str, tmp_path: Path) -> None:
    path = tmp_path / "paket.yml"
    path.write_text(text, encoding="utf-8")
    assert list(failures(packs.load_pack(path))) == []


def test_the_handbooks_configurations_name_rules_that_there_are() -> None:
    rules = packs.load(packs.shipped())
    configurations = [block for block in BLOCKS if block not in PACKS]
    assert len(configurations) == 4
    for text in configurations:
        assert selected(rules, Config.model_validate(in_english(yaml.safe_load(text), Config)))


@pytest.mark.parametrize("page", sorted(PAGE.parent.glob("*.md")), ids=lambda page: page.name)
def test_the_handbooks_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
