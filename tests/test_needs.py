"""What the rules find is the same whatever else of the language analysis is done or skipped."""

from pathlib import Path

import pytest

from klarsprak import readers, signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.checker import Checker
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter
from klarsprak.rulebook import packs

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
EVERYTHING = Need.MORPHOLOGY | Need.PARSE | Need.NAMES


@pytest.fixture(scope="module")
def letters() -> list[Letter]:
    files = [path for path in sorted(LETTERS.iterdir()) if not path.name.endswith(".gold.yml")]
    return [letter for path in files for letter in readers.read_file(path) if isinstance(letter, Letter)]


@pytest.fixture(scope="module")
def whole(letters: list[Letter]) -> list[Analysis]:
    return [analyse_letter(letter, EVERYTHING, signature.find(letter)) for letter in letters]


@pytest.mark.parametrize("pack", packs.shipped(), ids=lambda path: path.stem)
def test_a_pack_finds_the_same_in_an_analysis_of_what_it_needs(pack: Path, whole: list[Analysis]) -> None:
    checker = Checker(rules=packs.load_pack(pack))
    for analysis in whole:
        needed = analyse_letter(analysis.letter, checker.need, analysis.signature)
        assert checker.findings(needed) == checker.findings(analysis)


def test_all_packs_together_find_the_same_in_an_analysis_of_what_they_need(whole: list[Analysis]) -> None:
    checker = Checker()
    found = [
        (
            checker.findings(analyse_letter(analysis.letter, checker.need, analysis.signature)),
            checker.findings(analysis),
        )
        for analysis in whole
    ]
    assert sum(len(findings) for _, findings in found) > 100
    for needed, everything in found:
        assert needed == everything
