"""A package that can't be used is named in one line with what is wrong and what to do; no letter passes unread."""

from __future__ import annotations

import pytest

from tests.plugins.support import Program, install, install_example

ADVICE = "Uppdatera eller avinstallera det, eller stäng av alla tillägg med KLARSPRAK_PLUGINS=off.\n"
PACK = """\
pack: prov
category: mening
level: warning
kind: egen
why: Skälet.
message: Meddelandet.
rules:
  - id: regel
    examples: [{flag: x}]
"""
KIND = """\
from typing import Literal
from klarsprak.kinds import Hit, Kind, Rule
class EgenRule(Rule):
    kind: Literal['egen']
class EgenKind(Kind[EgenRule]):
    rule_type = EgenRule
    def find(self, analysis):
"""
READER = "from klarsprak.letter import Block, Letter\ndef sniff(data): return True\ndef read(data, source): "
REPORT = "def write(reports, out): "


@pytest.fixture(autouse=True)
def _letter(program: Program) -> None:
    rule = PACK.replace("egen", "regex").replace("examples", "regex: qqq\n    examples")
    (program.letters / "klarsprak.yml").write_text("select: [prov]\nrule_packs: [prov.yml]\n", encoding="utf-8")
    (program.letters / "prov.yml").write_text(rule, encoding="utf-8")
    (program.letters / "brev.txt").write_text("Du får svar av Kim Ek i maj.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (READER + "raise ValueError('Kim Ek')", "läsaren ”egen” klarade inte filen (ValueError, trasig.py rad 3)."),
        (READER + "raise SystemExit(0)", "läsaren ”egen” klarade inte filen (SystemExit, trasig.py rad 3)."),
        (READER + "return 'Kim Ek'", "läsaren ”egen” gav inget brev (Letter)."),
    ],
)
def test_a_letter_that_a_reader_fails_at_is_not_checked_and_others_are(code: str, why: str, program: Program) -> None:
    install(program.target, "trasig", code, {"klarsprak.readers": {"egen": ""}})
    (program.letters / "brev.egen").write_text("Du får svar av Kim Ek i maj.\n", encoding="utf-8")
    run = program("check", ".", "--format", "csv")
    assert run.code == 2
    assert run.err == f"klarsprak: brev.egen: Tillägget trasig 1.0: {why} {ADVICE}"
    assert "Kim Ek" not in run.out


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import saknas", "läsaren ”egen” går inte att läsa in (ModuleNotFoundError: No module named 'saknas')."),
        ("raise SystemExit(0)", "läsaren ”egen” går inte att läsa in (SystemExit: 0)."),
        ("", "läsaren ”egen” saknar någon av funktionerna sniff(data) och read(data, source)."),
    ],
)
def test_a_reader_that_is_none_is_told_once(code: str, why: str, program: Program) -> None:
    install(program.target, "trasig", code, {"klarsprak.readers": {"egen": ""}})
    for name in ("brev.egen", "svar.egen"):
        (program.letters / name).write_text("Du får svar i maj.\n", encoding="utf-8")
    run = program("check", ".", "--format", "csv")
    assert run.code == 2
    assert run.err == f"klarsprak: Tillägget trasig 1.0: {why} {ADVICE}"
    assert "brev.egen,unreadable" in run.out
    assert "svar.egen,unreadable" in run.out


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (KIND + "        raise ValueError('Kim Ek')", "klarade inte brevet (ValueError, trasig.py rad 8)."),
        (KIND + "        yield Hit(self.rules[0], 0, 5, 500)", "pekar på ord som inte finns i brevet."),
        (KIND + "        yield Hit(self.rules[0], 7, 0, 1)", "pekar på ord som inte finns i brevet."),
    ],
)
def test_a_letter_that_a_kind_fails_at_is_not_checked(code: str, why: str, program: Program) -> None:
    install(program.target, "trasig", code, {"klarsprak.kinds": {"egen": ":EgenKind"}})
    (program.letters / "prov.yml").write_text(PACK, encoding="utf-8")
    run = program("check", "brev.txt")
    assert run.code == 2
    assert run.err == f"klarsprak: brev.txt: Tillägget trasig 1.0: regelsorten ”egen” {why} {ADVICE}"


def test_a_kind_must_fill_in_what_its_messages_may_hold(program: Program) -> None:
    code = KIND.replace("    kind:", "    placeholders = frozenset({'antal'})\n    kind:")
    code += "        yield Hit(self.rules[0], 0, 0, 2)"
    install(program.target, "trasig", code, {"klarsprak.kinds": {"egen": ":EgenKind"}})
    (program.letters / "prov.yml").write_text(PACK.replace("Meddelandet", "Det är {antal}"), encoding="utf-8")
    run = program("check", "brev.txt")
    assert run.code == 2
    why = "regelsorten ”egen” säger inte vad som ska stå för antal i meddelandet."
    assert run.err == f"klarsprak: brev.txt: Tillägget trasig 1.0: {why} {ADVICE}"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import saknas", "går inte att läsa in (ModuleNotFoundError: No module named 'saknas')."),
        ("EgenKind = dict", "är ingen klass som bygger på klarsprak.kinds.Kind."),
        (
            "from klarsprak.kinds import Kind\nclass EgenKind(Kind): pass",
            "har ingen rule_type som bygger på klarsprak.kinds.Rule.",
        ),
        (
            KIND + "        return iter(())\n    def __init__(self, rules, settings):\n        raise KeyError('x')",
            "klarade inte sina regler (KeyError, trasig.py rad 10).",
        ),
    ],
)
def test_a_kind_that_is_none_is_told_once(code: str, why: str, program: Program) -> None:
    install(program.target, "trasig", code, {"klarsprak.kinds": {"egen": ":EgenKind"}})
    (program.letters / "prov.yml").write_text(PACK, encoding="utf-8")
    run = program("check", ".", "--config", "klarsprak.yml")
    assert run.code == 2
    assert run.err == f"klarsprak: Tillägget trasig 1.0: regelsorten ”egen” {why} {ADVICE}"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (REPORT + "raise KeyError('Kim Ek')", "kunde inte skriva svaret (KeyError, trasig.py rad 1)."),
        (REPORT + "open('saknas')", "kunde inte skriva svaret (FileNotFoundError, trasig.py rad 1)."),
        (REPORT + "raise SystemExit(0)", "kunde inte skriva svaret (SystemExit, trasig.py rad 1)."),
        ("skriv = 1", "saknar funktionen write(reports, out)."),
    ],
)
def test_a_report_that_fails_leaves_no_half_answer(code: str, why: str, program: Program) -> None:
    install(program.target, "trasig", code, {"klarsprak.reports": {"egen": ""}})
    run = program("check", "brev.txt", "-o", "svar.egen")
    assert run.code == 2
    assert run.err == f"klarsprak: Tillägget trasig 1.0: svarsformatet ”egen” {why} {ADVICE}"
    assert not (program.letters / "svar.egen").exists()


@pytest.mark.parametrize(
    "code",
    [
        REPORT + "pass",
        REPORT + "next(iter(reports))",
        "def write(reports, out):\n    try: list(reports)\n    except BaseException: pass",
    ],
)
def test_a_report_that_stops_early_hides_no_letter_that_could_not_be_read(code: str, program: Program) -> None:
    install(program.target, "knapp", code, {"klarsprak.reports": {"egen": ""}})
    (program.letters / "trasig.docx").write_bytes(b"PK\x03\x04")
    run = program("check", ".", "--format", "egen")
    assert run.code == 2
    assert run.err.startswith("klarsprak: trasig.docx: ")


@pytest.mark.parametrize(
    ("entry_points", "why"),
    [
        ({"klarsprak.readers": {"docx": ""}}, "läsaren ”docx” har ett namn som hör till programmet självt."),
        ({"klarsprak.kinds": {"replace": ""}}, "regelsorten ”replace” har ett namn som hör till programmet självt."),
        ({"klarsprak.reports": {"json": ""}}, "svarsformatet ”json” har ett namn som hör till programmet självt."),
        (
            {"klarsprak.readers": {".md": ""}},
            "läsaren ”.md” ska ha ett namn av små bokstäver och siffror, utan punkt.",
        ),
    ],
)
def test_a_name_of_the_programs_own_is_never_taken_over(
    entry_points: dict[str, dict[str, str]], why: str, program: Program
) -> None:
    install(program.target, "annan", "raise AssertionError", entry_points)
    run = program("check", "brev.txt")
    assert run.code == 2
    assert run.err == f"klarsprak: Tillägget annan 1.0: {why} {ADVICE}"


@pytest.mark.parametrize(
    ("group", "name", "called"),
    [
        ("klarsprak.readers", "md", "läsaren ”md”"),
        ("klarsprak.kinds", "repeated", "regelsorten ”repeated”"),
        ("klarsprak.reports", "md", "svarsformatet ”md”"),
    ],
)
def test_two_packages_with_one_name_are_both_named(group: str, name: str, called: str, program: Program) -> None:
    install(program.target, "annan", "raise AssertionError", {group: {name: ""}})
    install_example(program.target)
    run = program("check", "brev.txt")
    assert run.code == 2
    what = f"Tilläggen annan 1.0 och klarsprak-exempel 1.0 har båda {called}."
    advice = "Avinstallera ett av dem, eller stäng av alla tillägg med KLARSPRAK_PLUGINS=off."
    assert run.err == f"klarsprak: {what} {advice}\n"
