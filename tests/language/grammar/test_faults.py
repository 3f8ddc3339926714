"""Faults that a replacement may bring into a sentence."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.faults import FAULTS, Fault
from klarsprak.language.parsing import parse
from klarsprak.language.pipeline import Need, analyse


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.find.__name__)
def test_each_fault_is_found_in_its_example_and_not_in_the_right_sentence(fault: Fault) -> None:
    wrong, right = parse(analyse([fault.wrong, fault.right], Need.MORPHOLOGY))
    assert list(fault.find(wrong))
    assert not list(fault.find(right))
