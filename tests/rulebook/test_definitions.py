"""What files without rules name, and packs take from them by ``uses``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from textwrap import dedent

import pytest
from jsonschema import Draft202012Validator

from klarsprak.authoring.lints import sets_unused
from klarsprak.authoring.scaffold import with_rule
from klarsprak.config.model import load_config
from klarsprak.files.errors import FileError
from klarsprak.kinds.expect.rule import ExpectRule
from klarsprak.rulebook import packs
from klarsprak.rulebook.choices import told_apart
from tests.support import check

PACK = """\
pack: prov
category: arendegang
level: warning
kind: expect
why: Skälet.
message: Det saknas.
uses: [ord.yml, brevtyper]
rules:
  - {id: tid, letter: avslag, find: [$svarstid, "@månad"], examples: [{flag: x}]}
"""
WORDS = """\
sets:
  månad: [mars, april]
patterns:
  svarstid: [senast, före @månad]
"""
TYPES = """\
uses: ../ord.yml
letters:
  avslag: {find: avslår, unless: [i @månad, $svarstid]}
  bifall: beviljar
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack in several files."""
    (tmp_path / "brevtyper").mkdir()
    write(tmp_path, **{"tid.yml": PACK, "ord.yml": WORDS, "brevtyper/nej.yml": TYPES})
    return tmp_path


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name).write_text(dedent(text), encoding="utf-8")


def faults(folder: Path, **texts: str) -> list[str]:
    """What is wrong with the pack where some of its files say something else."""
    write(folder, **texts)
    with pytest.raises(FileError) as caught:
        packs.load([folder])
    return [line.replace(f"{folder}/", "") for line in caught.value.faults]


def test_a_pack_takes_sets_patterns_and_types_from_files_without_rules(folder: Path) -> None:
    (rule,) = packs.load([folder])
    assert isinstance(rule, ExpectRule)
    assert rule.find == ["senast", "före (mars|april)", "(mars|april)"]
    assert list(rule.letters) == ["avslag", "bifall"]
    assert rule.letters["avslag"].unless == ["i (mars|april)", "senast", "före (mars|april)"]
    assert check([rule], "Vi avslår din ansökan.").findings
    assert not check([rule], "Vi avslår din ansökan. Svara före april.").findings


def test_the_pack_is_the_same_by_its_file_alone(folder: Path) -> None:
    assert packs.load_pack(folder / "tid.yml") == packs.load([folder])


def test_a_pack_names_types_and_lists_of_its_own_beside_those_that_it_takes(folder: Path) -> None:
    own = "letters: {svar: tack för}\npatterns: {nu: [idag, genast]}\nrules:\n"
    write(folder, **{"tid.yml": PACK.replace("rules:\n", own).replace("$svarstid", "$nu")})
    (rule,) = packs.load([folder])
    assert isinstance(rule, ExpectRule)
    assert list(rule.letters) == ["avslag", "bifall", "svar"]
    assert rule.find == ["idag", "genast", "(mars|april)"]


def test_files_may_take_from_each_other(folder: Path) -> None:
    write(folder, **{"ord.yml": f"uses: brevtyper/nej.yml\n{WORDS}"})
    assert packs.load([folder])


def test_conditions_name_lists_too(folder: Path) -> None:
    write(folder, **{"tid.yml": PACK.replace("letter: avslag", "unless: {letter_has: $svarstid}")})
    (rule,) = packs.load([folder])
    assert rule.unless[0].letter_has == ["senast", "före (mars|april)"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("letter: avslag", "letter: avslagg", ":9:5: rules: brevtypen ”avslagg” finns inte. Menade du"),
        ("$svarstid", "$svarstd", ":9:38: find: ”$svarstd” – ”$svarstd” är ingen av paketets mönsterlistor."),
        ('"@månad"', '"@månd"', ":9:49: find: ”@månd” – ”@månd” är ingen av paketets ordlistor. Menade du ”månad”?"),
        ('"@månad"', "<VERBB>", ":9:49: find: ”<VERBB>” – "),  # its number, though a list stands before it
        ("ord.yml, ", "ordd.yml, ", ":7:8: ”ordd.yml” är ingen fil eller mapp att hämta från. Där ska finnas sets,"),
        ("ord.yml, ", "tid.yml, ", ":7:8: ”tid.yml” är ingen fil eller mapp att hämta från."),
        ("[ord.yml, brevtyper]", "[1]", ":7:7: under ”uses” ska namnen på filer eller mappar stå"),
        ("rules:\n", "sets: {månad: [maj]}\nrules:\n", ":8:8: ordlistan ”månad” finns redan i ord.yml. Ta bort"),
        ("rules:\n", "letters: {bifall: ja}\nrules:\n", ":8:11: brevtypen ”bifall” finns redan i brevtyper/nej.yml."),
        ("rules:\n", "patterns: {svarstid: x}\nrules:\n", ":8:12: mönsterlistan ”svarstid” finns redan i ord.yml."),
        ("rules:\n", "patterns: [x]\nrules:\n", ":8:11: under ”patterns” ska varje mönsterlista ha ett namn"),
    ],
)
def test_what_a_pack_cant_take_is_told_in_one_line_where_it_stands(
    folder: Path, old: str, new: str, says: str
) -> None:
    (line,) = faults(folder, **{"tid.yml": PACK.replace(old, new)})
    assert line.startswith(f"tid.yml{says}")


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("ord.yml", "sets: {månad: []}\n", ":1:15: ordlistan ”månad” ska vara en lista med ord"),
        ("ord.yml", f"about: ord: fler\n{WORDS}", ":1:11: ett kolon till på raden."),
        ("ord.yml", f"{WORDS}seets: {{}}\n", ":5:1: okänd nyckel ”seets”. Menade du ”sets”?"),
        ("ord.yml", f"{WORDS}about: [x]\n", ":5:8: nyckeln ”about” ska vara en rad text"),
        ("ord.yml", WORDS.replace("senast", "<VERBB>"), ":4:14: patterns.svarstid: ”<VERBB>” – "),
        ("ord.yml", WORDS.replace("senast", "$annan"), ":4:14: patterns.svarstid: ”$annan” – en mönsterlista kan"),
        ("ord.yml", WORDS.replace("[senast, före @månad]", "[]"), ":4:13: "),
        ("brevtyper/nej.yml", TYPES.replace("find:", "fnd:"), ":3:12: okänd nyckel ”fnd”. Menade du ”find”?"),
        ("brevtyper/nej.yml", TYPES.replace("@månad", "@dag"), ":3:35: letters.avslag.unless: ”i @dag” – ”@dag” är"),
        ("brevtyper/nej.yml", TYPES.replace("ord.yml", "x.yml"), ":1:7: ”../x.yml” är ingen fil eller mapp att"),
        ("brevtyper/två.yml", "letters: {avslag: x}\n", ":1:11: brevtypen ”avslag” finns redan i brevtyper/nej.yml."),
    ],
)
def test_what_is_wrong_in_a_file_without_rules_is_told_once_there(
    folder: Path, file: str, text: str, says: str
) -> None:
    write(folder, **{"annan.yml": PACK.replace("pack: prov", "pack: annat")})
    (line,) = faults(folder, **{file: text})
    assert line.startswith(f"{file}{says}")


def test_a_file_without_rules_is_no_pack_by_itself(folder: Path) -> None:
    with pytest.raises(FileError, match="filen har inga regler, bara det som regelpaket hämtar med uses"):
        packs.load_pack(folder / "ord.yml")


def test_a_changed_file_changes_what_takes_from_it(folder: Path) -> None:
    write(folder, **{"klarsprak.yml": "regelpaket: tid.yml\n"})
    before = told_apart(load_config(folder / "klarsprak.yml"))
    packs.load([folder / "tid.yml"])
    write(folder, **{"ord.yml": WORDS.replace("mars", "maj")})
    (rule,) = packs.load([folder / "tid.yml"])
    assert isinstance(rule, ExpectRule)
    assert rule.letters["avslag"].unless[0] == "i (maj|april)"
    assert told_apart(load_config(folder / "klarsprak.yml")) != before


def test_a_rule_is_added_to_a_pack_that_takes_from_others(folder: Path) -> None:
    rule = {"id": "ny", "letter": "bifall", "find": "senast", "examples": [{"flag": "x"}]}
    _, rules = with_rule(folder / "tid.yml", {}, rule)
    assert [each.name for each in rules][-2:] == ["prov.tid", "prov.ny"]


def test_a_list_that_no_pack_calls_is_told(folder: Path) -> None:
    assert list(sets_unused(packs.load_packs([folder]))) == []
    assert list(sets_unused(packs.load_packs([folder / "ord.yml"]))) == []  # nobody knows who takes from it
    write(folder, **{"ord.yml": f"{WORDS}  annat: [x]\n"})
    (line,) = sets_unused(packs.load_packs([folder]))
    assert line.endswith(
        ":5:3: ingen regel använder mönsterlistan ”annat”. Skriv $annat i ett mönster, eller ta bort den."
    )


def test_the_schema_holds_for_files_without_rules(folder: Path) -> None:
    validator = Draft202012Validator(json.loads(packs.schema()))
    assert validator.is_valid(
        {"uses": ["a.yml"], "sets": {"a": ["b"]}, "letters": {"c": "d"}, "patterns": {"e": "f"}}
    )
    assert not validator.is_valid({"sets": {"a": ["b"]}, "level": "info"})
    assert not validator.is_valid({"pack": "a", "sets": {"a": ["b"]}})


def test_a_pack_that_ships_is_made_anew_where_what_it_takes_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "_folder", lambda: folder)
    (first,) = packs.load(packs.shipped())
    assert packs.load(packs.shipped())[0] is first
    write(folder, **{"ord.yml": WORDS.replace("senast", "snart")})
    (second,) = packs.load(packs.shipped())
    assert isinstance(second, ExpectRule)
    assert second.find[0] == "snart"
    shutil.rmtree(folder / "brevtyper")
    with pytest.raises(FileError, match="”brevtyper” är ingen fil eller mapp"):
        packs.load(packs.shipped())
