"""A line as long as a whole file: what reads it goes through it once, whatever stands in it."""

from __future__ import annotations

from time import process_time

import pytest

from klarsprak.readers.text.text import read

_SIGNS = 100_000
_SECONDS = 8.0
"""Such a line takes a tenth of a second; what begins anew at each sign of it takes minutes."""


@pytest.mark.parametrize("piece", ["a", "A", "0", ".", "-", " (", "a.", "a-", "0-", "bygglov", "Å ", "a: ", "\t"])
def test_the_length_of_a_line_costs_no_more_than_its_signs(piece: str) -> None:
    line = (piece * _SIGNS)[:_SIGNS]
    begun = process_time()
    letter = read(f"Beslut om bygglov\n\n{line}.\n\nHej!\n".encode(), "brev.txt")
    assert process_time() - begun < _SECONDS
    assert letter.blocks[0].text == "Beslut om bygglov"
