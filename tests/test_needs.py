"""What the rules find is the same whatever else of the language analysis is done or skipped."""

from functools import cache
from pathlib import Path

import pytest

from klarsprak import readers, signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.checker import Checker
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter
from klarsprak.rulebook import packs
from klarsprak.signature.model import SignatureBlock

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
EVERYTHING = Need.MORPHOLOGY | Need.PARSE | Need.NAMES


@cache
def letters() -> list[tuple[Letter, SignatureBlock]]:
    """The letters of the corpora, each with its signature."""
    files = [path for path in sorted(LETTERS.iterdir()) if not path.name.endswith(".gold.yml")]
    every = [letter for path in files for letter in readers.read_file(path) if isinstance(letter, Letter)]
    return [(letter, signature.find(letter)) for letter in every]


@cache
def analyses(need: Need) -> list[Analysis]:
    """The letters in an analysis of what is needed; many packs need the same."""
    return [analyse_letter(letter, need, lambda signer=signer: signer) for letter, signer in letters()]


@pytest.mark.parametrize("pack", packs.shipped(), ids=lambda path: path.stem)
def test_a_pack_finds_the_same_in_an_analysis_of_what_it_needs(pack: Path) -> None:
    checker = Checker(rules=packs.load_pack(pack))
    for needed, everything in zip(analyses(checker.need), analyses(EVERYTHING), strict=True):
        assert checker.findings(needed) == checker.findings(everything)


def test_all_packs_together_find_the_same_in_an_analysis_of_what_they_need() -> None:
    checker = Checker()
    needed = [checker.findings(analysis) for analysis in analyses(checker.need)]
    assert sum(map(len, needed)) > 100
    assert needed == [checker.findings(analysis) for analysis in analyses(EVERYTHING)]
