"""``klarsprak rules test``: all for which ``check`` would refuse a pack, and what examples say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.cli import run
from tests.support import HEADER, WORDS, pack

GOOD = """\
- {id: erhålla, words: erhålla, pos: VERB, instead: få, examples: [{flag: "Du [erhåller] det."}]}
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def save(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("rules", "header", "says"),
    [
        (GOOD + GOOD, HEADER, "prov.yml:9:8: två regler heter ”prov.erhålla”."),
        (
            GOOD,
            HEADER.replace("prov", "kanslisvenska"),
            "prov.yml:8:8: två regler heter ”kanslisvenska.erhålla”.",
        ),
        (GOOD.replace("id:", "namn: x, id:"), HEADER, "prov.yml:8:4: okänd nyckel ”namn”."),
        (GOOD, HEADER.replace("category: kanslisvenska\n", ""), "prov.yml:7:3: nyckeln ”category” saknas."),
        (GOOD.replace("få", "få, safe: 3"), HEADER, "prov.yml:8:"),
        ("- {id: a, kind: regex, regex: '([', examples: [{flag: x}]}\n", HEADER, "det reguljära uttrycket är fel"),
    ],
)
def test_a_pack_that_cant_be_used_is_told_and_2(
    rules: str, header: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack(Path(), rules, header)
    assert run(["rules", "test", "prov.yml"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert says in line


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("alow: LSS\nlevels: {ton: hög}\n", ["klarsprak.yml:1:1: okänd", "klarsprak.yml:2:15: levels.ton:"]),
        ("ignore: tno\ngate: {hold: avslagg}\n", ["klarsprak.yml:1:9: ”tno” är", "klarsprak.yml:2:14: ”avslagg” är"]),
        ("baseline: borta.json\n", ["klarsprak.yml:1:11: filen med kända anmärkningar"]),
        ("rule_packs: [a.yml, b.yml]\n", ["klarsprak.yml:1:14: regelpaketet", "klarsprak.yml:1:21: regelpaketet"]),
    ],
)
def test_the_faults_of_the_organisations_file_are_told_too(
    config: str, says: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    pack(Path(), GOOD)
    save("klarsprak.yml", config)
    for argument in ("prov.yml", "klarsprak.yml"):
        assert run(["rules", "test", argument]) == 2
        lines = capsys.readouterr().err.splitlines()
        assert len(lines) == len(says)
        assert all(start in line for start, line in zip(says, lines, strict=True))


def test_a_pack_may_clash_with_another_own_one(capsys: pytest.CaptureFixture[str]) -> None:
    pack(Path(), GOOD)
    save("klarsprak.yml", "rule_packs: annat.yml\n")
    save("annat.yml", HEADER + "rules:\n" + GOOD)
    assert run(["rules", "test", "prov.yml"]) == 2
    assert "prov.yml:8:8: två regler heter ”prov.erhålla”. Den andra står i" in capsys.readouterr().err


@pytest.mark.parametrize("argument", ["regler/prov.yml", "klarsprak.yml", "regler/", "prov", "prov regler/"])
def test_a_pack_that_the_organisation_uses_is_tried_once_however_it_is_named(
    argument: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("regler").mkdir()
    pack(Path("regler"), GOOD)
    save("klarsprak.yml", "rule_packs: regler\n")
    assert run(["rules", "test", *argument.split()]) == 0
    assert capsys.readouterr().out == "1 regel, 1 exempel, 0 fel.\n"


def test_several_packs_are_tried_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    pack(Path(), GOOD)
    save("annat.yml", HEADER.replace("prov", "annat") + "rules:\n" + GOOD.replace("erhåll", "utvärder"))
    assert run(["rules", "test", "prov.yml", "annat.yml"]) == 1
    out, err = capsys.readouterr()
    assert out == "2 regler, 2 exempel, 1 fel.\n"
    assert err.startswith("klarsprak: annat.yml:8:")


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        (
            "Du erhåller det, och erhöll mer.",
            "har inga hakparenteser runt orden som ska flaggas. "
            "Skriv till exempel ”Du [erhåller] det, och [erhöll] mer.”.",
        ),
        ("Du får det.", "exemplet ”Du får det.” har inga hakparenteser runt orden som ska flaggas."),
    ],
)
def test_an_example_without_brackets_is_told_at_its_line(
    flag: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack(Path(), GOOD.replace("Du [erhåller] det.", flag))
    assert run(["rules", "test", "prov.yml"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("klarsprak: prov.yml:8:75: prov.erhålla: exemplet ”")
    assert line.endswith(says)


def test_what_is_missing_has_no_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "test", "signatur.namn"]) == 0


def test_an_unused_pack_is_tried_without_the_choices_of_the_organisation(capsys: pytest.CaptureFixture[str]) -> None:
    pack(Path(), WORDS.replace("{flag: x}", "{flag: 'Du får [ej] gå.'}"))
    save("klarsprak.yml", "allow: [ej]\nselect: ton\n")
    assert run(["rules", "test", "prov.yml"]) == 1
    assert capsys.readouterr().out == "2 regler, 2 exempel, 1 fel.\n"
