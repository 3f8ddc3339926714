"""``KLARSPRAK_PLUGINS`` in the environment turns all plugins off."""

from __future__ import annotations

import pytest

from tests.plugins.support import PACK, Program, install

CODE = "raise AssertionError"
ENTRY_POINTS = {
    "klarsprak.readers": {"md": ""},
    "klarsprak.kinds": {"repeated": ""},
    "klarsprak.reports": {"json": ""},
}
"""A package that would stop the program if it ran, and a name that would be refused."""


@pytest.fixture(autouse=True)
def _letter_and_package(program: Program) -> None:
    install(program.target, "farlig", CODE, ENTRY_POINTS)
    (program.letters / "brev.md").write_text("Du får svar i maj.", encoding="utf-8")
    (program.letters / "klarsprak.yml").write_text("select: kanslisvenska\n", encoding="utf-8")


@pytest.mark.parametrize("value", ["off", "OFF", " off "])
def test_no_plugin_runs_where_they_are_off(value: str, program: Program) -> None:
    run = program("check", "brev.md", "--format", "csv", switch=value)
    assert (run.code, run.err) == (0, "")


def test_the_settings_in_use_name_what_is_off(program: Program) -> None:
    run = program("check", "brev.md", "--show-settings", switch="off")
    assert run.out.startswith("Tillägg som är avstängda (KLARSPRAK_PLUGINS=off): farlig 1.0\n")


def test_who_has_a_rule_of_their_kinds_is_told_that_they_are_off(program: Program) -> None:
    run = program("rules", "test", PACK, switch="off")
    assert run.code == 2
    assert "”repeated” är ingen sorts regel." in run.err
    assert run.err.endswith("Installerade tillägg är avstängda (KLARSPRAK_PLUGINS=off).\n")


@pytest.mark.parametrize("value", ["nej", "0", "of"])
def test_a_value_that_says_neither_on_nor_off_lets_nothing_run(value: str, program: Program) -> None:
    run = program("check", "brev.md", switch=value)
    assert run.code == 2
    assert run.err == f"klarsprak: Miljövariabeln KLARSPRAK_PLUGINS är ”{value}”. Skriv on eller off.\n"


@pytest.mark.parametrize("value", ["", "on"])
def test_plugins_are_in_use_where_the_environment_says_nothing_or_on(value: str, program: Program) -> None:
    run = program("check", "brev.md", "--show-settings", switch=value)
    assert run.out.startswith("Tillägg:\n  farlig 1.0: ")
    assert program("check", "brev.md", switch=value).code == 2
