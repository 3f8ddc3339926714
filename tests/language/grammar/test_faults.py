"""Faults that a replacement may bring into a sentence."""

from __future__ import annotations

import doctest

import pytest

from klarsprak.language.grammar import faults
from klarsprak.language.grammar.faults import FAULTS, Fault
from klarsprak.language.pipeline import Need, analyse


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.find.__name__)
def test_each_fault_is_found_in_its_example_and_not_in_the_right_sentence(fault: Fault) -> None:
    wrong, right = analyse([fault.wrong, fault.right], Need.MORPHOLOGY | Need.PARSE)
    assert list(fault.find(wrong))
    assert not list(fault.find(right))


def test_examples_in_docstrings() -> None:
    results = doctest.testmod(faults)
    assert (results.attempted, results.failed) == (1, 0)
