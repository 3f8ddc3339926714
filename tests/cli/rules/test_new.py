"""``klarsprak rules new``: a rule to fill in, at the end of the organisation's own pack."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from klarsprak.cli import run
from klarsprak.rulebook import packs

PACK = Path("våra-regler.yml")
OWN = """\
# Våra egna regler. Fråga Kim om du undrar.
pack: våra
category: kanslisvenska
level: info   # försiktigt
kind: replace
why: Vi vill skriva enklare.
message: Skriv hellre ”{suggestion}”.
rules:
- id: flextrafik
  words: flextrafik   # ordet som bolaget använder
  instead: buss som du beställer
  examples:
  - flag: Du kan åka [flextrafik].
    fix: Du kan åka buss som du beställer.
# Här slutar Kims regler.
"""


FLOW = """\
{pack: p, kind: replace, level: info, category: ton, why: w, message: m,
 rules: [{id: a, words: b, instead: c, examples: [{flag: x}]}]}
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def fill_in(path: Path, *texts: str) -> None:
    """Put the texts in the place of the examples that are to be filled in."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for text in texts:
        index = next(index for index, line in enumerate(lines) if "FYLL I:" in line)
        lines[index] = lines[index].split("'FYLL I:")[0] + f"'{text}'"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_new_pack_begins_with_the_defaults(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new", "--words", "nyttja bostaden", "--instead", "bo i bostaden", "--pos", "VERB"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("våra-regler.yml: regeln våra-regler.nyttja-bostaden. Fyll i exemplen")
    assert "regelpaket: våra-regler.yml" in err
    rule = packs.load_pack(PACK)[0]
    assert (rule.name, str(rule.category), str(rule.level)) == (
        "våra-regler.nyttja-bostaden",
        "kanslisvenska",
        "warning",
    )
    schema = json.loads(Path("klarsprak-rules.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(yaml.safe_load(PACK.read_text(encoding="utf-8")))


def test_a_new_rules_examples_fail_until_they_are_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    run(["rules", "new", "--words", "nyttja", "--instead", "använda", "--pos", "VERB"])
    capsys.readouterr()
    assert run(["rules", "test", str(PACK)]) == 1
    assert "är inte ifyllt. Skriv en mening ur ett brev i stället." in capsys.readouterr().err
    fill_in(PACK, "Du [nyttjar] garaget.", "Du använder garaget.", "Du har nytta av garaget.")
    assert run(["rules", "test", str(PACK)]) == 0


def test_the_rules_that_stand_in_a_pack_are_left_as_they_are() -> None:
    PACK.write_text(OWN, encoding="utf-8")
    assert run(["rules", "new", "--words", "nyttja,bruka", "--instead", "använda"]) == 0
    text = PACK.read_text(encoding="utf-8")
    assert text.startswith(OWN)
    added = yaml.safe_load(text.removeprefix(OWN))[0]
    assert list(added) == ["id", "words", "instead", "examples"], "the pack's defaults are not repeated"
    assert (added["id"], added["words"]) == ("nyttja", ["nyttja", "bruka"])


def test_a_pack_from_windows_keeps_its_line_ends() -> None:
    PACK.write_bytes(OWN.replace("\n", "\r\n").encode())
    assert run(["rules", "new", "--words", "nyttja", "--instead", "använda"]) == 0
    after = PACK.read_bytes()
    assert after.startswith(OWN.replace("\n", "\r\n").encode())
    assert after.count(b"\n") == after.count(b"\r\n")


@pytest.mark.parametrize(
    ("arguments", "examples"),
    [
        (
            ["--kind", "term", "--words", "gul zon", "--explain", "Gul zon är gator där du får stå i två timmar."],
            ["Du får stå i [gul zon].", "Du får stå i gul zon, det vill säga på gator där du får stå i två timmar."],
        ),
        (
            ["--kind", "abbreviation", "--words", "KUN", "--long", "kultur- och ungdomsnämnden"],
            ["[KUN] har fattat ett beslut.", "Kultur- och ungdomsnämnden (KUN) har fattat ett beslut."],
        ),
        (
            ["--kind", "pattern", "--pattern", "vidta~ … {åtgärd~n}", "--instead", "gör något", "--id", "vidta"],
            ["Vi vidtar alla [åtgärder].", "Vi vidtar alla gör något.", "Vi gör något."],
        ),
    ],
)
def test_a_rule_may_be_of_another_kind_than_its_pack(arguments: list[str], examples: list[str]) -> None:
    PACK.write_text(OWN, encoding="utf-8")
    assert run(["rules", "new", *arguments]) == 0
    fill_in(PACK, *examples)
    assert run(["rules", "test", str(PACK)]) == 0


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        return True


def test_the_command_asks_for_what_isnt_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("\nnyttja, bruka\nanvända\nVERB\n"))
    assert run(["rules", "new"]) == 0
    assert "Ord eller fras som ska flaggas, i grundform" in capsys.readouterr().err
    rule = packs.load_pack(PACK)[0].model_dump()
    assert (rule["kind"], rule["words"], rule["instead"], rule["pos"]) == (
        "replace",
        ["nyttja", "bruka"],
        ["använda"],
        "VERB",
    )


def test_nothing_is_said_of_how_to_use_a_pack_that_is_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    Path("klarsprak.yml").write_text("rule_packs: våra-regler.yml\n", encoding="utf-8")
    assert run(["rules", "new", "--words", "nyttig", "--instead", "bra"]) == 0
    assert capsys.readouterr().err == ""


def test_a_word_that_is_flagged_already_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new", "--words", "erhålla", "--instead", "få"]) == 0
    assert "”erhålla” finns redan i regeln kanslisvenska.erhålla." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "--words saknas."),
        (["--words", "nyttja"], "--instead saknas."),
        (["--kind", "replase"], "--kind: ”replase” finns inte. Menade du ”replace”?"),
        (["--words", "nyttja", "--instead", "använda", "--pos", "VREB"], "”VREB” är inget värde för pos. Menade du"),
        (["--words", "nyttja", "--instead", "använda", "--level", "hög"], "level: ”hög” – nivån ska vara"),
        (["--words", "nyttja", "--instead", "använda", "--id", "a b"], "”a b” går inte som värde för id."),
        (["--words", "x", "--instead", "y", "--id", "flextrafik"], "två regler heter ”våra.flextrafik”."),
        (
            ["--words", "x", "--instead", "y", "--pack", "borta/våra.yml"],
            "borta: mappen finns inte. Skapa den först.",
        ),
        (["--words", "x", "--instead", "y", "--pack", "flöde.yml"], "flöde.yml:2:2: ”rules” ska stå sist i filen"),
        (["--words", "x", "--instead", "y", "--pack", "trasig.yml"], "trasig.yml:1:1: nyckeln ”rules” saknas"),
    ],
)
def test_misuse_is_one_line_and_nothing_is_written(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    PACK.write_text(OWN, encoding="utf-8")
    Path("flöde.yml").write_text(FLOW, encoding="utf-8")
    Path("trasig.yml").write_text("pack: tom\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert run(["rules", "new", *arguments]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before
