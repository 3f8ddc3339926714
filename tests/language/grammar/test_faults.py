"""Faults that a replacement may bring into a sentence."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.faults import FAULTS, Fault
from klarsprak.language.parsing import parsed
from klarsprak.language.pipeline import Need, analyse


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.find.__name__)
def test_each_fault_is_found_in_its_example_and_not_in_the_right_sentence(fault: Fault) -> None:
    for text, has_fault in ((fault.wrong, True), (fault.right, False)):
        (tokens,) = analyse([text], Need.MORPHOLOGY)
        with parsed(tokens, 0, len(tokens)) as doc:
            assert bool(list(fault.find(doc))) is has_fault
