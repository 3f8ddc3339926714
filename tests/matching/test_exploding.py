"""Expressions in users' own packs: those that explode are refused where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.matching.exploding import explodes

PACK = """\
pack: egna
category: mallrest
level: info
why: Det står kvar från mallen.
message: ”{{text}}” står kvar från mallen.
rules:
  - id: prov
    kind: regex
    regex:
      - '[0-9]{{4}} XX'
      - '{regex}'
    examples:
      - flag: Beslutet gäller från [2026 XX] och ett år framåt.
"""


@pytest.mark.parametrize(
    "regex",
    ["(a+)+b", "(?:a|a)*b", r"(\w+\s?)*!", r"(?:<!--.*?-->\s*)*<html", r"\s*\s*\s*x", r".*.*.*x", "(x+x+)+y"],
)
def test_two_ways_through_the_same_text_explode(regex: str) -> None:
    assert explodes(regex)


@pytest.mark.parametrize("regex", [r"\w+ing\b", r"(?i)\bkan du (?:snälla )?\w+", "[^.]*b", r"\d{1,3}(?: \d{3})+ kr"])
def test_what_takes_the_square_of_a_word_at_most_does_not(regex: str) -> None:
    assert not explodes(regex)


@pytest.mark.parametrize("command", ["test", "check"])
def test_the_refusal_points_at_the_rule(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "egna.yml"
    pack.write_text(PACK.format(regex=r"(\w+\s?)*!"), encoding="utf-8")
    (tmp_path / "klarsprak.yml").write_text("regelpaket: egna.yml\n", encoding="utf-8")
    letter = tmp_path / "brev.txt"
    letter.write_text("Du får ditt bygglov. " * 50, encoding="utf-8")
    arguments = ["rules", "test", str(pack)] if command == "test" else ["check", str(letter)]
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert "egna.yml:11:9: det reguljära uttrycket kan ta hur lång tid som helst." in err
