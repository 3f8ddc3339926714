"""The handbook's table of words that laws use says what the rules do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.kinds import Rule
from klarsprak.kinds.replace.rule import ReplaceRule
from klarsprak.kinds.term.rule import TermRule
from tests.support import shipped_rules

PAGE = Path(__file__).parents[1] / "docs" / "handbok" / "lagens-ord.md"
_ROW = re.compile(r"^\| (?:[^|]+) \| (?:[^|]+) \| (?:[^|]+) \| ([^|]+) \| `([^`]+)` \|$", re.MULTILINE)
"""*| delge | … | delgivningslagen | Förklaras | `fackord.delge` |*: what is done, and by which rule"""
ROWS = _ROW.findall(PAGE.read_text(encoding="utf-8"))
RULES = {rule.name: rule for rule in shipped_rules()}

KEPT = [
    "Överklaga inom tre veckor från den dag då du tog del av beslutet.",
    "Kommunen har inte befogenhet att besluta om vägen.",
    "Hyresnämnden ger tillstånd om du har beaktansvärda skäl.",
    "Kammarrätten fastställer domen.",
    "Bolaget bestrider kravet.",
    "Bolaget medger yrkandet.",
    "Leo ska fullgöra sin skolplikt.",
    "Tomten upplåts med tomträtt.",
    "Hon förvärvade huset genom testamente.",
    "Nämnden har inte prövat frågan i sak.",
    "Kontraktet tilldelas det bolag som har lämnat lägst pris.",
    "Avgiften går till att upprätthålla en organisation.",
    "Skicka in ditt svar inom tre veckor från delgivningen.",
    "(undertecknat digitalt)",
]
"""Sentences in which the word has, or may have, the law's sense."""
LEGAL = re.compile(
    "ta del|tog del|befogen|beakt|faststäl|bestri|medge|fullgö|upplå|förvärv|pröva|tilldel|upprätt|delgiv|undert"
)


@pytest.mark.parametrize(("done", "name"), ROWS, ids=lambda value: value)
def test_the_table_says_what_the_rule_does(done: str, name: str) -> None:
    rule = RULES[name]
    if done.startswith("Förklaras"):
        assert isinstance(rule, TermRule)
    elif done.startswith("Byts inte"):
        assert not rule.replacements
    else:
        assert rule.replacements
    if done.startswith("Byts ibland"):
        assert _is_choosy(rule)


def _is_choosy(rule: Rule) -> bool:
    """Whether the rule leaves some forms or places of its words alone."""
    return rule.has_conditions or (isinstance(rule, ReplaceRule) and bool(rule.but_not))


def test_the_table_has_the_words_that_laws_and_letters_share() -> None:
    assert len(ROWS) >= 50


@pytest.mark.parametrize("text", KEPT)
def test_a_word_in_the_laws_sense_is_not_replaced(text: str) -> None:
    findings = Checker().check(parse(text).letter).findings
    assert [
        (found.text, found.suggestions) for found in findings if found.suggestions and LEGAL.search(found.text)
    ] == []
