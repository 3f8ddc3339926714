"""What the rules find is the same whatever else of the language analysis is done or skipped."""

from functools import cache
from pathlib import Path

import pytest

from klarsprak import readers, signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.checker import Checker
from klarsprak.finding import Finding
from klarsprak.kinds.hits import as_finding
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter
from klarsprak.signature.model import SignatureBlock
from tests.support import check, rules, shipped_rules, texts

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
EVERYTHING = Need.MORPHOLOGY


@cache
def letters() -> list[tuple[Letter, SignatureBlock]]:
    """Every fourth letter of the corpora, with its signature."""
    files = [path for path in sorted(LETTERS.iterdir()) if not path.name.endswith(".gold.yml")][::4]
    every = [letter for path in files for letter in readers.read_file(path) if isinstance(letter, Letter)]
    return [(letter, signature.find(letter)) for letter in every]


@cache
def analyses(need: Need) -> list[Analysis]:
    """The letters in an analysis of what is needed; many packs need the same."""
    return [analyse_letter(letter, need, lambda signer=signer: signer) for letter, signer in letters()]


def every_finding(checker: Checker, analysis: Analysis) -> list[Finding]:
    """All that the rules find, those too of which a letter tells but the first or the longest."""
    hits = (hit for kind in checker.kinds for hit in kind.find(analysis))
    return [as_finding(hit, analysis) for hit in hits if checker._counts(hit, analysis)]


@pytest.mark.parametrize("need", list(dict.fromkeys(rule.need() for rule in shipped_rules())), ids=str)
def test_rules_find_the_same_in_an_analysis_of_what_they_need(need: Need) -> None:
    checker = Checker(rules=[rule for rule in shipped_rules() if rule.need() == need])
    found = [every_finding(checker, analysis) for analysis in analyses(checker.need)]
    assert sum(map(len, found)) > 30
    assert found == [every_finding(checker, analysis) for analysis in analyses(EVERYTHING)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Delges mot mottagningsbevis", {"fackord.delge", "fackord.mottagningsbevis"}),  # a line, by its verb
    ],
)
def test_rules_that_look_at_a_verb_find_the_same_alone(line: str, names: set[str]) -> None:
    letter = next(readers.read_bytes(f"Hej!\n\n{line}\n\nVi hörs.".encode(), "brev.txt"))
    every = [finding for finding in Checker().check(letter).findings if finding.rule in names]
    alone = Checker(rules=[rule for rule in shipped_rules() if rule.name in names]).check(letter).findings
    assert {finding.rule for finding in every} == names
    assert [(each.rule, each.text) for each in alone] == [(each.rule, each.text) for each in every]


def test_all_packs_together_find_the_same_in_an_analysis_of_what_they_need() -> None:
    checker = Checker()
    needed = [checker.findings(analysis) for analysis in analyses(checker.need)]
    assert sum(map(len, needed)) > 30
    assert needed == [checker.findings(analysis) for analysis in analyses(EVERYTHING)]


def test_a_pattern_alone_passes_the_subject_after_its_verb(tmp_path: Path) -> None:
    pattern = "- {id: nödsakad, kind: pattern, pattern: är nödsakade, examples: [{flag: x}]}"
    assert texts(check(rules(tmp_path, pattern), "Nu är vi nödsakade att stänga.")) == ["är vi nödsakade"]
