"""``klarsprak rules schema``, ``rules docs`` and ``rules test --letters``: for the one who owns the rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from klarsprak.cli import run
from klarsprak.rulebook import packs
from tests.support import pack

OWN = """\
- {id: erhålla, words: erhålla, pos: VERB, instead: få, examples: [{flag: "Du [erhåller] det."}]}
- {id: ej, words: ej, instead: inte, examples: [{flag: "Du får [ej]."}]}
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path, OWN)


def test_the_schema_holds_for_the_packs_that_ship(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "schema"]) == 0
    validator = Draft202012Validator(json.loads(capsys.readouterr().out))
    for path in packs.shipped():
        if path.name in ("signatur.yml", "hot.yml"):
            validator.validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_the_schema_of_the_organisations_file_tells_right_from_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "schema", "--config", "-o", "klarsprak.schema.json"]) == 0
    validator = Draft202012Validator(json.loads(Path("klarsprak.schema.json").read_text(encoding="utf-8")))
    assert validator.is_valid({"allow": "SoL", "levels": {"ton": "info"}})
    assert not validator.is_valid({"alow": "SoL"})
    assert not validator.is_valid({"levels": {"ton": "hög"}})
    assert run(["rules", "schema", "-o", "klarsprak.schema.json"]) == 2
    assert "filen finns redan." in capsys.readouterr().err


def test_the_organisations_own_pack_gets_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "docs", "prov.yml", "-o", "sidor"]) == 0
    assert Path(capsys.readouterr().out.strip()) == Path("sidor/prov.md")
    page = Path("sidor/prov.md").read_text(encoding="utf-8")
    assert page.startswith("# Paketet prov\n\n2 regler. Sidan är skriven ur reglerna av `klarsprak rules docs`.\n")
    assert "## erhålla\n\n**Bör skrivas om** · `prov.erhålla`\n\nOrd: erhålla\n\nSkriv hellre: få\n" in page
    assert "Flaggas:\n\n- Du **erhåller** det.\n" in page


def test_pages_about_all_rules_have_an_index(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").write_text("rule_packs: prov.yml\nselect: [prov, ton, fackord]\n", encoding="utf-8")
    assert run(["rules", "docs", "-o", "sidor"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert {"sidor/README.md", "sidor/prov.md", "sidor/ton/kyla.md", "sidor/fackord/skola.md"} <= set(printed)
    index = Path("sidor/README.md").read_text(encoding="utf-8")
    assert "| [prov](prov.md) | 2 |  |\n" in index
    assert "| Ord ur skolan, förskolan och vuxenutbildningen. |" in index
    assert Path("sidor/fackord/skola.md").is_file()


def test_a_page_that_somebody_has_changed_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "docs", "prov.yml"]) == 0
    assert run(["rules", "docs", "prov.yml"]) == 0, "nothing has changed"
    Path("regler/prov.md").write_text("Vår egen sida.\n", encoding="utf-8")
    assert run(["rules", "docs", "prov.yml"]) == 2
    assert "Lägg till --force" in capsys.readouterr().err
    assert Path("regler/prov.md").read_text(encoding="utf-8") == "Vår egen sida.\n"


def test_rules_that_never_find_anything_in_the_letters_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brev").mkdir()
    Path("brev/a.txt").write_text(
        "Hej!\n\nDu har erhållit ett bidrag.\n\nVi har erhållit ditt brev.\n", encoding="utf-8"
    )
    assert run(["rules", "test", "prov.yml", "--letters", "brev"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 regler, 2 exempel, 0 fel.",
        "Anmärkningar i 1 brev:",
        "     2  prov.erhålla",
        "Regler utan anmärkning i 1 brev (1):",
        "        prov.ej",
    ]


def test_findings_in_the_letters_are_counted_whatever_the_organisation_has_chosen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("klarsprak.yml").write_text(
        "select: ton\nlevels: {ton: info}\npath_ignores: {'*.txt': ton}\n", encoding="utf-8"
    )
    Path("a.txt").write_text("Hej!\n\nDu har erhållit ett bidrag.\n", encoding="utf-8")
    assert run(["rules", "test", "prov.yml", "--letters", "a.txt"]) == 0
    assert "     1  prov.erhålla" in capsys.readouterr().out


def test_letters_that_cant_be_read_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "test", "prov.yml", "--letters", "borta"]) == 2
    assert capsys.readouterr().err == "klarsprak: borta: Filen finns inte. Kontrollera namnet och mappen.\n"
