"""``terms:`` in ``klarsprak.yml``: what the organisation explains, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.authoring.examples import failures, parse
from klarsprak.checker import Checker
from klarsprak.cli import run
from klarsprak.config.model import Config
from klarsprak.finding import Finding, Level
from klarsprak.rulebook import packs
from klarsprak.rulebook.selection import selected

RULES = packs.load(path for path in packs.shipped() if path.parent.name == "fackord")
TERM = "Trygghetsjour är personalen som kommer om du larmar på natten."


def findings(text: str, **config: object) -> list[Finding]:
    return Checker(Config.model_validate(config), RULES).check(parse(text).letter).findings


def test_a_shipped_term_is_told_in_the_organisations_words() -> None:
    own = "Laga kraft betyder att ingen längre kan överklaga."
    found = findings("Du får bygga när beslutet har fått laga kraft.", terms={"laga kraft": own})
    assert [(finding.rule, own in finding.message) for finding in found] == [("fackord.laga-kraft", True)]


def test_a_term_that_no_pack_knows_becomes_a_rule() -> None:
    found = findings("Ring trygghetsjouren om du behöver hjälp.", terms={"trygghetsjour": TERM})
    assert [(finding.rule, finding.text) for finding in found] == [("egna-termer.trygghetsjour", "trygghetsjouren")]
    assert found[0].message == f"Förklara ordet ”trygghetsjouren”, till exempel så här: ”{TERM}”"


def test_an_abbreviation_is_explained_and_need_not_be_written_out() -> None:
    rules = [*RULES, *packs.load(path for path in packs.shipped() if path.parent.name == "forkortning")]
    config = Config(terms={"LSS": "LSS är en lag om stöd till den som har en funktionsnedsättning."})
    for text, told in (
        ("Du får hjälp enligt LSS.", ["egna-termer.lss"]),
        ("Du får hjälp enligt SoL.", ["forkortning.sol"]),
    ):
        found = Checker(config, rules).check(parse(text).letter).findings
        assert [finding.rule for finding in found] == told


def test_an_own_term_is_let_be_where_the_letter_explains_it() -> None:
    text = "Ring trygghetsjouren, det vill säga personalen som kommer på natten."
    assert findings(text, terms={"trygghetsjour": TERM}) == []


def test_an_own_term_can_be_given_a_level_or_turned_off() -> None:
    text = "Ring trygghetsjouren om du behöver hjälp."
    terms = {"trygghetsjour": TERM}
    name = "egna-termer.trygghetsjour"
    assert [finding.level for finding in findings(text, terms=terms, levels={name: "info"})] == [Level.INFO]
    assert findings(text, terms=terms, ignore=name) == []


def test_an_own_term_is_told_in_texts_that_are_no_letters_too() -> None:
    text = "Stormen drog in över ön på natten, och taket på kvarnen föll i sjön.\n" * 20
    found = findings(f"{text}Personalen på jouren är trygghetsjouren och laga kraft.", terms={"trygghetsjour": TERM})
    assert [finding.rule for finding in found] == ["egna-termer.trygghetsjour"]


def test_the_example_of_an_own_term_holds() -> None:
    terms = {"trygghetsjour": TERM, "gul zon": "Gul zon är gator där du får stå två timmar."}
    rules = [rule for rule in selected(RULES, Config(terms=terms)) if rule.pack == "egna-termer"]
    assert [rule.name for rule in rules] == ["egna-termer.trygghetsjour", "egna-termer.gul-zon"]
    assert list(failures(rules)) == []


def test_an_own_term_is_shown_among_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "klarsprak.yml"
    config.write_text(f"terms: {{trygghetsjour: {TERM}}}\n", encoding="utf-8")
    assert run(["rules", "list", "egna-termer", "--config", str(config)]) == 0
    assert capsys.readouterr().out.split() == ["egna-termer.trygghetsjour", *"Bör skrivas om".split(), "term"]
