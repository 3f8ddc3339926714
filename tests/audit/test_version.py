"""What makes an audit check its letters again."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.audit.version import Rules, Version
from tests.audit.support import MORE, PACK, save

pytestmark = pytest.mark.usefixtures("archive")
CONFIG = "rule_packs: prov.yml\nselect: prov\n"


def version() -> Version:
    return Rules.load(Path("klarsprak.yml")).version(False)


def differing(before: Version) -> list[str]:
    return [part for part, old, new in zip(Version._fields, before, version(), strict=True) if old != new]


def test_a_new_rule_or_another_choice_makes_another_version() -> None:
    before = version()
    save("prov.yml", PACK + MORE)
    assert differing(before) == ["rules"]
    save("klarsprak.yml", f"{CONFIG}terms: {{vite: Pengar.}}\n")
    assert differing(before) == ["rules", "config"]


def test_words_that_only_explain_a_rule_make_no_other_version() -> None:
    before = version()
    save("prov.yml", PACK.replace("Ordet är svårt.", "Ordet är rätt svårt.").replace("”{text}” är", "Ordet är"))
    assert differing(before) == []


def test_another_register_of_laws_makes_another_version_only_by_its_content() -> None:
    save("lagar.gz", "ett")
    save("klarsprak.yml", f"{CONFIG}law_register: lagar.gz\n")
    before = version()
    assert differing(before) == []
    save("lagar.gz", "två")
    assert differing(before) == ["config"]
